"""What a lead decides next: the oldest, past what somebody else is at work on."""

from typing import Any

from django.db.models import QuerySet

from amd.records.models import Kind, Record, Status

from .ages import with_ages
from .claims import in_force
from .suspected import without_apart


def for_decision(user: Any) -> QuerySet[Any]:
    """What waits for this person's decision, the longest wait first.

    Not what somebody else has claimed or what looks like spam, nor a case study that she
    recorded: another lead publishes it. With `waiting_since` and `band`. One query for
    the review times, and one to read it.
    """
    visible = Record.objects.visible_to(user).filter(status=Status.SUBMITTED)
    waiting = without_apart(visible)
    others = in_force().exclude(user_id=user.pk).values("record_id")
    own = waiting.filter(kind=Kind.CASE_STUDY, recorded_by_id=user.pk).values("pk")
    free = waiting.exclude(pk__in=others).exclude(pk__in=own)
    return with_ages(free).order_by("waiting_since", "pk")


def next_waiting(user: Any, *, after: Record | None = None) -> Record | None:
    """The record to open when one is done with another. Two queries."""
    waiting = for_decision(user)
    if after is not None:
        waiting = waiting.exclude(pk=after.pk)
    return waiting.first()
