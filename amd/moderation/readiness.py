"""Whether a record may be published as it stands, and what is missing if not."""

from collections.abc import Sequence
from dataclasses import dataclass

from amd.campaign.models import User
from amd.consent.covers import Coverage, covers
from amd.publishing.cards import card_of, problems_of
from amd.publishing.freeze import build
from amd.publishing.models import Publication
from amd.records.errors import NotReady
from amd.records.models import Decision, Record, Role

from .asking import Standing, State, standings
from .checks.passing import Judged, is_passed, judged
from .checks.run import found_about
from .models import CORE_CRITERIA, Criterion, CriterionMark
from .step import already_decided

WANTS_CHANGE = "The {} asked for a change: edit the words or ask them again."


@dataclass(frozen=True)
class Ready:
    """A story whose words and cards were checked; consent is read again by freeze."""

    story: Record
    uses: frozenset[str]
    # What was found and passed when it was asked.
    warnings: frozenset[str]

    def freeze(self, *, by: User | None) -> Publication:
        """The unsaved copy, from consent as it is now; call after the UPDATE."""
        coverage = _coverage(self.story)
        if coverage.uses != self.uses or coverage.missing:
            raise already_decided(self.story)
        if not is_passed(self.story, self.warnings):
            raise already_decided(self.story)
        return _copy(self.story, coverage, by=by)


def ready_to_publish(story: Record, *, by: User | Role) -> Ready:
    """Raises NotReady with one sentence for each missing thing. Measures the cards."""
    coverage = _coverage(story)
    found = judged(story, found_about(story, by=by, coverage=coverage))
    missing = missing_for(story, coverage, by=by, found=found)
    if missing:
        raise NotReady(f"{story.shown_reference} is not ready", missing=missing)
    return Ready(story, coverage.uses, frozenset(each.finding.key for each in found))


def missing_for(
    story: Record,
    coverage: Coverage,
    *,
    by: User | Role,
    found: Sequence[Judged] | None = None,
) -> list[str]:
    """What stands between this story and its publication, as sentences.

    `found` is what the checks found and who passed it, where that is known already.
    """
    if found is None:
        found = judged(story, found_about(story, by=by, coverage=coverage))
    missing = [f"{text}." for text in coverage.missing]
    missing += [WANTS_CHANGE.format(each.who.lower()) for each in _wishing(story)]
    missing += [_sentence(text) for text in story.story.problems()]
    if story.story.has_criteria:
        missing += _criteria_missing(story)
        if isinstance(by, User) and recorded_by(story, by):
            missing.append("You recorded this case study: another lead publishes it.")
    missing += _checks_missing(found)
    missing = list(dict.fromkeys(missing))
    if not missing:
        card = card_of(_copy(story, coverage, by=None))
        missing += [_sentence(text) for text in problems_of(card)]
    return missing


def _checks_missing(found: Sequence[Judged]) -> list[str]:
    """Each block in its words; the warnings, which stand under the checks, by number."""
    missing = [f"{each.finding.sentence}." for each in found if each.finding.is_block]
    count = sum(each.waits for each in found)
    if count:
        warnings = "1 warning" if count == 1 else f"{count} warnings"
        missing.append(f"Judge {warnings} under “Checks”, with a reason.")
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
