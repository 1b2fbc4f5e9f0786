from datetime import UTC, datetime

import pytest
from django.http import QueryDict

from amd.campaign.models import Region
from amd.gallery.facets import Facets
from amd.gallery.filters import FACETS, Filters
from amd.publishing import live
from amd.publishing.models import Publication
from tests.factories import (
    make_case_study_copy,
    make_endorsement_copy,
    make_publication,
    make_record,
    make_region,
)

pytestmark = pytest.mark.django_db

SAFETY, QUALITY = ("safety", "Reduced risk"), ("quality", "Better care")
SEARCH, TRAINING = ("search", "Evidence search"), ("training", "Training")
ACUTE = ("acute", "Acute trust")


@pytest.fixture
def world():
    north = make_region(name="North", slug="north")
    south = make_region(name="South", slug="south")
    tell("A", north, 2025, [SAFETY, QUALITY], [SEARCH])
    best = tell("B", north, 2026, [SAFETY], [TRAINING])
    tell("C", south, 2026, [QUALITY], [SEARCH, TRAINING], figures=())
    endorse("D", south, 2026)
    endorse("E", None, 2024)
    live.feature(best.record)


def tell(headline, region, year, impacts, services, figures=(("1", "measured"),)):
    copy = make_case_study_copy(
        headline=headline,
        facets={"impact_category": impacts, "service_used": services},
        figures=figures,
    )
    record = make_record(kind="casestudy", region=region)
    return make_publication(record=record, copy=copy, published_at=noon(year))


def endorse(name, region, year):
    copy = make_endorsement_copy(
        name=name, facets={"organisation_type": [ACUTE], "phase": [("2", "Phase Two")]}
    )
    record = make_record(region=region)
    return make_publication(record=record, copy=copy, published_at=noon(year))


def noon(year):
    return datetime(year, 6, 3, 12, tzinfo=UTC)


def read(query):
    return Filters.read(QueryDict(query), Region.objects.current())


def counts(query, name):
    choices = Facets.of(read(query)).choices[name]
    return {each.label: each.count for each in choices if each.count}


def found(query):
    titles = read(query).found().values_list("title", flat=True)
    return "".join(sorted(titles))


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", "ABCDE"),
        ("kind=case-studies", "ABC"),
        ("kind=endorsements&region=south", "D"),
        ("region=national", "E"),
        ("year=2026", "BCD"),
        ("year=1999", ""),
        ("phase=2", "DE"),
        ("impact=safety", "AB"),
        ("impact=safety&service=search", "A"),
        ("impact=quality&region=south&year=2026", "C"),
        ("service=training", "BC"),
        ("organisation=acute&year=2024", "E"),
        ("staff=nurses", ""),
        ("featured=yes", "B"),
        ("figure=yes", "AB"),
        ("figure=yes&featured=yes&impact=safety&words=B", "B"),
        ("words=pump&figure=yes", "AB"),
        ("words=pump&figure=no&featured=1&year=06&impact=a b", "ABC"),
    ],
)
def test_found_by_the_query_and_counted_by_the_index(world, query, titles):
    assert found(query) == titles
    assert Facets.of(read(query)).total == len(titles)


def test_every_count_is_what_choosing_it_would_find(world):
    asked = (
        "",
        "region=south",
        "impact=quality&year=2026",
        "words=pump",
        "featured=yes",
    )
    seen = 0

    for query in asked:
        for name in FACETS:
            for choice in Facets.of(read(query)).choices[name]:
                chosen = QueryDict(query, mutable=True)
                chosen[name] = choice.value
                after = Filters.read(chosen, Region.objects.current())
                assert after.found().count() == choice.count, (query, name, choice)
                seen += 1
    assert seen > 100


def test_choices_stand_in_an_order_that_people_expect(world):
    assert list(counts("", "year")) == ["All years", "2026", "2025", "2024"]
    assert list(counts("", "region")) == ["All regions", "North", "South", "National"]
    assert counts("", "impact") == {
        "All kinds of impact": 5,
        "Better care": 2,
        "Reduced risk": 2,
    }


def test_counts_follow_the_other_choices_and_not_their_own(world):
    assert counts("impact=safety", "impact") == {
        "All kinds of impact": 5,
        "Better care": 2,
        "Reduced risk": 2,
    }
    assert counts("impact=safety", "service") == {
        "All services": 2,
        "Evidence search": 1,
        "Training": 1,
    }
    assert counts("words=pump&year=2025", "figure") == {"All": 1, "Has a figure": 1}


def test_a_label_is_that_of_the_newest_copy(world):
    tell("F", None, 2026, [("safety", "Safer care")], [])

    assert "Safer care" in counts("", "impact")
    assert "Reduced risk" not in counts("", "impact")


def test_all_counts_are_one_query_and_words_one_more(world, django_assert_num_queries):
    filters = read("impact=safety&region=north&year=2026")
    asked = read("impact=safety&words=pump")

    with django_assert_num_queries(1):
        Facets.of(filters)
    with django_assert_num_queries(2):
        Facets.of(asked)


def test_an_address_says_what_was_chosen_and_nothing_else():
    query = "sort=newest&words= a  b &page=3&year=2026&kind=&figure=yes&x=1&region=zz"

    filters = read(query)

    assert filters.address == "words=a+b&year=2026&figure=yes&sort=newest&"
    assert filters.address_without("year") == "words=a+b&figure=yes&sort=newest&"
    assert filters.address_without("words") == "year=2026&figure=yes&"
    assert read("sort=newest").address == ""
    assert read("sort=newest").is_empty


def test_a_summary_says_what_is_shown(world):
    filters = read("kind=case-studies&words=pump&region=north&impact=safety&figure=yes")

    assert filters.summary(1_234, Facets.of(filters).labels) == (
        "1,234 impact case studies with “pump”, North, Reduced risk, Has a figure"
    )
    assert filters.summary(1) == (
        "1 impact case study with “pump”, North, safety, has a figure"
    )
    assert read("phase=2").summary(0) == "0 results, phase 2"


def test_nothing_retired_is_found_even_if_the_index_has_it(world):
    Publication.objects.filter(title="D").update(
        retired_at=noon(2026), retired_why="taken_down"
    )

    assert found("") == "ABCE"
    assert found("words=D") == ""
