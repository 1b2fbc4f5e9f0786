"""The home page: the claim, what leads put first, what is newest, three ways to take part."""

from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from amd.campaign.models import KeyMessage
from amd.publishing.addresses import absolute
from amd.publishing.conditional import public_page
from amd.publishing.models import (
    CaseStudyOfTheWeek,
    Featured,
    FrontRow,
    Publication,
    PublicationQuerySet,
)
from amd.records.models import Kind

from .tiles import Tile, tile_of

ON_HOME = 3
IN_FRONT = 6


@require_safe
@public_page
def home(request: HttpRequest) -> HttpResponse:
    """Six queries for the page, whatever there is to show."""
    front = list(front_row())
    week = case_study_of_the_week()
    shown = [each.pk for each in (*front, week) if each]
    newest = Publication.objects.live().newest_first().for_pages().exclude(pk__in=shown)
    counts = Publication.objects.live().aggregate(
        endorsements=Count("pk", filter=Q(kind=Kind.ENDORSEMENT)),
        case_studies=Count("pk", filter=Q(kind=Kind.CASE_STUDY)),
        regions=Count("region", distinct=True),
    )
    context = {
        "canonical": absolute(request.path),
        "counts": counts,
        "week": tile_of(week) if week else None,
        "front": tiles_of(front),
        "endorsements": tiles_of(newest.filter(kind=Kind.ENDORSEMENT)[:ON_HOME]),
        "case_studies": tiles_of(newest.filter(kind=Kind.CASE_STUDY)[:ON_HOME]),
        "claim": KeyMessage.objects.filter(code="claim").first(),
    }
    return render(request, "gallery/home.html", context)


def front_row() -> PublicationQuerySet:
    """What national leads put first and is live, in their order; at most six."""
    place = FrontRow.objects.filter(record=OuterRef("record")).values("position")[:1]
    live = Publication.objects.live().annotate(place=Subquery(place))
    chosen = live.filter(place__isnull=False).order_by("place", "pk")
    return chosen.for_pages()[:IN_FRONT]


def case_study_of_the_week() -> Publication | None:
    """That of the newest Monday that has come, while it is live. One query."""
    newest = (
        CaseStudyOfTheWeek.objects.filter(monday__lte=timezone.localdate())
        .order_by("-monday")
        .values("record")[:1]
    )
    return Publication.objects.live().filter(record__in=newest).for_pages().first()


def best_case_studies(count: int) -> PublicationQuerySet:
    """Live ones: those in the front row first, then the featured, then the newest."""
    studies = Publication.objects.live().filter(kind=Kind.CASE_STUDY)
    ordered = studies.annotate(
        is_in_front=Exists(FrontRow.objects.filter(record=OuterRef("record"))),
        is_featured=Exists(Featured.objects.filter(record=OuterRef("record"))),
    ).order_by("-is_in_front", "-is_featured", "-published_at", "-pk")
    return ordered.for_pages()[:count]


def tiles_of(publications: Iterable[Publication]) -> list[Tile]:
    return [tile_of(each) for each in publications]
