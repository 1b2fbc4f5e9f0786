"""How many records each choice of a filter would show, beside what else was asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count

from .filters import KINDS, NATIONAL, Filters


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Facets:
    """One query for all of it; `total` is what the filters find."""

    kinds: list[Choice]
    regions: list[Choice]
    total: int

    @classmethod
    def of(cls, filters: Filters) -> "Facets":
        groups = filters.with_words().order_by().values_list("kind", "region__slug")
        counted = [
            (kind, region or NATIONAL, count)
            for kind, region, count in groups.annotate(Count("pk"))
        ]
        kind = KINDS[filters.kind][0] if filters.kind else ""
        by_kind = [(k, n) for k, r, n in counted if filters.region in ("", r)]
        by_region = [(r, n) for k, r, n in counted if kind in ("", k)]
        kinds = [
            _choice(value, names[1], by_kind, names[0], filters.kind == value)
            for value, names in KINDS.items()
        ]
        regions = [
            _choice(slug, name, by_region, slug, filters.region == slug)
            for slug, name in filters.regions
        ]
        return cls(
            [_all("Everything", by_kind, filters.kind), *kinds],
            [_all("All regions", by_region, filters.region), *regions],
            sum(n for k, n in by_kind if kind in ("", k)),
        )


def _choice(
    value: str, label: str, counted: Sequence[tuple[str, int]], key: str, chosen: bool
) -> Choice:
    return Choice(value, label, sum(n for found, n in counted if found == key), chosen)


def _all(label: str, counted: Iterable[tuple[str, int]], asked: str) -> Choice:
    return Choice("", label, sum(n for _, n in counted), not asked)
