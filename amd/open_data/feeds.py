"""Feeds of a view of the gallery, newest first, with what was withdrawn: Atom and JSON."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from amd.campaign.models import Region
from amd.gallery.filters import Filters
from amd.publishing.items import ON_THE_PAGE, Item, clean, heading, item_of
from amd.publishing.models import Publication
from amd.publishing.page import description_of

from .addresses import gallery_address, view_address
from .answers import open_answer
from .atom import AtomFeed
from .jsonfeed import json_feed
from .paging import page_of
from .withdrawn import Tombstone, tombstone_of, tombstones

PAGE_SIZE = 50


@dataclass(frozen=True)
class Entry:
    item: Item
    title: str
    summary: str


@dataclass(frozen=True)
class Feed:
    """One page of a view. What was withdrawn stands on the first page, whatever was asked."""

    title: str
    address: str
    next_address: str
    gallery_address: str
    entries: list[Entry]
    tombstones: list[Tombstone]


@open_answer
def atom(request: HttpRequest) -> HttpResponse:
    feed = _feed(request, "atom")
    response = HttpResponse(content_type=AtomFeed.content_type)
    AtomFeed.of(feed).write(response, "utf-8")
    return response


@open_answer
def json(request: HttpRequest) -> HttpResponse:
    feed: dict[str, Any] = json_feed(_feed(request, "json"))
    return JsonResponse(
        feed,
        content_type="application/feed+json; charset=utf-8",
        json_dumps_params={"ensure_ascii": False},
    )


def _feed(request: HttpRequest, name: str) -> Feed:
    """The regions' names, the page, and what was withdrawn: three queries without words."""
    filters = Filters.read(request.GET, Region.objects.current())
    cursor = request.GET.get("cursor", "")
    page, behind = page_of(filters, cursor, size=PAGE_SIZE)
    ended = [] if cursor else tombstones()[:PAGE_SIZE]
    return Feed(
        title=_title(filters),
        address=view_address(name, filters, **({"cursor": cursor} if cursor else {})),
        next_address=view_address(name, filters, cursor=behind) if behind else "",
        gallery_address=gallery_address(filters),
        entries=[_entry(each) for each in page],
        tombstones=[tombstone_of(each) for each in ended],
    )


def _entry(publication: Publication) -> Entry:
    item = item_of(publication)
    summary = ON_THE_PAGE
    if item.may_be_shared:
        summary = clean(description_of(publication))
    title = heading(item, publication)
    return Entry(item, f"Sample: {title}" if item.is_sample else title, summary)


def _title(filters: Filters) -> str:
    """Such as: #AMillionDecisions: impact case studies with “sepsis”, South West."""
    if filters.is_empty:
        return settings.SITE_NAME
    # What a count of several would be said of, without the count.
    asked = filters.summary(2).removeprefix("2 ")
    return f"{settings.SITE_NAME}: {clean(asked)}"
