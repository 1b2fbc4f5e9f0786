"""Whether a record may be published as it stands, and what is missing if not."""

from dataclasses import dataclass

from amd.campaign.models import User
from amd.consent.covers import Coverage, covers
from amd.publishing.cards import card_of, problems_of
from amd.publishing.freeze import build
from amd.publishing.models import Publication
from amd.records.errors import NotReady
from amd.records.models import Decision, Record, Role

from .asking import Standing, State, standings
from .models import CORE_CRITERIA, Criterion, CriterionMark
from .step import already_decided

WANTS_CHANGE = "The {} asked for a change: edit the words or ask them again."


@dataclass(frozen=True)
class Ready:
    """A story whose words and cards were checked; consent is read again by freeze."""

    story: Record
    uses: frozenset[str]

    def freeze(self, *, by: User | None) -> Publication:
        """The unsaved copy, from consent as it is now; call after the UPDATE."""
        coverage = _coverage(self.story)
        if coverage.uses != self.uses or coverage.missing:
            raise already_decided(self.story)
        return _copy(self.story, coverage, by=by)


def ready_to_publish(story: Record, *, by: User | Role) -> Ready:
    """Raises NotReady with one sentence for each missing thing. Measures the cards."""
    coverage = _coverage(story)
    missing = missing_for(story, coverage, by=by)
    if missing:
        raise NotReady(f"{story.shown_reference} is not ready", missing=missing)
    return Ready(story, coverage.uses)


def missing_for(story: Record, coverage: Coverage, *, by: User | Role) -> list[str]:
    """What stands between this story and its publication, as sentences."""
    missing = [f"{text}." for text in coverage.missing]
    missing += [WANTS_CHANGE.format(each.who.lower()) for each in _wishing(story)]
    missing += [_sentence(text) for text in story.story.problems()]
    if story.story.has_criteria:
        missing += _criteria_missing(story)
        if isinstance(by, User) and recorded_by(story, by):
            missing.append("You recorded this case study: another lead publishes it.")
    if not missing:
        card = card_of(_copy(story, coverage, by=None))
        missing += [_sentence(text) for text in problems_of(card)]
    return missing


def _wishing(story: Record) -> list[Standing]:
    """Who wants a change to these very words, though an earlier answer covers them.

    Two queries. Words that nobody agreed to are missing already.
    """
    return [
        each
        for each in standings(story)
        if each.state == State.CHANGES and not each.problem
    ]


def recorded_by(record: Record, user: User) -> bool:
    """Whether the first decision about it names this person. One query."""
    first = Decision.objects.filter(record_id=record.pk).order_by("pk").first()
    return bool(first and first.user_id == user.pk)


def _coverage(story: Record) -> Coverage:
    return covers(story, story.story.words())


def _copy(story: Record, coverage: Coverage, *, by: User | None) -> Publication:
    return build(
        story,
        story.story.public_copy(coverage.uses),
        consent=coverage.governing,
        uses=coverage.uses,
        by=by,
        ends_on=min(answer.ends_on for answer in coverage.answers),
    )


def _criteria_missing(story: Record) -> list[str]:
    met = set(
        CriterionMark.objects.filter(
            record_id=story.pk, mark=CriterionMark.Mark.MET
        ).values_list("criterion", flat=True)
    )
    return [
        f"Criterion {criterion.value} is not marked as met: {Criterion(criterion).label}."
        for criterion in CORE_CRITERIA
        if criterion not in met
    ]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
