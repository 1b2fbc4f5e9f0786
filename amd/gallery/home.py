"""The home page: the claim, what leads put first, what is newest, three ways to take part."""

from collections.abc import Iterable

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from amd.campaign.models import KeyMessage
from amd.publishing.addresses import absolute
from amd.publishing.conditional import public_page
from amd.publishing.facet_values import NATIONAL
from amd.publishing.models import (
    CaseStudyOfTheWeek,
    FacetMap,
    Featured,
    FrontRow,
    Publication,
    PublicationQuerySet,
)
from amd.publishing.places import Places

from .tiles import Tile, tile_of

# The kinds of publication, as they stand in its column.
ENDORSEMENT, CASE_STUDY = "endorsement", "casestudy"
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
    context = {
        "canonical": absolute(request.path),
        "counts": counts(),
        "week": tile_of(week) if week else None,
        "front": tiles_of(front),
        "endorsements": tiles_of(newest.filter(kind=ENDORSEMENT)[:ON_HOME]),
        "case_studies": tiles_of(newest.filter(kind=CASE_STUDY)[:ON_HOME]),
        "claim": KeyMessage.objects.filter(code="claim").first(),
    }
    return render(request, "gallery/home.html", context)


def counts() -> dict[str, int]:
    """What is live, by kind, and of how many regions: counted in the index. One query."""
    asked = FacetMap.objects.filter(facet__in=("kind", "region"))
    found = {(row.facet, row.value): len(Places(row.places)) for row in asked}
    return {
        "endorsements": found.pop(("kind", ENDORSEMENT), 0),
        "case_studies": found.pop(("kind", CASE_STUDY), 0),
        "regions": sum(facet == "region" and slug != NATIONAL for facet, slug in found),
    }


def front_row() -> PublicationQuerySet:
    """What national leads put first and is live, in their order; at most six."""
    rows = FrontRow.objects.all()
    place = rows.filter(record=OuterRef("record")).values("position")[:1]
    chosen = Publication.objects.live().filter(record__in=rows.values("record"))
    return (
        chosen.annotate(place=Subquery(place))
        .order_by("place", "pk")
        .for_pages()[:IN_FRONT]
    )


def case_study_of_the_week() -> Publication | None:
    """That of the newest Monday that has come, while it is live. One query."""
    newest = (
        CaseStudyOfTheWeek.objects.filter(monday__lte=timezone.localdate())
        .order_by("-monday")
        .values("record")[:1]
    )
    return Publication.objects.live().filter(record__in=newest).for_pages().first()


def best_case_studies(count: int) -> list[Publication]:
    """Live ones: those in the front row first, then the featured, then the newest.

    Three queries at most, each of so many rows by an index.
    """
    newest = Publication.objects.live().filter(kind=CASE_STUDY).newest_first()
    sources = (
        newest.filter(record__in=FrontRow.objects.values("record")),
        newest.filter(record__in=Featured.objects.values("record")),
        newest,
    )
    found: dict[int, Publication] = {}
    for source in sources:
        if len(found) < count:
            for each in source.for_pages()[:count]:
                found.setdefault(each.pk, each)
    return list(found.values())[:count]


def tiles_of(publications: Iterable[Publication]) -> list[Tile]:
    return [tile_of(each) for each in publications]
