import re

import pytest

from amd.campaign.data import sources
from amd.campaign.loading import load_rows
from amd.campaign.models import Event, Region
from tests.factories import make_publication, make_record

pytestmark = pytest.mark.django_db

# One of them asks whether anything has changed at all.
PAGES = [("/campaign/", 6), ("/resources/", 3), ("/contact/", 3)]


@pytest.mark.parametrize(("address", "queries"), PAGES)
def test_page_asks_the_database_little(
    client, django_assert_num_queries, address, queries
):
    load_rows()

    with django_assert_num_queries(queries):
        response = client.get(address)

    assert response.status_code == 200


@pytest.mark.parametrize(("address", "queries"), PAGES)
def test_page_stands_before_anything_is_loaded(client, address, queries):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(("address", "queries"), PAGES)
def test_page_leads_outside_only_to_sources_that_were_read(client, address, queries):
    load_rows()

    text = client.get(address).content.decode()

    outside = set(re.findall(r'href="(https?://[^"]+)"', text))
    assert outside <= sources.ALL


def test_campaign_tells_history_in_order(client):
    load_rows()

    text = client.get("/campaign/").content.decode()

    told = ["Phase One", "Confederation Conference 2017", "Phase Two", "Confed18"]
    told += ["Over 70 senior leaders", "Four champions", "70 for #NHS70", "Espresso"]
    assert [text.index(words) for words in told] == sorted(map(text.index, told))


def test_campaign_escapes_what_staff_wrote(client):
    load_rows()
    Event.objects.update(summary="<b>bold</b>")

    text = client.get("/campaign/").content.decode()

    assert "&lt;b&gt;bold&lt;/b&gt;" in text
    assert "<b>bold" not in text


def test_contact_lists_seven_mailboxes_and_the_campaign(client):
    load_rows()

    text = client.get("/contact/").content.decode()

    found = re.findall(r'href="mailto:([^"]+)"', text)
    assert len(found) == 8
    assert "library.midlands@amilliondecisions.example" in found
    assert "team@example.org" in found


def test_contact_links_to_what_a_region_has_published(client):
    load_rows()
    midlands = Region.objects.get(slug="midlands")
    for _ in range(2):
        make_publication(record=make_record(region=midlands))

    text = client.get("/contact/").content.decode()

    linked = re.findall(r'href="/gallery/\?region=([a-z-]+)">(\d+) in', text)
    assert linked == [("midlands", "2")]


def test_contact_says_where_a_region_has_no_mailbox(client):
    load_rows()
    Region.objects.filter(slug="london").update(mailbox="")

    text = client.get("/contact/").content.decode()

    assert "No mailbox yet: write to the campaign" in text
    assert "library.london@" not in text
