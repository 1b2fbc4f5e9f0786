"""What a lead decides next: the oldest, past what somebody else is at work on."""

from typing import Any

from django.db.models import QuerySet

from amd.records.models import Record, Status

from .ages import with_ages
from .claims import in_force


def for_decision(user: Any) -> QuerySet[Any]:
    """What waits for a decision and nobody else has claimed, the longest wait first.

    With `waiting_since` and `band`; one query for the review times, and one to read it.
    """
    waiting = Record.objects.visible_to(user).filter(status=Status.SUBMITTED)
    others = in_force().exclude(user_id=user.pk).values("record_id")
    free = with_ages(waiting.exclude(pk__in=others))
    return free.order_by("waiting_since", "pk")


def next_waiting(user: Any, *, after: Record | None = None) -> Record | None:
    """The record to open when one is done with another. Two queries."""
    waiting = for_decision(user)
    if after is not None:
        waiting = waiting.exclude(pk=after.pk)
    return waiting.first()
