"""Everything that gallery/gallery.html needs: what was found, and every way on from it."""

from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import QueryDict
from django.urls import reverse

from amd.campaign.models import Region
from amd.publishing.addresses import absolute
from amd.publishing.models import Publication

from .facets import Facets
from .filters import FACETS, NEWEST, Filters
from .results import Results
from .tiles import tile_of

PAGE_SIZE = 24
# By the name of the address: (what it is called here, its type where browsers know it).
FEEDS = {
    "atom": ("Atom feed", "application/atom+xml"),
    "json": ("JSON feed", "application/feed+json"),
    "csv": ("table (CSV)", ""),
}


@dataclass(frozen=True)
class Chip:
    """One thing that was chosen, and the address without it."""

    label: str
    url: str


@dataclass(frozen=True)
class FeedLink:
    label: str
    type: str
    title: str
    url: str


def gallery_context(query: QueryDict) -> dict[str, Any]:
    """Three queries; with words one more, and two to say which match best.

    A page that does not exist shows the nearest one that does.
    """
    filters = Filters.read(query, Region.objects.current())
    facets = Facets.of(filters)
    results: Any = Results(filters, facets)
    paginator: Paginator[Publication] = Paginator(results, PAGE_SIZE)
    page = paginator.get_page(query.get("page"))
    summary = filters.summary(facets.total, facets.labels)
    return {
        "filters": filters,
        "facets": facets,
        "chosen": _chips(filters, facets),
        "page": page,
        "numbers": list(paginator.get_elided_page_range(page.number)),
        "tiles": [tile_of(each, filters.asked) for each in page.object_list],
        "summary": summary,
        "canonical": absolute(gallery_url(_at(filters.address, page.number))),
        "other_order": _other_order(filters),
        "feeds": _feeds(filters),
    }


def gallery_url(address: str) -> str:
    """A view of the gallery, by a `Filters.address`."""
    return _with_query(reverse("gallery:gallery"), address)


def has_blanks(query: QueryDict) -> bool:
    """As a form sends it: a browser names every list, chosen from or not."""
    return any(query.get(name) == "" for name in ("words", *FACETS))


def clean_url(query: QueryDict) -> str:
    """The same view at the address that is shared; a form never asks for a page."""
    return gallery_url(Filters.read(query, Region.objects.current()).address)


def _chips(filters: Filters, facets: Facets) -> list[Chip]:
    labels = {name: facets.labels[name] for name in FACETS if name in facets.labels}
    if filters.words:
        labels = {"words": f"“{filters.words}”", **labels}
    return [
        Chip(label, gallery_url(filters.address_without(name)))
        for name, label in labels.items()
    ]


def _other_order(filters: Filters) -> str:
    other = replace(filters, sort=NEWEST if filters.is_by_relevance else "")
    return gallery_url(other.address)


def _feeds(filters: Filters) -> list[FeedLink]:
    return [
        FeedLink(
            label,
            kind,
            f"These results: {label}",
            _with_query(reverse(f"open_data:{name}"), filters.address),
        )
        for name, (label, kind) in FEEDS.items()
    ]


def _at(address: str, page_number: int) -> str:
    return f"{address}page={page_number}" if page_number > 1 else address


def _with_query(path: str, address: str) -> str:
    query = address.rstrip("&")
    return f"{path}?{query}" if query else path
