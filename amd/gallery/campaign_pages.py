"""The campaign's own pages: its story, whom to write to, and where to begin."""

from collections.abc import Iterable

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amd.campaign.data import sources
from amd.campaign.models import (
    Event,
    KeyMessage,
    Outcome,
    Phase,
    Region,
    Resource,
    Supporter,
)
from amd.publishing.conditional import public_page
from amd.publishing.models import Publication

from .cited import cited, cited_by
from .home import best_case_studies, tiles_of
from .where import MOST_TYPED, look_for

VIGNETTES = 3


@require_safe
@public_page
def campaign(request: HttpRequest) -> HttpResponse:
    """Five queries, whatever has been published."""
    phases = list(Phase.objects.all())
    events = list(Event.objects.all())
    outcomes = list(Outcome.objects.all())
    supporters = list(Supporter.objects.all())
    context = {
        "claim": KeyMessage.objects.first(),
        "phases": [
            (phase, [event for event in events if event.phase_id == phase.pk])
            for phase in phases
        ],
        "outcomes": _by_progress(outcomes),
        "supporters": supporters,
        "about": cited([sources.HEE_CAMPAIGNS, sources.CILIP_PAGE]),
        "history_sources": cited_by([*phases, *events]),
        "outcome_sources": cited_by(outcomes),
        "supporter_sources": cited_by(supporters),
    }
    return render(request, "gallery/campaign.html", context)


@require_safe
@public_page
def contact(request: HttpRequest) -> HttpResponse:
    """Two queries: the regions, and how many records of each are public.

    Three more where an organisation is looked for.
    """
    live = Publication.objects.live().order_by().values_list("region")
    counts = dict(live.annotate(Count("pk")))
    regions = [
        (region, *_halves(region.mailbox), counts.get(region.pk, 0))
        for region in Region.objects.current().order_by("name")
    ]
    context = {
        "regions": regions,
        "found": look_for(request.GET.get("organisation", "")),
        "typed_characters": MOST_TYPED,
    }
    return render(request, "gallery/contact.html", context)


@require_safe
@public_page
def without(request: HttpRequest) -> HttpResponse:
    """For whoever runs a service without a librarian. Four queries at most."""
    context = {
        "tiles": tiles_of(best_case_studies(VIGNETTES)),
        "tool": Resource.objects.filter(slug="self-assessment").first(),
    }
    return render(request, "gallery/without.html", context)


def _halves(mailbox: str) -> tuple[str, str]:
    """An address may break before its @ on a narrow screen, and only there."""
    before, _, after = mailbox.partition("@")
    return before, after


def _by_progress(outcomes: Iterable[Outcome]) -> list[tuple[str, list[Outcome]]]:
    """Achieved, under way, potential: those that have outcomes, in this order."""
    groups = [
        (progress.label, [row for row in outcomes if row.progress == progress])
        for progress in Outcome.Progress
    ]
    return [(label, rows) for label, rows in groups if rows]
