"""The address of one record, in every state that a visitor can meet."""

import pytest

from amd.publishing.live import erase_all, take_down
from amd.publishing.models import Retired
from tests.factories import (
    make_endorsement_copy,
    make_picture,
    make_publication,
    make_record,
    make_region,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication():
    return make_publication(record=make_record(reference="7F3K2Q"))


def test_record_is_read_at_its_address(client, publication):
    answer = client.get("/endorsements/7f3k-2q/")

    assert answer.status_code == 200
    assert "Our librarians are the colleagues I ask first." in answer.content.decode()
    assert not answer.cookies


@pytest.mark.parametrize(
    "other",
    [
        "/endorsements/7F3K-2Q/",
        "/endorsements/7f3K-2q/",
        "/case-studies/7f3k-2q/",
        "/7f3k-2q",
        "/7F3K-2Q/",
    ],
)
def test_any_other_spelling_leads_there(client, publication, other):
    answer = client.get(other)

    assert (answer.status_code, answer["Location"]) == (302, "/endorsements/7f3k-2q/")


@pytest.mark.parametrize("end", [take_down, erase_all])
def test_taken_down_or_withdrawn_is_410_in_our_look(client, publication, end):
    end(publication.record, Retired.WITHDRAWN)

    for path in ("/endorsements/7f3k-2q/", "/report/7f3k-2q/", "/7f3k-2q"):
        answer = client.get(path)
        assert answer.status_code == 410
        assert "No longer published" in answer.content.decode()
        assert "Dr Sample Person" not in answer.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/endorsements/9f3k-2e/",
        "/endorsements/7f3k-2b/",
        "/endorsements/nonsense/",
        "/endorsements/7f3k-2q%00/",
        "/case-studies/zzzz-zz/",
        "/zzzz-zz",
        "/report/zzzz-zz/",
    ],
)
def test_unknown_is_404(client, publication, path):
    assert client.get(path).status_code == 404


def test_record_that_was_never_published_is_404(client):
    make_record(reference="7F3K2Q", author_name="Private Author")

    answer = client.get("/endorsements/7f3k-2q/")

    assert answer.status_code == 404


def test_published_again_after_a_take_down_is_back(client, publication):
    take_down(publication.record, Retired.TAKEN_DOWN)
    make_publication(record=publication.record)

    assert client.get("/endorsements/7f3k-2q/").status_code == 200


def test_lost_picture_file_leaves_the_words(client):
    picture = make_picture()
    record = make_record(reference="7F3K2Q")
    make_publication(record=record, copy=make_endorsement_copy(photo=picture))
    picture.medium.storage.delete(picture.medium.name)

    answer = client.get("/endorsements/7f3k-2q/")

    assert answer.status_code == 200
    assert "Our librarians are the colleagues I ask first." in answer.content.decode()


def test_page_asks_the_same_of_the_database_with_1_and_with_30(
    client, django_assert_num_queries
):
    region = make_region()
    first = make_publication(record=make_record(region=region))
    # The first visitor has the documents drawn, to say how large they are.
    client.get(first.get_absolute_url())
    with django_assert_num_queries(4):
        client.get(first.get_absolute_url())
    for _ in range(29):
        make_publication(record=make_record(region=region))

    with django_assert_num_queries(4):
        response = client.get(first.get_absolute_url())
    assert len(response.context["similar"]) == 3


def test_page_leads_to_what_is_similar(client):
    region = make_region()
    other = make_publication(record=make_record(region=region))
    shown = make_publication(record=make_record(region=region))
    alone = make_publication(record=make_record(region=make_region()))

    html = client.get(shown.get_absolute_url()).content.decode()

    assert "Similar endorsements" in html
    assert f'href="{other.get_absolute_url()}"' in html
    assert alone.get_absolute_url() not in html
    page_alone = client.get(alone.get_absolute_url()).content.decode()
    assert "Similar endorsements" not in page_alone


def test_only_reading_is_allowed(client, publication):
    assert client.post("/endorsements/7f3k-2q/").status_code == 405
    assert client.head("/endorsements/7f3k-2q/").status_code == 200
