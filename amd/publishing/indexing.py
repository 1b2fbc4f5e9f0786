"""Keeping the index: a copy enters when it goes live and leaves when it is retired.

Called inside a transaction that raised the public counter, whose row is the lock.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Exists, OuterRef

from amd.campaign.models import PublicVersion
from amd.records.models import Record

from .facet_values import FEATURED, Value, terms_of, values_of
from .featuring import Featured
from .indexed import FacetMap, Indexed, IndexedTerm
from .matching import settle
from .models import Publication
from .places import Places
from .search import fold, forms_of, stems_of

BATCH = 500


def enter(publication: Publication, *, place: int | None = None) -> None:
    """At the place of the copy that it narrows, else before all others."""
    if place is None:
        newest = Indexed.objects.aggregate(models.Max("place"))["place__max"]
        place = 0 if newest is None else newest + 1
    _row_of(publication, place).save(force_insert=True)
    IndexedTerm.objects.bulk_create(_terms_of(publication))
    is_featured = Featured.objects.filter(record_id=publication.record_id).exists()
    _mark(place, values_of(publication, is_featured=is_featured))


def leave(publication: Publication) -> int | None:
    """The place that it had; None where it was not in the index."""
    row = Indexed.objects.filter(publication=publication).only("place").first()
    models.QuerySet(IndexedTerm).filter(publication=publication).delete()
    if row is None:
        return None
    place = row.place
    row.delete()
    _unmark(place, FacetMap.objects.all())
    return place


def show_featured(record: Record, *, is_featured: bool) -> None:
    """Of the record's live copy, if it has one."""
    row = Indexed.objects.filter(publication__record_id=record.pk).only("place").first()
    if row and is_featured:
        _mark(row.place, [FEATURED])
    elif row:
        _unmark(row.place, FacetMap.objects.filter(facet=FEATURED[0]))


@transaction.atomic
def rebuild() -> int:
    """Everything anew from what is live, by date: how many. Safe to run at any time."""
    PublicVersion.raise_by_one()
    for model in (Indexed, IndexedTerm, FacetMap):
        models.QuerySet(model).delete()
    is_featured = Exists(Featured.objects.filter(record=OuterRef("record")))
    live: Any = (
        Publication.objects.live()
        .order_by("published_at", "pk")
        .select_related("region")
        .annotate(is_featured=is_featured)
    )
    maps: dict[Value, list[int]] = defaultdict(list)
    batch: list[tuple[int, Publication]] = []
    count = 0
    for place, publication in enumerate(live.iterator(chunk_size=BATCH)):
        for value in values_of(publication, is_featured=publication.is_featured):
            maps[value].append(place)
        batch.append((place, publication))
        count += 1
        if len(batch) == BATCH:
            _store(batch)
            batch = []
    _store(batch)
    FacetMap.objects.bulk_create(_maps_of(maps))
    settle(connection)
    return count


def catch_up(**_: object) -> None:
    """After a migration: everything anew if the index does not know what is live."""
    known = connection.introspection.table_names()
    if Indexed._meta.db_table not in known:
        return
    is_known = Exists(Indexed.objects.filter(publication=OuterRef("pk")))
    if Publication.objects.live().exclude(is_known).exists():
        rebuild()


def _store(batch: Iterable[tuple[int, Publication]]) -> None:
    Indexed.objects.bulk_create(_row_of(each, place) for place, each in batch)
    terms = [term for _, each in batch for term in _terms_of(each)]
    IndexedTerm.objects.bulk_create(terms)


def _maps_of(maps: dict[Value, list[int]]) -> Iterable[FacetMap]:
    """One map a value, under the label that its newest copy has."""
    labels = {value[:2]: value[2] for value in maps}
    joined: dict[tuple[str, str], list[int]] = defaultdict(list)
    for value, places in maps.items():
        joined[value[:2]] += places
    return [
        FacetMap(
            facet=facet, value=value, label=labels[facet, value], places=_bytes(places)
        )
        for (facet, value), places in joined.items()
    ]


def _bytes(places: Iterable[int]) -> bytes:
    return Places.of(places).to_bytes()


def _row_of(publication: Publication, place: int) -> Indexed:
    """The words of its tile, which count most; all its words; and how they are written."""
    card = publication.card
    title = fold(
        "\n".join(
            (
                card.get("headline") or card.get("name") or publication.title,
                publication.byline,
                publication.organisation_name,
            )
        )
    )
    return Indexed(
        place=place,
        publication=publication,
        title=stems_of(title),
        words=stems_of(publication.search_text),
        forms=forms_of(publication.search_text),
    )


def _terms_of(publication: Publication) -> list[IndexedTerm]:
    return [
        IndexedTerm(publication=publication, facet=facet, value=value)
        for facet, value, _ in terms_of(publication)
    ]


def _mark(place: int, values: Iterable[Value]) -> None:
    """Two queries, and one for each value that nothing had before."""
    wanted = {value[:2]: value[2] for value in values}
    among = FacetMap.objects.filter(
        facet__in={facet for facet, _ in wanted},
        value__in={value for _, value in wanted},
    )
    known = {(row.facet, row.value): row for row in among}
    rows = []
    for (facet, value), label in wanted.items():
        row = known.get((facet, value)) or FacetMap(facet=facet, value=value)
        row.label = label
        row.places = Places(row.places).with_place(place).to_bytes()
        rows.append(row)
    _save(rows)


def _unmark(place: int, rows: models.QuerySet[FacetMap]) -> None:
    left = []
    for row in rows:
        places = Places(row.places)
        if place in places:
            row.places = places.without_place(place).to_bytes()
            left.append(row)
    _save(left)


def _save(rows: Iterable[FacetMap]) -> None:
    """A value that nothing has any more has no row."""
    rows = list(rows)
    empty = [row.pk for row in rows if not any(row.places)]
    FacetMap.objects.bulk_create(row for row in rows if not row.pk)
    FacetMap.objects.bulk_update(
        [row for row in rows if row.pk and row.pk not in empty], ["label", "places"]
    )
    if empty:
        models.QuerySet(FacetMap).filter(pk__in=empty).delete()
