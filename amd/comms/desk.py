"""The first page of the comms desk: what is live, narrowed, to be ticked for a pack."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amd.campaign.models import User
from amd.cards import FORMATS
from amd.publishing.addresses import publication_card_url
from amd.publishing.models import Publication
from amd.publishing.packs.models import MOST_RECORDS
from amd.publishing.page import description_of, heading_of
from amd.web.forms import render_invalid

from .desk_filters import Filters
from .door import for_staff
from .selection import Refused, Selection

# A pack's worth: what goes into one is never spread over two pages.
PAGE_SIZE = MOST_RECORDS
THUMB = FORMATS["thumb"]


@dataclass(frozen=True)
class Row:
    publication: Any
    heading: str
    words: str
    picture_url: str
    is_ticked: bool


@require_safe
@for_staff
def desk(request: HttpRequest, user: User) -> HttpResponse:
    filters = Filters.read(request.GET)
    context = _context(filters, Selection(), request.GET.get("page"))
    return render(request, "comms/desk.html", context)


def refused(
    request: HttpRequest, filters: Filters, chosen: Selection, error: Refused
) -> HttpResponse:
    """The desk as it was sent, with every tick, and the sentence above it."""
    context = _context(filters, chosen, request.POST.get("page"))
    targets = {"records": _first_tick(context["rows"]), "formats": "#format-landscape"}
    problem = {"text": error.sentence, "href": targets[error.part]}
    context |= {"errors": [problem], error.part + "_error": error.sentence}
    return render_invalid(request, "comms/desk.html", context)


def _context(filters: Filters, chosen: Selection, number: Any) -> dict[str, Any]:
    found = filters.found().for_pages().with_last_used().defer("search_text")
    page: Page[Publication] = Paginator(found, PAGE_SIZE).get_page(number)
    total = page.paginator.count
    rows = [_row(each, chosen) for each in page.object_list]
    return {
        "filters": filters,
        "page": page,
        "numbers": list(page.paginator.get_elided_page_range(page.number)),
        "rows": rows,
        "summary": filters.summary(total),
        "most": MOST_RECORDS,
        "thumb": THUMB,
        "chosen": chosen,
        "ticked": total if chosen.is_whole_view else sum(row.is_ticked for row in rows),
        "may_take_all": 1 < total <= MOST_RECORDS,
        "errors": [],
        "records_error": "",
        "formats_error": "",
    }


def _row(publication: Publication, chosen: Selection) -> Row:
    return Row(
        publication=publication,
        heading=heading_of(publication),
        words=description_of(publication),
        picture_url=publication_card_url(publication, THUMB.name, "webp"),
        is_ticked=publication.record_id in chosen.records,
    )


def _first_tick(rows: list[Row]) -> str:
    """Where to begin; nothing where no record of the page may be taken."""
    ticks = (row.publication for row in rows if row.publication.allows_social)
    first = next(ticks, None)
    return f"#record-{first.record_id}" if first else ""
