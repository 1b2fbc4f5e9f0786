"""The live copy follows what people answer later: narrowed, renewed or taken down."""

from datetime import date

from amd.campaign.models import User
from amd.consent.covers import Coverage, covers
from amd.consent.models import ConsentRecord, Use
from amd.consent.words import Person
from amd.mail import words as mails
from amd.publishing import live
from amd.publishing.freeze import build
from amd.publishing.models import Publication, Retired, Takedown
from amd.publishing.narrowed import without
from amd.publishing.takedowns import ask_for_takedowns
from amd.records.models import Record, Role, Status

from . import moves
from .reached import Reached

NOT_AGREED = "What was agreed to does not cover the public copy any more."
# What can be taken out of a frozen copy without writing its words again.
SEPARATE = {Use.PHOTO, Use.SOCIAL, Use.INTERNAL, Use.CONTACT}


def follow(record: Record, answer: ConsentRecord, *, by: User | Role) -> None:
    """Bring the live copy to what this answer leaves of it, or take it down.

    Nothing happens where the answer is about other words. A copy never gains a use
    that was not approved with it; agreeing again makes it last longer. Call inside the
    transaction of the answer.
    """
    shown = Publication.objects.live().filter(record_id=record.pk).first()
    counted = counted_for(shown, answer.person, before=answer) if shown else None
    if not shown or counted is None or counted.digest != answer.digest:
        return
    if record.status == Status.PUBLISHED:
        _follow_record(record, shown, by=by)
        return
    lost = set(counted.uses) - set(answer.uses)
    _follow_copy(record, shown, answer, lost & set(shown.uses), by=by)


def counted_for(
    shown: Publication, person: str, *, before: ConsentRecord | None = None
) -> ConsentRecord | None:
    """The newest answer of this person to the words that the copy shows.

    The copy names the answer of one person; the words of a contributor beside them are
    those of the contributor's newest answer from before it was published.
    """
    answers = ConsentRecord.objects.filter(record_id=shown.record_id, person=person)
    if before:
        answers = answers.filter(pk__lt=before.pk)
    answers = answers.order_by("-pk")
    digest = shown.consent.digest
    if person != shown.consent.person:
        then = answers.filter(given_at__lte=shown.published_at).first()
        digest = then.digest if then else ""
    return answers.filter(digest=digest).first()


def _follow_record(record: Record, shown: Publication, *, by: User | Role) -> None:
    """The words of the record are those of the copy, so the copy is made anew."""
    coverage = covers(record, record.story.words())
    if not coverage.is_complete:
        moves.take_down(record, by=by, seen_version=record.version, note=NOT_AGREED)
        return
    uses = coverage.uses & set(shown.uses)
    ends_on = _end_of(coverage)
    if uses == set(shown.uses) and ends_on <= shown.ends_on:
        return
    again = build(
        record,
        record.story.public_copy(uses),
        consent=coverage.governing,
        uses=uses,
        by=shown.published_by,
        ends_on=ends_on,
    )
    _replace(record, shown, again)


def _follow_copy(
    record: Record,
    shown: Publication,
    answer: ConsentRecord,
    lost: set[str],
    *,
    by: User | Role,
) -> None:
    """The words of the record were changed since and nobody approved them yet.

    What stands apart from the words is taken out of the copy that was approved; what
    does not brings it down. Agreeing again makes it last longer here too.
    """
    if not lost <= SEPARATE:
        moves.take_down(record, by=by, seen_version=record.version, note=NOT_AGREED)
        return
    ends_on = max(shown.ends_on, _end_of_copy(shown))
    if not lost and ends_on == shown.ends_on:
        return
    again = without(shown, lost, ends_on=ends_on)
    if answer.person == shown.consent.person:
        again.consent = answer
    _replace(record, shown, again)


def _replace(record: Record, shown: Publication, again: Publication) -> None:
    again.published_at = shown.published_at
    again.as_at = shown.as_at
    is_narrower = set(again.uses) < set(shown.uses)
    why = Retired.NARROWED if is_narrower else Retired.REPLACED
    live.put_live(again, why=why)
    asked = ask_for_takedowns(record, Takedown.Why.NARROWED)
    if is_narrower:
        reached = Reached.by(record)
        reached.tell_takers(mails.use_newer_card, asked=asked)
        if asked:
            reached.tell_leads("A part of it was taken back", asked=asked)


def _end_of_copy(shown: Publication) -> date:
    """When the first of its people's newest answers ends. Up to nine queries."""
    answers = [counted_for(shown, person) for person in Person]
    return min(answer.ends_on for answer in answers if answer)


def _end_of(coverage: Coverage) -> date:
    return min(answer.ends_on for answer in coverage.answers)
