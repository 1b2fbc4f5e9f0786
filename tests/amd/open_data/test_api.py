import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from amd.gallery.filters import FACETS
from amd.open_data.cursors import cursor_at
from amd.open_data.schemas import Asked
from tests.factories import (
    make_case_study_copy,
    make_endorsement_copy,
    make_publication,
    make_record,
)
from tests.moments import days_ago

pytestmark = pytest.mark.django_db

LIST = "/api/v1/publications/"


def references(answer):
    return [item["reference"] for item in answer.json()["items"]]


def one(client, publication):
    answer = client.get(f"{LIST}{publication.address_reference}/")
    assert answer.status_code == 200
    return answer.json()["item"]


def test_an_endorsement_is_told_whole(client, endorsement, settings):
    home, today = settings.SITE_ADDRESS, timezone.localdate()
    address = endorsement.address_reference

    item = one(client, endorsement)

    image, at = item.pop("image"), item.pop("published_at")
    assert item == {
        "id": f"{home}/{address}",
        "reference": endorsement.shown_reference,
        "kind": "endorsements",
        "url": f"{home}/endorsements/{address}/",
        "as_at": str(today),
        "use_until": str(endorsement.ends_on),
        "may_be_shared": True,
        "terms": "© the person quoted. Share this card unchanged until "
        f"{endorsement.ends_on:%-d %B %Y}; stop when it is withdrawn.",
        "is_sample": False,
        "region": {"code": "north", "label": "North"},
        "facets": {},
        "figures": [],
        "title": "Dr Sample Person",
        "byline": "Medical Director, Sampleshire NHS Trust",
        "organisation": "Sampleshire NHS Trust",
        "sections": [
            {
                "heading": "Endorsement",
                "text": "Our librarians are the colleagues I ask first.",
            }
        ],
    }
    assert (image["width"], image["height"]) == (1200, 675)
    assert "colleagues I ask first" in image["alt"]
    assert timezone.datetime.fromisoformat(at).replace(microsecond=0) == (
        endorsement.published_at.replace(microsecond=0)
    )


def test_its_image_can_be_fetched(client, endorsement, settings):
    url = one(client, endorsement)["image"]["url"]

    picture = client.get(url.removeprefix(settings.SITE_ADDRESS))

    assert (picture.status_code, picture["Content-Type"]) == (200, "image/png")


def test_figures_and_facets_are_data(client, case_study):
    item = one(client, case_study)

    assert item["kind"] == "case-studies"
    assert item["figures"] == [
        {"figure": "120 hours", "basis": "saved a year, measured"}
    ]
    assert item["facets"] == {
        "impact_category": [{"code": "safety", "label": "Reduced risk"}]
    }


def test_a_facet_that_no_page_names_is_not_told(client):
    copy = make_endorsement_copy(facets={"level": [("national", "National")]})
    publication = make_publication(copy=copy)

    assert one(client, publication)["facets"] == {}


def test_whoever_did_not_agree_to_sharing_is_told_by_facts_alone(client, not_shared):
    item = one(client, not_shared)

    assert item["reference"] == not_shared.shown_reference
    assert item["terms"].endswith("It is not offered to be shared elsewhere.")
    words = ("may_be_shared", "title", "byline", "organisation", "sections", "image")
    assert [item[name] for name in words] == [False, None, None, None, [], None]


def test_a_record_without_a_region_is_national(client):
    assert one(client, make_publication())["region"] == {
        "code": "national",
        "label": "National",
    }


def test_a_reference_is_read_as_people_type_it(client, endorsement):
    typed = endorsement.reference.lower()

    assert client.get(f"{LIST}{typed}/").status_code == 200


@pytest.mark.parametrize("reference", ["7F3K-2Q", "x", "%00", "%ff", "x" * 5000])
def test_a_reference_that_is_none_is_said_in_a_sentence(client, reference):
    answer = client.get(f"{LIST}{reference}/")

    assert answer.status_code == 404
    assert answer.json()["detail"] == "Nothing was ever published with this reference"
    assert answer.json()["terms"]["figures_licence"].startswith("https://")


def test_what_was_withdrawn_is_gone_with_its_tombstone(client, withdrawn):
    answer = client.get(f"{LIST}{withdrawn.address_reference}/")

    assert answer.status_code == 410
    assert answer.json()["item"]["reason"] == "withdrawn"
    assert "Quillfeather" not in answer.text


def test_nothing_waiting_or_replaced_is_listed(client, withdrawn, taken_down):
    record = make_record()
    make_publication(record=record)
    newer = make_publication(
        record=record, copy=make_endorsement_copy(quote="Ask them.")
    )

    items = client.get(LIST).json()["items"]

    assert [item["reference"] for item in items] == [newer.shown_reference]
    assert items[0]["sections"][0]["text"] == "Ask them."


def test_the_gallerys_filters_choose(client, endorsement, case_study):
    views = {
        "": [case_study, endorsement],
        "kind=endorsements": [endorsement],
        "region=south": [case_study],
        "words=colleagues": [endorsement],
        "kind=case-studies&region=north": [],
        "kind=x&region=y&cows=z": [case_study, endorsement],
    }
    for query, expected in views.items():
        found = references(client.get(f"{LIST}?{query}"))

        assert found == [each.shown_reference for each in expected], query


def test_the_answer_says_what_was_understood(client, endorsement, settings):
    answer = client.get(f"{LIST}?kind=endorsements&region=nowhere&words=%00ask%20")

    assert answer.json()["address"] == (
        f"{settings.SITE_ADDRESS}{LIST}?words=ask&kind=endorsements"
    )


@pytest.mark.parametrize("view", ["kind=endorsements", "words=colleagues"])
def test_pages_lead_to_each_other(client, settings, view):
    made = [make_publication(published_at=days_ago(day)) for day in range(4, -1, -1)][
        ::-1
    ]
    path, found = f"{LIST}?{view}&limit=2", []
    while path:
        answer = client.get(path)
        found.append(references(answer))
        path = (answer.json()["next"] or "").removeprefix(settings.SITE_ADDRESS)

    names = [each.shown_reference for each in made]
    assert found == [names[:2], names[2:4], names[4:]]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("limit=0", "Ask for a limit from 1 to 100"),
        ("limit=101", "Ask for a limit from 1 to 100"),
        ("limit=1e9", "Ask for a limit from 1 to 100"),
        ("limit=", "Ask for a limit from 1 to 100"),
        ("cursor=abc", "Take the whole cursor from the next address of an answer"),
        ("cursor=%00%ff", "Take the whole cursor from the next address of an answer"),
    ],
)
@pytest.mark.parametrize("path", [LIST, "/api/v1/withdrawn/"])
def test_what_cannot_be_read_is_said_in_a_sentence(client, path, query, sentence):
    answer = client.get(f"{path}?{query}")

    assert (answer.status_code, answer.json()["detail"]) == (400, sentence)
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_a_cursor_leads_on_in_its_own_kind_of_view_alone(client):
    for _ in range(2):
        make_publication()
    by_words, by_date = (f"{LIST}?words={word}&limit=1" for word in ("ask", ""))
    cursors = [
        client.get(path).json()["next"].rpartition("cursor=")[2]
        for path in (by_words, by_date)
    ]

    for path, cursor in zip((by_date, by_words), cursors, strict=True):
        assert client.get(f"{path}&cursor={cursor}").status_code == 400


@pytest.mark.parametrize("place", [0, 1, 2**62])
def test_a_cursor_far_away_among_words_is_an_ordinary_page(client, place):
    make_publication()
    path = f"{LIST}?words=colleagues&cursor={cursor_at(place)}"

    assert len(references(client.get(path))) == int(place > 0)


def test_too_many_questions_at_once_are_refused_in_a_sentence(client):
    answer = client.get(f"{LIST}?{'&'.join(['words=a'] * 1000)}")

    assert (answer.status_code, answer.json()["detail"]) == (
        400,
        "Ask for less at once",
    )


def test_facets_count_what_the_list_shows(client, endorsement, case_study):
    answer = client.get("/api/v1/facets/?region=south").json()

    kinds = {c["value"]: c["count"] for c in answer["facets"]["kind"] if c["value"]}
    assert answer["total"] == 1
    assert kinds == {"endorsements": 0, "case-studies": 1}
    assert [c["value"] for c in answer["facets"]["region"] if c["is_chosen"]] == [
        "south"
    ]


def test_every_question_of_the_gallery_is_described():
    assert set(Asked.model_fields) == {"words", *FACETS}


def test_every_facet_has_its_choices(client, endorsement, case_study):
    facets = client.get("/api/v1/facets/").json()["facets"]

    assert set(facets) == set(FACETS)
    for choice in facets["impact"]:
        found = client.get(f"{LIST}?impact={choice['value']}").json()["items"]
        assert len(found) == choice["count"], choice


def queries(client, path):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return [each["sql"] for each in captured]


@pytest.mark.parametrize(("view", "count"), [("", 3), ("words=Sampleshire", 5)])
def test_a_page_of_many_is_as_many_queries_as_a_page_of_one(
    client, endorsement, django_assert_num_queries, view, count
):
    with django_assert_num_queries(count):
        client.get(f"{LIST}?{view}")
    for number in range(5):
        make_publication(
            record=make_record(kind="casestudy", region=endorsement.region),
            copy=make_case_study_copy(headline=f"Headline {number}"),
        )

    with django_assert_num_queries(count):
        answer = client.get(f"{LIST}?{view}")
    assert len(references(answer)) == 6


def test_no_page_reads_the_searched_words(client, endorsement):
    page = [sql for sql in queries(client, LIST) if "publishing_publication" in sql]

    assert len(page) == 1
    assert '"search_text"' not in page[0]


def test_control_characters_are_left_out(client):
    publication = make_publication(copy=make_endorsement_copy(quote="One\x0b\x1f two"))

    assert one(client, publication)["sections"][0]["text"] == "One two"
