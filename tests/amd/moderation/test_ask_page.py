"""A contributor has the person they quote asked, and sees what came of it."""

import pytest

from amd.consent.models import SignOff, Use
from amd.mail.models import Outbox
from amd.moderation import sign_off
from amd.moderation.answers import record_answer
from amd.moderation.ask_page import ASKS
from amd.moderation.links import my_link
from amd.records.models import Record, Role, Status
from tests.amd.moderation.asked import (
    ADDRESS,
    ask,
    edit,
    make_quoting_study,
    now,
)
from tests.factories import make_case_study, make_endorsement, make_wordings
from tests.moments import days_ago

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


@pytest.fixture
def story(north):
    return make_quoting_study(region=north)


def my(record, rest=""):
    return f"/my/{my_link(record)}/{rest}"


def send(client, record, email=ADDRESS, version=None):
    sent = {"email": email, "version": version or now(record).version}
    return client.post(my(record, "ask/"), sent)


def test_contributor_asks_the_person_they_quote(client, story):
    response = send(client, story)

    assert (response.status_code, response.url) == (302, my(story))
    question = SignOff.objects.get()
    assert (question.email, question.asked_as) == (ADDRESS, Role.AUTHOR)
    assert "Ali Sample would like to use your words" in Outbox.objects.first().body


@pytest.mark.parametrize("whose", ["author", "lead"])
def test_nobody_answers_in_the_place_of_the_person_quoted(client, story, whose):
    email = story.author_email if whose == "author" else story.region.mailbox
    sentence = {
        "author": "Enter the address of the person quoted: this one is the contributor",
        "lead": "Enter their own address",
    }[whose]

    response = send(client, story, email=email.upper())

    assert (response.status_code, sentence in response.text) == (422, True)
    assert email.upper() in response.text
    assert not SignOff.objects.exists()


def test_second_click_asks_once(client, story):
    send(client, story)
    send(client, story)

    assert SignOff.objects.count() == 1


def test_another_address_takes_the_place_of_a_wrong_one(client, story):
    send(client, story, email="wrong@example.nhs.uk")
    send(client, story)

    assert [q.email for q in SignOff.objects.open()] == [ADDRESS]


@pytest.mark.parametrize(
    ("email", "error"),
    [
        ("", "Enter their email address"),
        ("robin", "Enter an email address in the correct format"),
    ],
)
def test_address_that_is_none_is_refused(client, story, email, error):
    response = send(client, story, email=email)

    assert response.status_code == 422
    assert error in response.text
    assert not SignOff.objects.exists()


def test_story_that_was_changed_meanwhile_is_looked_at_again(client, story):
    seen = now(story).version
    edit(story, quote="Other words.")

    response = send(client, story, version=seen)

    assert response.status_code == 422
    assert "Not sent: the case study was changed" in response.text
    assert "Other words." in response.text
    assert not SignOff.objects.exists()
    assert f'value="{now(story).version}"' in response.text


def test_nobody_is_pestered(client, story):
    for number in range(ASKS):
        send(client, story, email=f"robin{number}@example.nhs.uk")

    response = send(client, story)

    assert response.status_code == 422
    assert "Not sent: they have been asked 5 times" in response.text
    assert SignOff.objects.count() == ASKS


@pytest.mark.parametrize("status", ["draft", "published", "declined", "withdrawn"])
def test_there_is_nothing_to_ask_in_every_other_status(client, story, status):
    Record.objects.filter(pk=story.pk).update(status=status)

    assert client.get(my(story, "ask/")).url == my(story)
    assert send(client, story).url == my(story)
    assert not SignOff.objects.exists()


@pytest.mark.parametrize("make", [make_case_study, make_endorsement])
def test_where_nobody_is_quoted_nobody_is_asked(client, north, make):
    record = make(region=north)

    assert "The person you quote" not in client.get(my(record)).text
    assert send(client, record).url == my(record)
    assert not SignOff.objects.exists()


def asked(story):
    return ask(story, by=Role.AUTHOR)


def approve(story):
    sign_off.approve(asked(story), uses=Use.values)


def wish(story):
    sign_off.ask_for_changes(asked(story), comment="Say “two hours”.")


def refuse(story):
    sign_off.refuse(asked(story), comment="I have moved on.")


def approve_too_little(story):
    sign_off.approve(asked(story), uses=["name"])


def expire(story):
    asked(story)
    SignOff.objects.update(expires_at=days_ago(1))


def change(story):
    approve(story)
    edit(story, quote="Other words.")


@pytest.mark.parametrize(
    ("act", "says", "asks"),
    [
        (lambda story: None, "Not asked yet.", True),
        (asked, f"We wrote to {ADDRESS}.", True),
        (expire, "their time to answer is over", True),
        (wish, "Say “two hours”.", True),
        (refuse, "I have moved on.", False),
        (approve, "They approved their words on ", False),
        (approve_too_little, "do not want their words on the website", True),
        (change, "Their words were changed since they agreed.", True),
    ],
    ids=["not", "waiting", "expired", "wish", "no", "yes", "little", "changed"],
)
def test_contributor_sees_where_it_stands(client, story, act, says, asks):
    act(story)

    text = client.get(my(story)).text

    assert says in text
    assert (my(story, "ask/") in text) is asks


def test_word_that_a_lead_vouches_for_is_enough(client, story, north_lead):
    record_answer(
        now(story),
        words=now(story).words()[1],
        uses=Use.values,
        method="letter",
        by=north_lead.user,
    )

    assert "A library lead has checked with them." in client.get(my(story)).text


def test_address_that_a_lead_gave_is_not_shown(client, story):
    ask(story, by=Role.LEAD, email="private@example.nhs.uk")

    for rest in ("", "ask/"):
        assert "private@example" not in client.get(my(story, rest)).text


def test_withdrawn_story_says_so_and_offers_nothing(client, story):
    Record.objects.filter(pk=story.pk).update(status=Status.WITHDRAWN)

    text = client.get(my(story)).text

    assert "It was withdrawn." in text
    assert "What you agreed to" not in text
    for rest in ("agreed/", "uses/", "withdraw/", "ask/"):
        assert client.get(my(story, rest)).url == my(story)
