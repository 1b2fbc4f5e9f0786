import re
from datetime import UTC, datetime
from urllib.parse import quote

import pytest

from amd.publishing.live import erase_all, take_down
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


def tell(headline, **record):
    return make_publication(
        record=make_record(kind="casestudy", **record),
        copy=make_case_study_copy(headline=headline),
    )


def titles(client, query=""):
    html = client.get(f"/gallery/{query}").content.decode()
    found = re.findall(r'amd-tile__link" href="[^"]+">(.+?)</a>', html)
    return [re.sub("</?mark>", "", title) for title in found]


def test_everything_live_newest_first(client):
    endorse("One")
    tell("Two")
    endorse("Three")

    assert titles(client) == ["Three", "Two", "One"]


@pytest.mark.parametrize("end", [take_down, erase_all])
def test_what_is_not_live_is_not_there(client, end):
    endorse("One")
    gone = endorse("Two")
    make_record(organisation_name="Never published")

    end(gone.record, Retired.WITHDRAWN)

    assert titles(client) == ["One"]


def test_old_copy_of_a_live_record_is_not_there(client):
    first = endorse("One")
    make_publication(record=first.record, copy=make_endorsement_copy(name="New"))

    assert titles(client) == ["New"]


def test_filters_by_kind_and_region_and_both(client):
    north = make_region(name="North", slug="north")
    endorse("One", region=north)
    tell("Two", region=north)
    endorse("Three", region=make_region())
    endorse("Four", region=None)

    assert titles(client, "?kind=endorsements") == ["Four", "Three", "One"]
    assert titles(client, "?region=north") == ["Two", "One"]
    assert titles(client, "?region=national") == ["Four"]
    assert titles(client, "?kind=case-studies&region=north") == ["Two"]


def test_words_find_without_accents_and_case_and_all_must_be_there(client):
    endorse("Nwŷfre Sample-ap-Sampl")
    endorse("Sample Person")

    assert titles(client, "?words=NWYFRE+sampl") == ["Nwŷfre Sample-ap-Sampl"]
    assert titles(client, "?words=nwyfre+person") == []


def test_a_record_is_found_by_its_reference(client):
    endorse("One", reference="7F3K2Q")
    endorse("Two")

    assert titles(client, "?words=7F3K-2Q") == ["One"]
    assert titles(client, "?words=7f3k2q") == ["One"]


def test_filters_are_shown_as_asked_with_a_way_back(client):
    make_region(name="North", slug="north")
    endorse("One")

    html = client.get("/gallery/?kind=endorsements&region=north&words=a%22b").content
    html = html.decode()

    assert '<option value="endorsements" selected>' in html
    assert '<option value="north" selected>' in html
    assert 'value="a&quot;b"' in html
    assert "0 endorsements with “a&quot;b”, North" in html
    assert "Nothing was found" in html


def counts(client, query, name):
    """(label, how many) of each choice of a filter."""
    html = client.get(f"/gallery/{query}").content.decode()
    select = re.search(rf'<select[^>]+name="{name}">(.*?)</select>', html, re.S)[1]
    found = re.findall(r">([^<]+) \((\d+)\)<", select)
    return {label: int(count) for label, count in found if count != "0"}


def test_each_choice_says_how_many_it_would_show(client):
    north = make_region(name="North", slug="north")
    south = make_region(name="South", slug="south")
    for name, region in (("A", north), ("B", north), ("C", south), ("D", None)):
        endorse(name, region=region)
    tell("E", region=south)

    assert counts(client, "", "kind") == {
        "Everything": 5,
        "Endorsements": 4,
        "Impact case studies": 1,
    }
    assert counts(client, "?region=south", "kind") == {
        "Everything": 2,
        "Endorsements": 1,
        "Impact case studies": 1,
    }
    assert counts(client, "?kind=endorsements&region=north", "region") == {
        "All regions": 4,
        "North": 2,
        "South": 1,
        "National": 1,
    }
    assert counts(client, "?words=pump&kind=case-studies", "region") == {
        "All regions": 1,
        "South": 1,
    }


def test_pages_of_24_keep_the_filters(client):
    for number in range(25):
        endorse(f"Person {number}")

    html = client.get("/gallery/?kind=endorsements").content.decode()

    assert len(titles(client, "?kind=endorsements")) == 24
    assert 'href="?kind=endorsements&amp;page=2"' in html
    assert titles(client, "?kind=endorsements&page=2") == ["Person 0"]


@pytest.mark.parametrize(
    "query",
    [
        "page=1000000000",
        "page=" + "9" * 5000,
        "page=-1",
        "page=0",
        "page=one",
        "page=%00",
        "page=1.5",
        "kind=%00",
        "kind=../../etc/passwd",
        "region=nowhere",
        "region=%F0%9F%98%80",
        "words=%00",
        "words=" + quote("' OR 1=1 --"),
        "words=" + quote('"*" NEAR(a b)'),
        "words=" + quote("%_\\"),
        "words=" + quote("<script>alert(1)</script>"),
        "words=" + "a+" * 3000,
        "words=" + "a" * 9000,
        "words=%ED%A0%80",
        "words=%FF%FE",
        "words=" + quote("\u202e\u200b\ufeff"),
        "words=a&words=b&kind=x&kind=y",
        "&&&==",
        "year=0000",
        "year=%D9%A1%D9%A9%D9%A9%D9%A9",
        "impact=" + quote("' OR 1=1 --"),
        "impact=" + "a" * 9000,
        "phase=unknown&staff=unknown&organisation=-1",
        "featured=maybe&figure=%00&sort=sideways",
        "words=" + quote('title: sepsis* AND NOT {words} : ^"x" + NEAR("a" "b", 9)'),
        "words=" + quote("sepsis:* & !x | <-> (a"),
        "words=" + quote("\\'\"''\"\""),
        "words=" + quote("ﷺ" * 300),
        "words=" + quote("e" + "\u0301" * 3000),
        "words=" + quote("👩‍👩‍👧‍👦" * 500),
        "words=" + quote("۱۲۳ ٤٥٦ १२३ หนึ่ง নমুনা"),
        "words=" + "%22" * 3000,
        "words=one&page=1000000000&sort=newest",
    ],
)
def test_hostile_addresses_are_ordinary_pages(client, query):
    endorse("One")

    answer = client.get(f"/gallery/?{query}")

    assert answer.status_code == 200
    assert b"<script>alert" not in answer.content


def test_page_after_the_last_shows_the_last(client):
    for number in range(25):
        endorse(f"Person {number}")

    assert titles(client, "?page=1000000000") == ["Person 0"]


def test_empty_gallery_says_so(client):
    html = client.get("/gallery/").content.decode()

    assert "Nothing is published yet." in html


def test_picture_says_its_words_to_who_does_not_see_it(client):
    endorse("One")
    tell("Two")

    html = client.get("/gallery/").content.decode()

    assert 'alt="“Our librarians are the colleagues I ask first.”"' in html
    assert 'alt="120 hours, saved a year, measured. “It changed what we do.”"' in html


@pytest.mark.parametrize(
    ("query", "queries"),
    [
        ("", 4),
        ("?kind=endorsements&region=national&year=2026", 4),
        ("?words=sample&sort=newest", 5),
        ("?words=sample", 7),
    ],
)
def test_gallery_asks_the_same_of_the_database_with_1_and_with_30(
    client, django_assert_num_queries, query, queries
):
    day = datetime(2026, 6, 3, 12, tzinfo=UTC)
    make_publication(record=make_record(region=None), published_at=day)
    with django_assert_num_queries(queries):
        client.get(f"/gallery/{query}")
    for _ in range(29):
        make_publication(record=make_record(region=None), published_at=day)

    with django_assert_num_queries(queries):
        client.get(f"/gallery/{query}")


def test_a_form_leads_to_the_address_that_is_shared(client):
    north = make_region(name="North", slug="north")
    endorse("One", region=north)

    answer = client.get("/gallery/?words=&kind=endorsements&region=north&year=&page=2")

    assert answer.status_code == 302
    assert answer["Location"] == "/gallery/?kind=endorsements&region=north"
    assert client.get("/gallery/?words=&kind=")["Location"] == "/gallery/"


def test_each_choice_can_be_taken_away_again(client):
    make_region(name="North", slug="north")
    endorse("One")

    html = client.get("/gallery/?region=north&words=one&year=2020").content.decode()
    chosen = re.search(r'<ul class="amd-chosen".*?</ul>', html, re.S)[0]

    links = re.findall(r'href="([^"]+)"><span[^>]+>Remove </span>([^<]+)<', chosen)
    assert links == [
        ("/gallery/?region=north&amp;year=2020", "“one”"),
        ("/gallery/?words=one&amp;year=2020", "North"),
        ("/gallery/?words=one&amp;region=north", "2020"),
    ]
    assert "Clear and show everything" in chosen


def test_what_was_looked_for_is_marked_and_nothing_else_is_markup(client):
    copy = make_case_study_copy(
        headline="Pumps <b>chosen</b>",
        sections=(("What happened", "x " * 99 + "A “pump” & a libraries’ <i> plan"),),
    )
    make_publication(record=make_record(kind="casestudy"), copy=copy)

    html = client.get("/gallery/?words=pump+library").content.decode()

    assert "<mark>Pumps</mark> &lt;b&gt;chosen&lt;/b&gt;" in html
    excerpt = re.search(r'amd-tile__excerpt">(.+?)</p>', html)[1]
    assert excerpt.startswith("… x x x")
    assert excerpt.endswith(
        "A “<mark>pump</mark>” &amp; a <mark>libraries</mark>’ &lt;i&gt; plan"
    )


def test_best_first_with_words_and_newest_where_asked(client):
    endorse("Dr Sepsis Sample")
    copy = make_endorsement_copy(name="Other", quote="We feared sepsis.")
    make_publication(copy=copy)

    assert titles(client, "?words=sepsis") == ["Dr Sepsis Sample", "Other"]
    assert titles(client, "?words=sepsis&sort=newest") == ["Other", "Dr Sepsis Sample"]
    assert titles(client, "?sort=relevance") == ["Other", "Dr Sepsis Sample"]
    html = client.get("/gallery/?words=sepsis").content.decode()
    assert 'href="/gallery/?words=sepsis&amp;sort=newest">Newest first' in html


def test_pages_by_relevance_show_everything_once(client, monkeypatch):
    monkeypatch.setattr("amd.publishing.matching.RANKED", 10)
    names = [f"Person {number}" for number in range(30)]
    for name in names:
        endorse(name)
    for number in range(3):
        quote = "A person of few words."
        make_publication(copy=make_endorsement_copy(name=f"Q{number}", quote=quote))

    first, second = (titles(client, f"?words=person&page={n}") for n in (1, 2))

    assert (len(first), len(second)) == (24, 9)
    assert second[-3:] == ["Q2", "Q1", "Q0"]
    assert sorted(first + second[:-3]) == sorted(names)


def test_a_view_has_its_own_address_and_feeds(client):
    endorse("One")

    html = client.get("/gallery/?page=1&kind=endorsements&x=y").content.decode()

    assert (
        'rel="canonical" href="http://127.0.0.1:8000/gallery/?kind=endorsements"'
        in html
    )
    assert "/feeds/gallery.atom?kind=endorsements" in html
    assert "/feeds/gallery.csv?kind=endorsements" in html


def test_pictures_keep_their_place(client):
    endorse("One")

    html = client.get("/gallery/").content.decode()

    image = re.search(r"<img[^>]+amd-tile__image[^>]+>", html)[0]
    assert 'width="600" height="338"' in image
    assert "/thumb.webp" in image


def test_only_reading_is_allowed(client):
    assert client.post("/gallery/").status_code == 405
    assert client.head("/gallery/").status_code == 200
