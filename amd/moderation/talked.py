"""What colleagues said to each other about a record, for its timeline."""

from collections.abc import Iterator

from amd.records.models import Record

from .events import Event
from .models import Claim, ColleagueQuestion

GONE = "somebody whose account is gone"


def events_of(record: Record) -> Iterator[Event]:
    """Claims taken over, questions to colleagues and their answers. Two queries."""
    yield from _taken_over(record)
    yield from _asked(record)


def _taken_over(record: Record) -> Iterator[Event]:
    """A claim alone is no event: it ends by itself."""
    taken = Claim.objects.filter(record_id=record.pk).exclude(taken_from=None)
    for claim in taken.select_related("user", "taken_from"):
        what = f"Taken over from {claim.taken_from}"
        yield Event(claim.began_at, what, by=str(claim.user), note=claim.reason)


def _asked(record: Record) -> Iterator[Event]:
    asked = ColleagueQuestion.objects.filter(record_id=record.pk)
    for each in asked.select_related("asked_by"):
        by = str(each.asked_by or GONE)
        yield Event(each.asked_at, "A colleague was asked", by=by, note=each.question)
        if each.answered_at:
            yield Event(each.answered_at, "The colleague answered", note=each.answer)
