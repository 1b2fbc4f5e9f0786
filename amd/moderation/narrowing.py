"""A newer answer agrees to less than the live copy shows: the copy follows at once."""

from amd.campaign.models import User
from amd.consent.covers import covers
from amd.consent.models import ConsentRecord
from amd.publishing import live
from amd.publishing.freeze import build
from amd.publishing.models import Publication, Retired
from amd.records.models import Record, Role, Status

from . import moves

NOT_AGREED = "What was agreed to does not cover the public copy any more."


def follow(record: Record, answer: ConsentRecord, *, by: User | Role) -> None:
    """Narrow the live copy to what this answer leaves of it, or take it down.

    Nothing happens where the answer is about other words, or takes nothing away. The
    words of a record that is published are those of its copy; any others were not
    approved, so that the copy comes down. Call inside the transaction of the answer.
    """
    shown = Publication.objects.live().filter(record_id=record.pk).first()
    if not shown or (shown.consent.person, shown.consent.digest) != (
        answer.person,
        answer.digest,
    ):
        return
    coverage = covers(record, record.story.words())
    if coverage.is_complete and coverage.uses >= set(shown.uses):
        return
    if not coverage.is_complete or record.status != Status.PUBLISHED:
        moves.take_down(record, by=by, seen_version=record.version, note=NOT_AGREED)
        return
    uses = coverage.uses & set(shown.uses)
    narrowed = build(
        record,
        record.story.public_copy(uses),
        consent=coverage.governing,
        uses=uses,
        by=shown.published_by,
        ends_on=min(each.ends_on for each in coverage.answers),
    )
    narrowed.published_at = shown.published_at
    live.put_live(narrowed, why=Retired.NARROWED)
