"""What a view of the gallery shows as CSV: row after row, however many there are."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.text import slugify

from amd.campaign.models import Region
from amd.gallery.filters import Filters
from amd.publishing.items import Item, item_of, rows_of
from amd.publishing.page import SHOWN_FACETS
from amd.publishing.spreadsheets import csv_lines

from .answers import open_answer

# How many rows are in memory at once.
CHUNK = 500
COLUMNS = (
    "Reference",
    "Address",
    "Kind",
    "Region",
    "Title",
    "Byline",
    "Organisation",
    "Published",
    "As at",
    "Use until",
    "Figures",
    *SHOWN_FACETS.values(),
    "Words",
    "Sample",
    "Terms",
)


@open_answer
def table(request: HttpRequest) -> StreamingHttpResponse:
    """Two queries: the regions' names, and the rows, read as they are sent."""
    filters = Filters.read(request.GET, Region.objects.current())
    found = rows_of(filters.found().newest_first())
    # Nobody who asks about a table wants its rows made.
    rows = [] if request.method == "HEAD" else found.iterator(chunk_size=CHUNK)
    name = f"{slugify(settings.CAMPAIGN_HASHTAG)}-{timezone.localdate()}.csv"
    return StreamingHttpResponse(
        lines(item_of(each) for each in rows),
        content_type="text/csv; charset=utf-8; header=present",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def lines(items: Iterable[Item]) -> Iterator[str]:
    return csv_lines(COLUMNS, map(cells, items))


def cells(item: Item) -> list[str]:
    facets = (
        "; ".join(choice.label for choice in item.facets.get(scheme, []))
        for scheme in SHOWN_FACETS
    )
    words = (f"{each.heading}\n{each.text}" for each in item.sections)
    return [
        item.reference,
        item.url,
        item.kind,
        item.region.label,
        item.title or "",
        item.byline or "",
        item.organisation or "",
        timezone.localdate(item.published_at).isoformat(),
        item.as_at.isoformat(),
        item.use_until.isoformat(),
        "; ".join(f"{each.figure} ({each.basis})" for each in item.figures),
        *facets,
        "\n\n".join(words),
        "yes" if item.is_sample else "",
        item.terms,
    ]
