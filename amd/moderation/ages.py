"""How long records have waited, in words and bands; for the queue, numbers and digest."""

from datetime import date, datetime, time, timedelta
from typing import TypeVar

from django.db import models
from django.db.models import Case, OuterRef, Q, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils import timezone

from amd.records.models import Decision, Record, Status

from .models import ReviewTimes

WAITING = (Status.SUBMITTED, Status.ACCEPTED)

BEGINS_A_WAIT = Q(to_status=Status.SUBMITTED) & ~Q(from_status=Status.SUBMITTED)
TAKEN_DOWN = Q(to_status=Status.ACCEPTED) & ~Q(from_status__in=WAITING)

R = TypeVar("R", bound=Record)


class Band(models.TextChoices):
    """Of what waits for a decision; accepted waits for a sign-off, a date or a hold."""

    NEW = "new", "New"
    DUE_SOON = "due_soon", "Due soon"
    OVERDUE = "overdue", "Overdue"


def with_ages(
    records: "models.QuerySet[R]",
    *,
    times: ReviewTimes | None = None,
    today: date | None = None,
    since: Combinable | None = None,
) -> "models.QuerySet[R]":
    """The same records with `waiting_since` and `band`; None for what does not wait.

    A wait begins when a record comes to its leads, and anew when it comes back to them
    or is changed after they accepted it. What is accepted has an age and no band: a hold
    would make every record overdue. One query more unless `times` is given, none a row.
    `since`: where the beginning of the wait is known already.
    """
    times = times or ReviewTimes.current()
    today = today or timezone.localdate()
    since = since or _began()
    overdue, due_soon = (
        _came_before(today, days)
        for days in (times.overdue_after_days, times.due_soon_after_days)
    )
    return records.annotate(
        waiting_since=Case(When(status__in=WAITING, then=since), default=None)
    ).annotate(
        band=Case(
            When(~Q(status=Status.SUBMITTED), then=None),
            When(Q(waiting_since__lt=overdue), then=Value(Band.OVERDUE.value)),
            When(Q(waiting_since__lt=due_soon), then=Value(Band.DUE_SOON.value)),
            default=Value(Band.NEW.value),
            output_field=models.CharField(null=True),
        )
    )


def _began() -> Coalesce:
    """The newest decision that brought a record to its leads, else when it was sent."""
    came = (
        Decision.objects.filter(record_id=OuterRef("pk"))
        .filter(BEGINS_A_WAIT | TAKEN_DOWN)
        .order_by("-pk")
        .values("made_at")[:1]
    )
    return Coalesce(Subquery(came), "submitted_at", "created_at")


def days_between(start: datetime, end: datetime | date) -> int:
    """Whole days by the calendar here: what came yesterday evening has waited one."""
    day = timezone.localdate(end) if isinstance(end, datetime) else end
    return (day - timezone.localdate(start)).days


def days_waited(since: datetime) -> int:
    return days_between(since, timezone.localdate())


def in_words(days: int) -> str:
    if days < 1:
        return "today"
    return "1 day" if days == 1 else f"{days} days"


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _came_before(today: date, days: int) -> datetime:
    """What came before this moment has waited so many days."""
    return start_of(today - timedelta(days=days - 1))
