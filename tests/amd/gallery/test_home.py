import re

import pytest

from amd.campaign.models import KeyMessage
from amd.publishing.live import take_down
from amd.publishing.models import Retired
from tests.factories import (
    make_case_study_copy,
    make_endorsement_copy,
    make_publication,
    make_record,
    make_region,
)

pytestmark = pytest.mark.django_db


def endorse(name, **record):
    record = make_record(**record)
    return make_publication(record=record, copy=make_endorsement_copy(name=name))


def numbers(html):
    """What stands in the three counts, in order."""
    return re.findall(r'amd-stats__number">(\d+)<', html)


def test_counts_are_of_what_is_live(client):
    north, south = make_region(), make_region()
    endorse("One", region=north)
    endorse("Two", region=south)
    make_publication(record=make_record(kind="casestudy", region=north))
    down = endorse("Three", region=make_region())
    take_down(down.record, Retired.TAKEN_DOWN)

    html = client.get("/").content.decode()

    assert numbers(html) == ["2", "1", "2"]
    assert "leaders in their own words" in html
    assert "impact case study<" in html


def test_newest_three_of_each_kind_are_shown(client):
    for name in ("One", "Two", "Three", "Four"):
        endorse(name)
    for headline in ("Story one", "Story two"):
        make_publication(
            record=make_record(kind="casestudy"),
            copy=make_case_study_copy(headline=headline),
        )

    html = client.get("/").content.decode()

    titles = re.findall(r'amd-tile__link" href="[^"]+">([^<]+)<', html)
    assert titles == ["Four", "Three", "Two", "Story two", "Story one"]


def test_claim_stands_with_its_source(client):
    KeyMessage.objects.create(
        code="claim", text="Over a million decisions", source="https://example.org/c"
    )

    html = client.get("/").content.decode()

    assert "Over a million decisions" in html
    assert 'href="https://example.org/c"' in html


def test_three_ways_to_take_part_even_when_nothing_is_published(client):
    html = client.get("/").content.decode()

    ways = re.findall(r'amd-way__title"><a href="([^"]+)"', html)
    assert ways == ["/endorse/", "/case-studies/submit/", "/no-librarian/"]
    assert numbers(html) == ["0", "0", "0"]


def test_home_asks_the_same_of_the_database_with_1_and_with_30(
    client, django_assert_num_queries
):
    endorse("One", region=make_region())
    with django_assert_num_queries(7):
        client.get("/")
    for number in range(29):
        endorse(f"Person {number}", region=make_region())

    with django_assert_num_queries(7):
        client.get("/")


def test_reader_gets_no_cookie(client):
    endorse("One")

    for path in ("/", "/gallery/"):
        assert not client.get(path).cookies
