"""What is like a publication: of its kind, with the most of its terms, newest first."""

from functools import reduce
from itertools import pairwise

from .facet_values import values_of
from .indexed import FacetMap
from .models import Publication
from .places import Places

SHOWN = 3
# Nearly everything has these in common.
TELL_NOTHING = ("", "year", "figure")


def similar_to(publication: Publication, count: int = SHOWN) -> list[Publication]:
    """Live ones that share a term of a list, or the region. Two queries, of any size."""
    places = _nearest(publication, count + 1)
    like_it = Publication.objects.live().exclude(pk=publication.pk).for_pages()
    rows = like_it.filter(indexed__place__in=places).select_related("indexed")
    found = {row.indexed.place: row for row in rows}
    return [found[place] for place in places if place in found][:count]


def _nearest(publication: Publication, count: int) -> list[int]:
    """Their places: those that share the most first, of these the newest."""
    wanted = {
        (facet, value)
        for facet, value, _ in values_of(publication, is_featured=False)
        if facet not in TELL_NOTHING
    }
    maps = FacetMap.objects.filter(
        facet__in={facet for facet, _ in wanted},
        value__in={value for _, value in wanted},
    )
    known = {
        (row.facet, row.value): Places(row.places).bits
        for row in maps
        if (row.facet, row.value) in wanted
    }
    same_kind = known.pop(("kind", publication.kind), 0)
    levels = reduce(_counted, known.values(), [same_kind])
    nearest: list[int] = []
    for here, above in reversed(list(pairwise([*levels[1:], 0]))):
        left = count - len(nearest)
        nearest += Places(here & ~above).newest(0, left)
    return nearest


def _counted(levels: list[int], more: int) -> list[int]:
    """At each number, who shares at least so many: counted for all of them at once."""
    shared = [below & more for below in levels]
    return [
        here | below
        for here, below in zip([*levels, 0], [levels[0], *shared], strict=True)
    ]
