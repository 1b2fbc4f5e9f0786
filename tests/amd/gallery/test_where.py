"""Finding a library lead by organisation: by code, by words of the name, after a merger."""

import pytest

from amd.campaign.models import LibraryService
from tests.factories import make_organisation, make_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def north():
    return make_region(
        name="North West", mailbox="library.nw@amilliondecisions.example"
    )


@pytest.fixture
def known(north):
    return make_organisation(
        name="Sampleshire Hospitals NHS Trust", ods_code="RXX", region=north
    )


def places(client, typed):
    found = client.get("/contact/", {"organisation": typed}).context["found"]
    return [place.name for place in found.places]


@pytest.mark.parametrize(
    "typed",
    ["RXX", " rxx ", "sampleshire", "hospitals SAMPLESHIRE", "Sampleshire Hospitals"],
)
def test_is_found_by_code_and_by_words_of_the_name(client, known, typed):
    make_organisation(name="Examplebury Hospice")

    assert places(client, typed) == [known.name]


def test_answer_names_region_mailbox_and_library_service(client, known):
    LibraryService.objects.create(
        name="Sampleshire Library",
        organisation=known,
        email="library@sampleshire.example",
    )

    page = client.get("/contact/", {"organisation": "RXX"}).text

    assert 'North West: <a href="mailto:library.nw@amilliondecisions.example"' in page
    assert "Sampleshire Library" in page
    assert 'href="mailto:library@sampleshire.example"' in page


def test_one_that_has_closed_leads_to_its_successor(client, known):
    make_organisation(name="Oldbury Trust", is_active=False, successor=known)

    page = client.get("/contact/", {"organisation": "oldbury"}).text

    assert known.name in page
    assert "Oldbury Trust is now part of it." in page


def test_unknown_and_too_many_are_said_in_a_sentence(client, north):
    for number in range(7):
        make_organisation(name=f"Manyshire Trust {number}", region=north)

    assert "We know no organisation with this name or code." in (
        client.get("/contact/", {"organisation": "nowhere"}).text
    )
    many = client.get("/contact/", {"organisation": "manyshire"})
    assert len(many.context["found"].places) == 6
    assert "Several organisations match." in many.text


@pytest.mark.parametrize(
    "typed",
    ["%", "_", "\x00", "' OR 1=1 --", "x" * 10_000, "a " * 5_000, "\u202e", "🦄"],
)
def test_hostile_words_are_an_ordinary_page(client, known, typed):
    response = client.get("/contact/", {"organisation": typed})

    assert response.status_code == 200


def test_asks_the_same_of_the_database_with_1_and_with_6(
    client, known, django_assert_num_queries
):
    with django_assert_num_queries(6):
        client.get("/contact/", {"organisation": "sampleshire"})
    for number in range(5):
        make_organisation(name=f"Sampleshire Trust {number}")

    with django_assert_num_queries(6):
        client.get("/contact/", {"organisation": "sampleshire"})


def test_each_region_of_the_map_leads_to_its_place_in_the_list(client, known):
    page = client.get("/contact/").text

    slug = known.region.slug
    assert f'href="#region-{slug}"' in page
    assert f'id="region-{slug}"' in page
