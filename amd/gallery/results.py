"""What was found, newest or best first: a page of it costs the same wherever it is."""

from typing import Any

from django.db.models import F

from amd.publishing.matching import best_first, titled
from amd.publishing.models import Publication
from amd.publishing.places import Places

from .facets import Facets
from .filters import Filters


class Results:
    """To be cut by a Paginator. A slice is one query, or three by relevance."""

    def __init__(self, filters: Filters, facets: Facets) -> None:
        self.filters = filters
        self.facets = facets

    def __len__(self) -> int:
        return self.facets.total

    def __getitem__(self, cut: slice) -> list[Publication]:
        start, stop, _ = cut.indices(len(self))
        places = self._places(start, stop - start)
        rows: Any = (
            Publication.objects.live()
            .filter(indexed__place__in=places)
            .annotate(place=F("indexed__place"))
            .for_pages()
            .defer("search_text")
        )
        by_place = {row.place: row for row in rows}
        return [by_place[place] for place in places if place in by_place]

    def _places(self, start: int, count: int) -> list[int]:
        found = self.facets.places
        if not (self.filters.asked and self.filters.is_by_relevance):
            return found.newest(start, count)
        in_title = titled(self.filters.asked)
        best = best_first(self.filters.asked, found, in_title)
        places = best[start : start + count]
        skipped = max(0, start - len(best))
        # What is beyond them stands in the same order: in a title first, then newest.
        rest = found - Places.of(best)
        for part in (rest & in_title, rest - in_title):
            places += part.newest(skipped, count - len(places))
            skipped = max(0, skipped - len(part))
        return places
