"""Whoever has lost their links gets them by mail, and nobody learns who has any."""

import re
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from amd.mail.models import Outbox
from amd.moderation.links import my_address
from amd.moderation.lost_link import answer_links_asked
from amd.moderation.lost_link_page import FROM_ONE_PLACE, TO_ONE_PERSON
from amd.moderation.models import LinksAsked
from amd.records.models import Record, Status
from amd.web.models import Throttle
from endorsements.confirming import confirmation_address
from tests.factories import make_case_study, make_consent, make_endorsement

pytestmark = pytest.mark.django_db

PAGE = "/lost-link/"
ALI = "ali@example.nhs.uk"


def ask(client, email=ALI):
    return client.post(PAGE, {"email": email})


def mailed():
    """What the worker sends for what was asked: (to whom, the words)."""
    Outbox.objects.all().delete()
    answer_links_asked()
    return [(mail.address, mail.body) for mail in Outbox.objects.order_by("pk")]


def in_state(record, status):
    Record.objects.filter(pk=record.pk).update(status=status)
    return record


@pytest.fixture
def story(north):
    return make_case_study(region=north, author_email=ALI)


def test_all_links_come_in_one_mail(client, north, story):
    draft = in_state(make_case_study(region=north, author_email=ALI), Status.DRAFT)
    said = make_endorsement(region=north, author_email=ALI)
    theirs = make_case_study(region=north, author_email="sam@example.nhs.uk")

    ask(client)

    [(to, words)] = mailed()
    assert to == ALI
    for record in (story, draft, said):
        assert my_address(record) in words
        assert record.shown_reference in words
    assert theirs.shown_reference not in words
    assert f"Impact case study {draft.shown_reference}, draft, begun on" in words


def test_it_was_begun_on_the_day_that_it_was_here(client, story):
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    Record.objects.filter(pk=story.pk).update(created_at=late)

    ask(client)

    [(_, words)] = mailed()
    assert "begun on 1 July 2026:" in words


def test_case_does_not_matter_and_the_mail_goes_to_the_address_we_have(client, story):
    ask(client, "Ali@Example.NHS.uk")

    [(to, words)] = mailed()
    assert to == ALI
    assert my_address(story) in words


def test_an_address_like_another_gets_nothing(client, story):
    for odd in ("ali@example_nhs.uk", "%@example.nhs.uk", "xali@example.nhs.uk"):
        ask(client, odd)

    assert mailed() == []


def test_what_was_withdrawn_is_not_in_it(client, story):
    in_state(story, Status.WITHDRAWN)

    ask(client)

    assert mailed() == []


def test_an_endorsement_that_waits_gets_the_link_that_confirms_it(client, north):
    said = make_endorsement(region=north, status=Status.DRAFT, author_email=ALI)
    make_consent(said, digest=said.words()[0].digest(), method="web_form")

    ask(client)

    [(_, words)] = mailed()
    assert confirmation_address(said) in words
    assert my_address(said) not in words


def asked_of_database(client, email):
    """Every statement of one asking, without the values in it."""
    Throttle.objects.all().delete()
    with CaptureQueriesContext(connection) as asked:
        answer = ask(client, email)
    found = [re.sub(r"'[^']*'|\b\d+\b|s\d+_x\d+", "?", query["sql"]) for query in asked]
    return found, (answer.status_code, answer["Location"])


def test_a_known_and_an_unknown_address_are_answered_alike(client, story):
    """The same answer after the same work: what is found out, the worker finds out."""
    known = asked_of_database(client, ALI)
    unknown = asked_of_database(client, "nobody@example.org")

    assert known == unknown
    assert not any("records_record" in statement for statement in known[0])


def test_the_page_says_nothing_of_what_there_is(client, story):
    answer = client.get(ask(client)["Location"])

    words = " ".join(strip_tags(answer.text).split())
    assert "If we have something from that address, its links are on their way" in words
    assert ALI not in answer.text
    assert "<form" not in answer.text


def test_a_mailbox_is_not_filled(client, story):
    for _ in range(TO_ONE_PERSON + 2):
        assert ask(client).status_code == 302
    assert ask(client, ALI.upper()).status_code == 302

    assert len(mailed()) == TO_ONE_PERSON


def test_one_place_may_not_ask_for_ever(client, story):
    for number in range(FROM_ONE_PLACE):
        ask(client, f"person{number}@example.org")

    answer = ask(client)

    assert answer.status_code == 422
    assert "Not sent: many links were asked for from your network." in answer.text
    assert f'value="{ALI}"' in answer.text
    assert mailed() == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Enter your email address"),
        ("ali", "Enter an email address in the correct format"),
        ("a\x00@example.org", "invisible characters"),
        (f"{'a' * 250}@example.org", "must be 254 characters or less"),
    ],
)
def test_what_is_no_address_is_said_and_kept(client, typed, sentence):
    answer = ask(client, typed)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert not LinksAsked.objects.exists()


def test_the_worker_answers_and_forgets_who_asked(client, story, mailoutbox):
    ask(client)
    ask(client, "nobody@example.org")
    Outbox.objects.all().delete()

    call_command("work", once=True)

    [message] = mailoutbox
    assert message.to == [ALI]
    assert not LinksAsked.objects.exists()


def test_the_mail_about_one_record_goes_with_it(client, story):
    ask(client)
    mailed()

    assert Outbox.objects.get().reference == story.reference
    assert Outbox.objects.get().region == story.region


def test_the_mail_about_several_goes_with_none_of_them(client, south, story):
    make_case_study(region=south, author_email=ALI)

    ask(client)
    mailed()

    assert Outbox.objects.get().reference == ""
    assert Outbox.objects.get().region is None


def test_the_ways_to_it(client):
    for page in ("/case-studies/submit/", "/my/cut-short/"):
        assert f'href="{PAGE}"' in client.get(page).text, page
