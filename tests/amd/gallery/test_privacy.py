"""The privacy page: what people agree to today, and every version they ever read."""

from datetime import UTC, datetime

import pytest
from django.utils.html import strip_tags

from amd.campaign.models import ConsentWording
from amd.consent.models import Use
from tests.factories import make_wordings

pytestmark = pytest.mark.django_db


@pytest.fixture
def second():
    make_wordings()
    return ConsentWording.objects.create(
        person="champion",
        version=2,
        introduction="Clearer than before.",
        uses={use: f"You may use it: {use}" for use in reversed(Use.values)},
        terms="Still yours to change.",
        in_force_from=datetime(2027, 3, 1, 9, tzinfo=UTC),
    )


def test_page_names_the_wording_in_force_of_each_kind_of_person(client, second):
    text = client.get("/privacy/").text

    assert "/privacy/wordings/champion/2/" in text
    assert "/privacy/wordings/champion/1/" not in text
    assert "/privacy/wordings/contributor/1/" in text
    assert "/privacy/wordings/quoted/1/" in text
    assert "in force from 1 March 2027" in text


def test_page_stands_before_the_campaign_is_loaded(client):
    text = client.get("/privacy/").text

    assert "word for word" not in text


def test_page_says_that_an_address_typed_for_a_lost_link_is_forgotten(client):
    text = " ".join(strip_tags(client.get("/privacy/").text).split())

    assert (
        "An email address that is typed to get a private link again is deleted as soon "
        "as we have answered, whether or not we know it"
    ) in text


def test_wording_that_is_no_longer_in_force_can_be_read_again(client, second):
    text = client.get("/privacy/wordings/champion/1/").text

    assert "What you agree to is yours to decide." in text
    assert "You can change your mind." in text
    assert "until 1 March 2027" in text
    assert "/privacy/wordings/champion/2/" in text


def test_sentences_stand_in_the_order_of_the_boxes(client, second):
    text = client.get("/privacy/wordings/champion/2/").text

    places = [text.index(f"You may use it: {use}") for use in Use.values]
    assert places == sorted(places)


def test_order_of_the_sentences_knows_every_use():
    assert list(ConsentWording.ORDER) == Use.values


@pytest.mark.parametrize("path", ["champion/3", "champion/0", "nobody/1"])
def test_wording_that_never_was_is_not_found(client, second, path):
    assert client.get(f"/privacy/wordings/{path}/").status_code == 404
