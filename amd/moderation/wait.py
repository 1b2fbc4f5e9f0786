"""How long an author waits, as honestly as the leads' own decisions tell it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from amd.records.models import Decision, Record, Role, Status

from .ages import (
    BEGINS_A_WAIT,
    days_between,
    days_waited,
    in_words,
    start_of,
    with_ages,
)
from .models import ReviewTimes
from .numbers import within
from .step import DECISIONS
from .suspected import without_apart

# Of fewer decisions the middle one says little of the next.
FEWEST = 5


@dataclass(frozen=True)
class Middle:
    """Half of `decided` decisions came within so many days."""

    days: int
    decided: int
    is_this_quarter: bool

    @property
    def sentence(self) -> str:
        took = in_words(self.days) if self.days else "less than a day"
        if self.is_this_quarter:
            return f"the middle time this quarter is {took}"
        return f"the middle time last quarter was {took}"

    @property
    def from_what(self) -> str:
        """Which decisions it is the middle of."""
        quarter = "this quarter" if self.is_this_quarter else "last quarter"
        within_it = f"within {in_words(self.days)}" if self.days else "on the same day"
        return (
            f"It is the middle of {self.decided} decisions by your library leads "
            f"{quarter}: at least half of them came {within_it}."
        )


@dataclass(frozen=True)
class Wait:
    """How many are ahead of a record, and how long it has waited itself."""

    ahead: int
    days: int
    middle: Middle | None

    @property
    def sentence(self) -> str:
        """Such as "11 ahead of yours; the middle time this quarter is 6 days"."""
        ahead = f"{self.ahead or 'None'} ahead of yours"
        return f"{ahead}; {self.middle.sentence}" if self.middle else ahead

    @property
    def so_far(self) -> str:
        return f"Yours has waited {in_words(self.days)}." if self.days else ""


def wait_of(record: Record) -> Wait | None:
    """None for what no lead has to decide. Three queries, four where a quarter is young."""
    if record.status != Status.SUBMITTED:
        return None
    queue = with_ages(
        _beside(record, Record.objects.filter(status=Status.SUBMITTED)),
        times=ReviewTimes(),
    )
    since = queue.values_list("waiting_since", flat=True).get(pk=record.pk)
    before = Q(waiting_since__lt=since) | Q(waiting_since=since, pk__lt=record.pk)
    ahead = without_apart(queue.filter(before)).count()
    return Wait(ahead, days_waited(since), middle_of(record))


def middle_of(record: Record, *, today: date | None = None) -> Middle | None:
    """Of this quarter, or of the last where that has too few decisions so far."""
    today = today or timezone.localdate()
    this = first_of_quarter(today)
    last = first_of_quarter(this - timedelta(days=1))
    for start, end in ((this, today + timedelta(days=1)), (last, this)):
        days = days_decided(record, start, end)
        if len(days) >= FEWEST:
            return Middle(within(days, 50) or 0, len(days), start == this)
    return None


def first_of_quarter(day: date) -> date:
    return day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)


def days_decided(record: Record, start: date, end: date) -> list[int]:
    """How long records of this kind and region had waited that were decided since `start`.

    Only those that their authors sent, for what a lead writes down is decided by the
    next one she meets. `end` is the day after the last. One query.
    """
    began = Decision.objects.filter(
        BEGINS_A_WAIT, record_id=OuterRef("record_id"), pk__lt=OuterRef("pk")
    ).order_by("-pk")
    decided = (
        Decision.objects.filter(
            record__in=_beside(record, Record.objects.filter(kind=record.kind)).filter(
                recorded_by=None
            ),
            role=Role.LEAD,
            move__in=DECISIONS,
            from_status=Status.SUBMITTED,
            made_at__gte=start_of(start),
            made_at__lt=start_of(end),
        )
        .exclude(to_status=Status.SUBMITTED)
        .annotate(
            began=Coalesce(
                Subquery(began.values("made_at")[:1]), "record__submitted_at"
            )
        )
    )
    return [
        days_between(since, made_at)
        for since, made_at in decided.order_by("pk").values_list("began", "made_at")
        if since
    ]


def _beside(record: Record, records: QuerySet[Any]) -> QuerySet[Any]:
    """Those that the same leads read. A sample is compared with samples."""
    return records.filter(region_id=record.region_id, is_sample=record.is_sample)
