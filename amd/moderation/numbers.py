"""The numbers of the review desk, worked out of plain rows; read by their page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from amd.records.models import Move, Status

from .ages import Band, days_between, in_words
from .models import Criterion, CriterionMark
from .step import DECISIONS

NO_REGION = "No region"


@dataclass(frozen=True)
class Step:
    """One decision about a record, with what is needed of it."""

    record: int
    region: str
    move: str
    came_from: str
    led_to: str
    made_at: datetime
    reason: str = ""

    @property
    def begins_a_wait(self) -> bool:
        return self.led_to == Status.SUBMITTED and self.came_from != self.led_to


@dataclass(frozen=True)
class Wait:
    """A record that is with its leads; one that they accepted has no band."""

    region: str
    days: int
    band: str | None


@dataclass(frozen=True)
class Answer:
    """The first decision after a record came to its leads."""

    region: str
    days: int


@dataclass(frozen=True)
class Mark:
    region: str
    criterion: int
    mark: str


@dataclass(frozen=True)
class Line:
    """What one region is told of itself; None where nothing was decided."""

    region: str
    waiting: int
    due_soon: int
    overdue: int
    oldest: int
    accepted: int
    decided: int
    half_within: int | None
    nine_in_ten_within: int | None

    @property
    def oldest_in_words(self) -> str:
        return in_words(self.oldest) if self.waiting else ""


@dataclass(frozen=True)
class Passed:
    """How one criterion was marked."""

    met: int
    partly: int
    not_met: int

    @property
    def percent(self) -> int | None:
        """Of those marked, how many of a hundred met it."""
        marked = self.met + self.partly + self.not_met
        return round(100 * self.met / marked) if marked else None


def answers(steps: Iterable[Step], since: datetime | None = None) -> Iterator[Answer]:
    """Each wait's first decision, if it was made since then; steps oldest first."""
    began: dict[int, datetime] = {}
    for step in steps:
        if step.begins_a_wait:
            began[step.record] = step.made_at
        elif step.move in DECISIONS and step.record in began:
            days = days_between(began.pop(step.record), step.made_at)
            if since is None or step.made_at >= since:
                yield Answer(step.region, days)


def within(days: Sequence[int], percent: int) -> int | None:
    """The fewest days within which at least so many of a hundred came (nearest rank).

    No average of two: "half came within 3 days" is true of the days that there were.
    """
    if not days:
        return None
    return sorted(days)[ceil(len(days) * percent / 100) - 1]


def line(region: str, waits: Sequence[Wait], decided: Sequence[Answer]) -> Line:
    undecided = [wait for wait in waits if wait.band]
    bands = Counter(wait.band for wait in waits)
    days = [answer.days for answer in decided]
    return Line(
        region=region,
        waiting=len(undecided),
        due_soon=bands[Band.DUE_SOON],
        overdue=bands[Band.OVERDUE],
        oldest=max((wait.days for wait in undecided), default=0),
        accepted=bands[None],
        decided=len(days),
        half_within=within(days, 50),
        nine_in_ten_within=within(days, 90),
    )


def lines(
    regions: Iterable[str], waits: Sequence[Wait], decided: Sequence[Answer]
) -> list[Line]:
    """One for each region, in the order given, then for those that came up besides."""
    return [
        line(
            region,
            [wait for wait in waits if wait.region == region],
            [answer for answer in decided if answer.region == region],
        )
        for region in _named(regions, (*waits, *decided))
    ]


def sentence(total: Line, period: str) -> str:
    """What stands above the numbers, such as "2 waiting, the oldest 9 days; …"."""
    return f"{_waiting(total)}; {_decided(total, period)}."


def passed(marks: Iterable[Mark]) -> list[Passed]:
    """One for each criterion, in its order."""
    counts = Counter((mark.criterion, mark.mark) for mark in marks)
    of = CriterionMark.Mark
    return [
        Passed(*(counts[(each, mark)] for mark in (of.MET, of.PARTLY, of.NOT_MET)))
        for each in Criterion
    ]


def passed_by_region(marks: Sequence[Mark]) -> list[tuple[str, list[Passed]]]:
    return [
        (region, passed(mark for mark in marks if mark.region == region))
        for region in _named((), marks)
    ]


def reasons_used(
    steps: Iterable[Step], since: datetime | None = None
) -> list[tuple[str, str, int, str]]:
    """(reason, move, how often, in which regions) from the commonest to the rarest."""
    used: dict[tuple[str, str], Counter[str]] = {}
    for step in steps:
        if step.reason and (since is None or step.made_at >= since):
            key = (step.reason, Move(step.move).label)
            used.setdefault(key, Counter())[step.region] += 1
    rows = [
        (
            reason,
            move,
            where.total(),
            ", ".join(f"{region} {count}" for region, count in sorted(where.items())),
        )
        for (reason, move), where in used.items()
    ]
    return sorted(rows, key=lambda row: (-row[2], row[0], row[1]))


def _named(
    regions: Iterable[str], rows: Iterable[Wait | Answer | Mark]
) -> Iterator[str]:
    """What has no region comes last."""
    first = list(regions)
    found = {row.region for row in rows} - {*first}
    yield from first
    yield from sorted(found - {NO_REGION})
    yield from found & {NO_REGION}


def _waiting(total: Line) -> str:
    if not total.waiting:
        return "Nothing is waiting"
    age = "since today" if total.oldest < 1 else f"for {in_words(total.oldest)}"
    if total.waiting == 1:
        return f"1 waiting, {age}"
    if total.oldest < 1:
        return f"{total.waiting} waiting, all since today"
    return f"{total.waiting} waiting, the oldest {in_words(total.oldest)}"


def _decided(total: Line, period: str) -> str:
    if total.half_within is None or total.nine_in_ten_within is None:
        return f"no decisions {period}"
    half, most = total.half_within, total.nine_in_ten_within
    if half == most == 0:
        return "nine in ten decisions came on the same day"
    if half == most:
        return f"nine in ten decisions came within {in_words(most)}"
    if half == 0:
        return (
            "half of decisions came on the same day, nine in ten within "
            f"{in_words(most)}"
        )
    return f"half of decisions came within {in_words(half)}, nine in ten within {most}"
