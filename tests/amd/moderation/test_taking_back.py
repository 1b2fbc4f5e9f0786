"""Withdrawing everything, or the part of the person quoted, under a private link."""

import pytest

from amd.moderation.changes_of_mind import take_back
from amd.moderation.links import my_link
from amd.records.models import Role
from tests.amd.moderation.asked import (
    address_of,
    contributor_agrees,
    edit,
    live,
    now,
    publish,
    published_endorsement,
    published_study,
)
from tests.factories import make_picture, make_wordings, mark_as_met

pytestmark = pytest.mark.django_db

NEEDED = ["website", "name", "title"]


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


@pytest.fixture
def question(north):
    """A champion's endorsement with a photo, public with every use."""
    return published_endorsement(region=north, photo=make_picture())


def my(record, rest=""):
    return f"/my/{my_link(record)}/{rest}"


def test_page_says_what_will_happen_before_it_does(client, question):
    text = client.get(address_of(question, "withdraw/")).text

    assert "Nothing has happened yet." in text
    assert "Within five minutes" in text
    assert "This cannot be undone." in text
    assert live(question.record)


def test_champion_withdraws_everything_and_the_page_stays(client, question):
    address = live(question.record).get_absolute_url()

    response = client.post(address_of(question, "withdraw/"), follow=True)

    assert "Its page and its cards are gone" in response.text
    assert client.get(address).status_code == 410
    assert now(question.record).status == "withdrawn"
    question.refresh_from_db()
    assert (question.texts, question.email, question.answer) == ({}, "", "approved")


def test_second_click_on_withdraw_finds_it_done(client, question):
    client.post(address_of(question, "withdraw/"))

    response = client.post(address_of(question, "withdraw/"), follow=True)

    assert response.status_code == 200
    assert "Withdrawn" in response.text


def test_quoted_person_takes_their_part_out_and_the_story_stays(client, north):
    question = published_study(region=north)
    address = live(question.record).get_absolute_url()

    response = client.post(address_of(question, "withdraw/"), follow=True)

    assert "Your words are withdrawn" in response.text
    assert client.get(address).status_code == 410
    story = now(question.record)
    assert (story.status, story.quote, story.quoted_name) == ("submitted", "", "")
    assert story.headline


def test_story_is_published_again_without_its_quoted_person(client, north):
    question = published_study(region=north)
    client.post(address_of(question, "withdraw/"))
    contributor_agrees(question.record)
    mark_as_met(question.record)

    publish(question.record)

    text = client.get(live(question.record).get_absolute_url()).text
    assert "Robin" not in text
    assert "It changed what we order" not in text


def test_contributor_withdraws_the_whole_story(client, north):
    question = published_study(region=north)

    response = client.post(my(question.record, "withdraw/"), follow=True)

    assert "It was withdrawn. Its words and pictures are erased." in response.text
    assert live(question.record) is None
    assert "Your words are withdrawn" in client.get(address_of(question)).text
    assert "agreed/" not in response.text


def test_withdrawal_is_tried_again_when_a_lead_was_first(question):
    stale = question.record
    edit(stale, author_name="Somebody Else")

    take_back(stale, person="champion", by=Role.QUOTED_PERSON)

    assert now(stale).status == "withdrawn"
