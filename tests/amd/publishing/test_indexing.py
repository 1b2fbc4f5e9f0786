import pytest
from django.db import connection

from amd.publishing import indexing, live
from amd.publishing.models import (
    FacetMap,
    Indexed,
    IndexedTerm,
    Publication,
    Retired,
)
from amd.publishing.places import Places
from tests.factories import (
    make_case_study_copy,
    make_publication,
    make_record,
    make_region,
)

pytestmark = pytest.mark.django_db

SAFETY = {"impact_category": [("safety", "Reduced risk")]}


def index():
    """What the index holds, by the reference of each record, newest first."""
    places = dict(Indexed.objects.values_list("place", "publication__reference"))
    maps = {
        (row.facet, row.value, row.label): [
            places[place] for place in Places(row.places).newest(0, 99)
        ]
        for row in FacetMap.objects.all()
    }
    terms = set(
        IndexedTerm.objects.values_list("publication__reference", "facet", "value")
    )
    return maps, terms, [places[place] for place in sorted(places)]


def tell(facets=None, **record):
    copy = make_case_study_copy(facets=SAFETY if facets is None else facets)
    return make_publication(record=make_record(kind="casestudy", **record), copy=copy)


def test_a_live_copy_is_found_by_all_its_values():
    north = make_region(name="North", slug="north")
    told = tell(region=north, reference="7F3K2Q")
    make_publication(record=make_record(region=None, reference="ABCDEF"))
    year = str(told.published_at.year)

    maps, terms, order = index()

    assert maps == {
        ("", "", ""): ["ABCDEF", "7F3K2Q"],
        ("kind", "casestudy", "Impact case study"): ["7F3K2Q"],
        ("kind", "endorsement", "Endorsement"): ["ABCDEF"],
        ("region", "north", "North"): ["7F3K2Q"],
        ("region", "national", "National"): ["ABCDEF"],
        ("year", year, year): ["ABCDEF", "7F3K2Q"],
        ("impact", "safety", "Reduced risk"): ["7F3K2Q"],
        ("figure", "yes", "Has a figure"): ["7F3K2Q"],
    }
    assert terms == {("7F3K2Q", "impact", "safety")}
    assert order == ["7F3K2Q", "ABCDEF"]


def test_nothing_stays_of_what_is_taken_down_or_withdrawn():
    one, two = tell(), tell()

    live.take_down(one.record, Retired.TAKEN_DOWN)
    live.erase_all(two.record)

    assert index() == ({}, set(), [])


def test_a_new_copy_stands_first_and_a_narrowed_one_where_it_was():
    first, second, third = (tell() for _ in range(3))

    make_publication(record=first.record, copy=make_case_study_copy())
    narrowed = Publication.objects.live().get(record=second.record)
    narrowed.pk = None
    live.put_live(narrowed, why=Retired.NARROWED)

    assert index()[2] == [each.reference for each in (second, third, first)]


def test_escalated_is_featured_as_long_as_it_is():
    before = tell()
    featured = ("featured", "yes", "Featured")

    live.feature(before.record)
    assert index()[0][featured] == [before.reference]
    copy = make_case_study_copy()
    make_publication(record=before.record, copy=copy)
    assert index()[0][featured] == [before.reference]
    live.unfeature(before.record)
    assert featured not in index()[0]
    # A record that is not live has no place to mark.
    live.feature(make_record())
    assert featured not in index()[0]


def test_made_anew_it_is_the_same():
    for number in range(4):
        tell(facets={"phase": [(str(number % 2), f"Phase {number % 2}")]})
    gone, shown = tell(), tell()
    live.feature(shown.record)
    live.take_down(gone.record, Retired.TAKEN_DOWN)
    make_publication(record=Publication.objects.live().first().record)
    kept = index()

    assert indexing.rebuild() == 5
    assert index() == kept


def test_made_anew_in_parts_it_is_whole(monkeypatch):
    monkeypatch.setattr(indexing, "BATCH", 2)
    for _ in range(5):
        tell()
    kept = index()

    assert indexing.rebuild() == 5
    assert index() == kept


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite needs no number for its plan"
)
def test_made_anew_the_database_knows_how_many_copies_there_are():
    for _ in range(7):
        tell()

    indexing.rebuild()

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reltuples::int FROM pg_class WHERE relname = %s",
            [Publication._meta.db_table],
        )
        assert cursor.fetchone() == (7,)


def test_after_a_migration_what_is_missing_is_added():
    told = tell()
    Indexed.objects.all().delete()

    indexing.catch_up()

    assert index()[2] == [told.reference]


def test_a_term_that_no_copy_has_is_no_choice():
    told = tell()
    other = tell(facets={"impact_category": [("quality", "Better care")]})

    live.take_down(other.record, Retired.TAKEN_DOWN)

    values = FacetMap.objects.filter(facet="impact").values_list("value", flat=True)
    assert list(values) == ["safety"]
    assert index()[2] == [told.reference]
