"""For staff: what was downloaded, by format, month, region and record; never by whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, Sum
from django.db.models.functions import TruncMonth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from amd.campaign.models import User
from amd.cards import FORMATS
from amd.publishing.downloads import IN_A_PACK
from amd.publishing.models import DownloadCount, Publication
from amd.publishing.page import heading_of

from .door import for_staff

MONTHS = 12
MOST_DOWNLOADED = 10


@dataclass(frozen=True)
class Line:
    """How many of something: saved by themselves, and in packs."""

    label: str
    alone: int
    in_packs: int
    reference: str = ""

    @property
    def total(self) -> int:
        return self.alone + self.in_packs

    @property
    def numbers(self) -> list[str]:
        """As they are printed, the sum last."""
        return [f"{each:,}" for each in (self.alone, self.in_packs, self.total)]


@require_safe
@for_staff
def numbers(request: HttpRequest, user: User) -> HttpResponse:
    """The last twelve months, this one included. Four queries, five with records."""
    since = first_month(timezone.localdate())
    recent = DownloadCount.objects.filter(day__gte=since)
    formats = by_format(recent)
    total = sum(line.total for line in formats)
    context = {
        "since": since,
        "total": total,
        "shown": f"{total:,}",
        "formats": formats,
        "months": _by_month(recent),
        "regions": _by_region(recent),
        "records": _by_record(recent),
    }
    return render(request, "comms/numbers.html", context)


def first_month(today: date) -> date:
    """The first day of the oldest of so many months, of which today's is the last."""
    months = today.year * 12 + today.month - MONTHS
    return date(months // 12, months % 12 + 1, 1)


def by_format(counts: Any) -> list[Line]:
    """The most downloaded first. One query."""
    rows = _sums(counts, "format_name")
    lines = [Line(_label(row.pop("format_name")), **row) for row in rows]
    return _most_first(lines)


def _by_month(counts: Any) -> list[Line]:
    """The newest first."""
    rows = _sums(counts.annotate(month=TruncMonth("day")), "month")
    by_month = rows.order_by("-month")
    return [Line(f"{row.pop('month'):%B %Y}", **row) for row in by_month]


def _by_region(counts: Any) -> list[Line]:
    rows = _sums(counts, "region__name")
    return _most_first(
        Line(row.pop("region__name") or "National", **row) for row in rows
    )


def _by_record(counts: Any) -> list[Line]:
    """Those downloaded most that are public still."""
    public = Publication.objects.live().for_pages().defer("search_text")
    rows = _sums(counts.filter(record__in=public.values("record")), "record")
    most_first = rows.order_by((F("alone") + F("in_packs")).desc(), "record")
    top = {row.pop("record"): row for row in most_first[:MOST_DOWNLOADED]}
    found = {each.record_id: each for each in public.filter(record__in=top)}
    return [
        Line(heading_of(found[key]), reference=found[key].address_reference, **row)
        for key, row in top.items()
        if key in found
    ]


def _sums(counts: Any, name: str) -> Any:
    """A row of name, alone and in_packs for each value of the name."""
    in_packs = Q(kind=IN_A_PACK)
    return (
        counts.order_by()
        .values(name)
        .annotate(
            alone=Sum("number", filter=~in_packs, default=0),
            in_packs=Sum("number", filter=in_packs, default=0),
        )
    )


def _most_first(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-line.total, line.label))


def _label(format_name: str) -> str:
    known = FORMATS.get(format_name)
    return known.label if known else format_name
