"""One page of a view of the gallery, newest first, for the API and the feeds."""

from amd.gallery.facets import Facets
from amd.gallery.filters import Filters
from amd.publishing.items import rows_of
from amd.publishing.models import Publication
from amd.publishing.places import Places

from .cursors import cursor_at, page_after, place_at


def page_of(
    filters: Filters, cursor: str, *, size: int
) -> tuple[list[Publication], str]:
    """The publications behind this cursor, and the cursor of the next page or "".

    One query; three where words are asked for. Raises CannotRead where the cursor is
    none of this kind of view.
    """
    if filters.asked is None:
        found = rows_of(filters.found())
        return page_after(found, cursor, size=size, date_field="published_at")
    # By date the database would look at every hit of a common word for each page.
    places = Facets.of(filters).places
    if cursor:
        places = _behind(places, place_at(cursor))
    numbers = places.newest(0, size + 1)
    shown = numbers[:size]
    rows = rows_of(Publication.objects.live()).filter(indexed__place__in=shown)
    by_place = {row.indexed.place: row for row in rows.select_related("indexed")}
    page = [by_place[number] for number in shown if number in by_place]
    return page, cursor_at(shown[-1]) if len(numbers) > size else ""


def _behind(places: Places, place: int) -> Places:
    """Those lower; a place beyond them all is behind none of them."""
    below = min(place, places.bits.bit_length())
    return places & Places((1 << below) - 1)
