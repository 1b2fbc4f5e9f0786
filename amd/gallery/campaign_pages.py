"""The campaign's own pages: its story, what it gives away, and whom to write to."""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Any
from urllib.parse import urlsplit

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
        "about": _sources([sources.HEE_CAMPAIGNS, sources.CILIP_PAGE]),
        "history_sources": _sources_of([*phases, *events]),
        "outcome_sources": _sources_of(outcomes),
        "supporter_sources": _sources_of(supporters),
    }
    return render(request, "gallery/campaign.html", context)


@require_safe
@public_page
def resources(request: HttpRequest) -> HttpResponse:
    """Two queries."""
    groups = groupby(Resource.objects.all(), key=attrgetter("audience"))
    context = {
        "groups": [(audience, list(rows)) for audience, rows in groups],
        "messages_to_share": [
            (message, *_sources([message.source]))
            for message in KeyMessage.objects.all()
        ],
    }
    return render(request, "gallery/resources.html", context)


@require_safe
@public_page
def contact(request: HttpRequest) -> HttpResponse:
    """Two queries: the regions, and how many records of each are public."""
    live = Publication.objects.live().order_by().values_list("region")
    counts = dict(live.annotate(Count("pk")))
    regions = [
        (region, *_halves(region.mailbox), counts.get(region.pk, 0))
        for region in Region.objects.current().order_by("name")
    ]
    return render(request, "gallery/contact.html", {"regions": regions})


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


def _sources_of(rows: Iterable[Any]) -> list[tuple[str, str]]:
    return _sources(row.source for row in rows)


def _sources(addresses: Iterable[str]) -> list[tuple[str, str]]:
    """Each address once, with the site's name to show for it."""
    return [
        (address, (urlsplit(address).hostname or "").removeprefix("www."))
        for address in dict.fromkeys(addresses)
        if address
    ]
