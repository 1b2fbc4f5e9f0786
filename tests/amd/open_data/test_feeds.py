"""The feeds, read by the parsers that readers use."""

import json

import fastfeedparser
import feedparser
import pytest
from lxml import etree

from amd.publishing.models import Retired
from tests.factories import make_endorsement_copy, make_publication
from tests.moments import days_ago

pytestmark = pytest.mark.django_db

ATOM, JSON = "/feeds/gallery.atom", "/feeds/gallery.json"
DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"


def read_atom(client, query=""):
    answer = client.get(f"{ATOM}?{query}")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(answer.content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def read_json(client, query=""):
    answer = client.get(f"{JSON}?{query}")
    assert answer["Content-Type"] == "application/feed+json; charset=utf-8"
    return answer.json()


def titles_of(client, query=""):
    atom = [entry.title for entry in read_atom(client, query).entries]
    assert [item["title"] for item in read_json(client, query)["items"]] == atom
    return atom


def tombstones_of(client, query=""):
    tree = etree.fromstring(client.get(f"{ATOM}?{query}").content)
    atom = [
        (each.get("ref"), each.findtext("{*}comment")) for each in tree.iter(DELETED)
    ]
    told = read_json(client, query)["_open_data"]["withdrawn"]
    assert [each["id"] for each in told] == [address for address, _ in atom]
    assert [str(Retired(each["reason"]).label) for each in told] == [
        comment for _, comment in atom
    ]
    return atom


def test_feed_readers_find_every_word(client, endorsement, settings):
    entry = read_atom(client).entries[0]

    assert (entry.title, entry.author) == ("Dr Sample Person", "Sampleshire NHS Trust")
    assert entry.id == f"{settings.SITE_ADDRESS}/{endorsement.address_reference}"
    assert entry.link == settings.SITE_ADDRESS + endorsement.get_absolute_url()
    assert "<p>Our librarians are the colleagues I ask first." in entry.content[0].value
    assert "stop when it is withdrawn" in entry.rights


def test_json_feed_is_read_by_its_parser(client, endorsement, case_study):
    feed = fastfeedparser.parse(client.get(JSON).content.decode())

    assert feed["feed"]["title"] == "#AMillionDecisions"
    assert [entry["title"] for entry in feed["entries"]] == [
        "A search in an afternoon saves 120 hours a year",
        "Dr Sample Person",
    ]


def test_json_feed_has_what_its_version_asks_for(client, endorsement, not_shared):
    feed = read_json(client)

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    for item in feed["items"]:
        assert {"id", "url", "title", "summary", "date_published"} <= set(item)
        assert ("content_html" in item) != ("content_text" in item)
    assert set(feed) - {"_open_data"} <= {
        *("version", "title", "home_page_url", "feed_url", "next_url", "language"),
        *("authors", "items"),
    }


def test_both_take_the_gallerys_filters(client, endorsement, case_study):
    study = "A search in an afternoon saves 120 hours a year"

    assert titles_of(client) == [study, "Dr Sample Person"]
    assert titles_of(client, "kind=endorsements") == ["Dr Sample Person"]
    assert titles_of(client, "region=south&words=search") == [study]
    assert titles_of(client, "region=nowhere&page=1e9") == [study, "Dr Sample Person"]


def test_title_and_links_say_which_view_it_is(client, endorsement, settings):
    view = "kind=endorsements&region=north"

    for title in (read_atom(client, view).feed.title, read_json(client, view)["title"]):
        assert title == "#AMillionDecisions: endorsements, North"
    links = {link.rel: link.href for link in read_atom(client, view).feed.links}
    assert links == {
        "alternate": f"{settings.SITE_ADDRESS}/gallery/?{view}",
        "self": f"{settings.SITE_ADDRESS}{ATOM}?{view}",
    }


def test_what_is_not_to_be_shared_is_a_way_to_its_page(client, not_shared):
    entry = read_atom(client).entries[0]

    assert entry.title == f"Endorsement {not_shared.shown_reference}"
    assert entry.content[0].value == (
        "<p>Read it on its page. It is not offered to be shared elsewhere.</p>"
    )
    for address in (ATOM, JSON):
        text = client.get(address).text
        assert "Sample Person" not in text
        assert "colleagues" not in text


def test_what_ceased_to_be_public_is_told_in_every_view(
    client, withdrawn, taken_down, endorsement, settings
):
    home = settings.SITE_ADDRESS
    told = [
        (f"{home}/{taken_down.address_reference}", "Taken down"),
        (f"{home}/{withdrawn.address_reference}", "Withdrawn"),
    ]

    assert tombstones_of(client) == told
    assert tombstones_of(client, "kind=case-studies&words=nothing") == told
    assert titles_of(client) == ["Dr Sample Person"]
    assert "Quillfeather" not in client.get(ATOM).text + client.get(JSON).text


def test_markup_in_words_stays_words(client):
    quote = "</p><script>alert(1)</script> ]]> & \x0b"
    make_publication(copy=make_endorsement_copy(quote=quote))

    # The parser takes away what could run; the words are escaped before it.
    assert "&lt;script&gt;" in read_json(client)["items"][0]["content_html"]
    assert "&amp;lt;script&amp;gt;" in client.get(ATOM).text
    assert "script" not in {tag.split("}")[-1] for tag in tags(client)}


def tags(client):
    return [each.tag for each in etree.fromstring(client.get(ATOM).content).iter()]


def test_pages_lead_to_each_other(client, monkeypatch, settings):
    monkeypatch.setattr("amd.open_data.feeds.PAGE_SIZE", 2)
    for day in range(5):
        make_publication(
            published_at=days_ago(day),
            copy=make_endorsement_copy(name=f"Dr Sample {day}"),
        )

    found = {}
    for start, following in ((ATOM, next_of_atom), (JSON, next_of_json)):
        path, found[start] = f"{start}?kind=endorsements", []
        while path:
            found[start].append(titles_of(client, path.partition("?")[2]))
            following_path = following(client.get(path).content)
            path = following_path.removeprefix(settings.SITE_ADDRESS)

    pages = [
        ["Dr Sample 0", "Dr Sample 1"],
        ["Dr Sample 2", "Dr Sample 3"],
        ["Dr Sample 4"],
    ]
    assert found == {ATOM: pages, JSON: pages}


def next_of_atom(content):
    links = {link.rel: link.href for link in feedparser.parse(content).feed.links}
    return links.get("next", "")


def next_of_json(content):
    return json.loads(content).get("next_url", "")


def test_later_pages_repeat_no_tombstone(client, withdrawn, monkeypatch, settings):
    monkeypatch.setattr("amd.open_data.feeds.PAGE_SIZE", 1)
    make_publication(), make_publication()
    second = next_of_json(client.get(JSON).content)

    path = second.removeprefix(settings.SITE_ADDRESS)

    assert client.get(path).json()["_open_data"]["withdrawn"] == []


@pytest.mark.parametrize("path", [ATOM, JSON])
def test_a_cursor_cut_short_is_said_in_a_sentence(client, path):
    answer = client.get(f"{path}?cursor=abc")

    assert (answer.status_code, answer.text) == (
        400,
        "Take the whole cursor from the next address of an answer\n",
    )


@pytest.mark.parametrize("path", [ATOM, JSON])
def test_a_full_page_is_as_many_queries_as_an_empty_one(
    client, path, django_assert_num_queries
):
    with django_assert_num_queries(4):
        client.get(path)
    for _ in range(4):
        make_publication()

    with django_assert_num_queries(4):
        client.get(path)


def test_a_sample_says_so(client):
    make_publication(is_sample=True)

    assert titles_of(client) == ["Sample: Dr Sample Person"]
