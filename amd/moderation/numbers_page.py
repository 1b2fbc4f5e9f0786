"""The page of numbers: waits, decisions, criteria and reasons, of the reader's regions."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from amd.campaign.scoping import regions_of
from amd.records.models import Decision, Record

from . import numbers
from .ages import BEGINS_A_WAIT, days_waited, start_of, with_ages
from .models import Criterion, CriterionMark
from .numbers_chart import chart
from .step import DECISIONS
from .suspected import without_apart


@dataclass(frozen=True)
class Period:
    key: str
    label: str
    words: str
    days: int | None

    @property
    def since(self) -> datetime | None:
        if self.days is None:
            return None
        return start_of(timezone.localdate() - timedelta(days=self.days))


PERIODS = (
    Period("30", "30 days", "in the last 30 days", 30),
    Period("90", "90 days", "in the last 90 days", 90),
    Period("365", "a year", "in the last year", 365),
    Period("all", "all time", "so far", None),
)
USUAL = PERIODS[1]


@require_safe
@never_cache
@staff_member_required
@permission_required("records.decide_record", raise_exception=True)
def show(request: HttpRequest) -> HttpResponse:
    user: Any = request.user
    asked = request.GET.get("period")
    period = next((each for each in PERIODS if each.key == asked), USUAL)
    context = {
        **admin.site.each_context(request),
        "title": "Review numbers",
        "periods": PERIODS,
        "period": period,
        "is_national": user.sees_all_regions,
        **numbers_for(user, period),
    }
    return render(request, "admin/numbers.html", context)


def numbers_for(user: Any, period: Period) -> dict[str, Any]:
    """Five queries, however many records."""
    waits = waits_of(user)
    steps = steps_of(user, period.since)
    marks = marks_of(user, period.since)
    decided = list(numbers.answers(steps, period.since))
    total = numbers.line("All", waits, decided)
    names = regions_of(user).values_list("name", flat=True)
    lines = numbers.lines(names, waits, decided)
    return {
        "sentence": numbers.sentence(total, period.words),
        "total": total,
        "lines": lines,
        "chart": chart(lines),
        "criteria": Criterion.labels,
        "passed": numbers.passed(marks) if marks else [],
        "passed_by_region": numbers.passed_by_region(marks),
        "reasons": numbers.reasons_used(steps, period.since),
    }


def waits_of(user: Any) -> list[numbers.Wait]:
    """What waits now, whatever the period."""
    rows = with_ages(without_apart(Record.objects.visible_to(user).waiting()))
    return [
        numbers.Wait(region or numbers.NO_REGION, days_waited(since), band)
        for region, since, band in rows.values_list(
            "region__name", "waiting_since", "band"
        )
    ]


def steps_of(user: Any, since: datetime | None) -> list[numbers.Step]:
    """Oldest first: what began a wait or decided, of all records decided since then."""
    lately = {"decisions__made_at__gte": since} if since else {}
    rows = Decision.objects.filter(
        record__in=Record.objects.visible_to(user).filter(**lately).values("pk")
    ).filter(BEGINS_A_WAIT | Q(move__in=DECISIONS) | Q(reason__isnull=False))
    return [
        numbers.Step(
            record, region or numbers.NO_REGION, move, came_from, led_to, at, why or ""
        )
        for record, region, move, came_from, led_to, at, why in rows.order_by(
            "pk"
        ).values_list(
            "record_id",
            "record__region__name",
            "move",
            "from_status",
            "to_status",
            "made_at",
            "reason__title",
        )
    ]


def marks_of(user: Any, since: datetime | None) -> list[numbers.Mark]:
    """As they stand: marks go with the words they were about."""
    rows = CriterionMark.objects.filter(
        record__in=Record.objects.visible_to(user)
    ).order_by("pk")
    if since:
        rows = rows.filter(marked_at__gte=since)
    return [
        numbers.Mark(region or numbers.NO_REGION, criterion, mark)
        for region, criterion, mark in rows.values_list(
            "record__region__name", "criterion", "mark"
        )
    ]
