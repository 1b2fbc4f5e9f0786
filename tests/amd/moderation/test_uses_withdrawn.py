"""Withdrawn words come down wherever they were used, and where that was is forgotten."""

import pytest
from django.utils import timezone

from amd.consent.models import Use
from amd.mail.models import Outbox
from amd.moderation import moves
from amd.publishing.models import CardUse, Download, Publication, Takedown
from amd.publishing.takedowns import NotChanged, finish, note
from amd.records.models import Role
from tests.amd.moderation.asked import (
    contributor_agrees,
    publish,
    published_study,
)
from tests.amd.moderation.used import (
    agree_to,
    mails_to,
    newest,
    take_down,
    to_do,
    withdraw,
)
from tests.factories import (
    make_picture,
    make_use,
    make_wordings,
    mark_as_met,
    publish_endorsement,
)

pytestmark = pytest.mark.django_db
# Asked when it is needed: a run may go on past midnight.
today = timezone.localdate


@pytest.fixture
def record(north):
    make_wordings()
    return publish_endorsement(region=north, photo=make_picture())


def test_a_withdrawal_asks_for_every_use_and_their_noter_by_one_mail(
    record, uses, cara
):
    withdraw(record)

    assert to_do() == [("x", "withdrawn"), ("board_paper", "withdrawn")]
    ((subject, body),) = mails_to(cara)
    assert subject == f"Please take down 2 places, {record.shown_reference}"
    assert "/comms/takedowns/" in body
    assert "@sample" not in body


def test_who_downloaded_and_noted_it_gets_one_mail_with_both(record, uses, cara):
    Download.objects.create(
        record_id=record.pk, user=cara, format_name="square", kind="png"
    )

    withdraw(record)

    ((subject, body),) = mails_to(cara)
    assert subject.startswith("Stop using a card you downloaded")
    assert "You noted 2 places where it was used." in body


def test_a_newer_card_is_not_kept_as_the_end_of_what_was_withdrawn_meanwhile(
    record, uses, cara
):
    agree_to(record, Use.PHOTO)
    seen = Takedown.objects.earliest("use_id")
    withdraw(record)

    with pytest.raises(NotChanged):
        finish(seen, cara, Takedown.Outcome.REPLACED)

    assert to_do() == [("x", "withdrawn"), ("board_paper", "withdrawn")]


def test_what_a_quoted_person_takes_back_is_withdrawn_wherever_it_was_used(north, cara):
    make_wordings()
    question = published_study(region=north)
    note(question.record, cara, used_on=today(), where="x", account="@s", address="")

    story = newest(question.record)
    moves.remove_quoted_person(story, by=Role.QUOTED_PERSON, seen_version=story.version)

    assert to_do() == [("x", "withdrawn")]


def test_words_that_were_withdrawn_come_down_although_the_rest_is_public_again(
    north, cara
):
    make_wordings()
    question = published_study(region=north)
    make_use(question.record, where="x")
    story = newest(question.record)
    moves.remove_quoted_person(story, by=Role.QUOTED_PERSON, seen_version=story.version)

    contributor_agrees(question.record)
    mark_as_met(newest(question.record))
    publish(question.record)

    assert Publication.objects.live().count() == 1
    assert to_do() == [("x", "withdrawn")]


def test_a_newer_card_in_its_place_comes_down_with_a_withdrawal(record, uses, cara):
    agree_to(record, Use.PHOTO)
    for takedown in Takedown.objects.all():
        finish(takedown, cara, Takedown.Outcome.REPLACED)
    assert to_do() == []

    withdraw(record)

    assert to_do() == [("x", "withdrawn"), ("board_paper", "withdrawn")]


def test_once_down_the_place_of_withdrawn_words_is_forgotten(record, uses, cara):
    withdraw(record)
    x, paper = Takedown.objects.order_by("use_id")

    finish(x, cara, Takedown.Outcome.DOWN)

    kept = list(CardUse.objects.order_by("pk").values_list("where", "account"))
    assert kept == [("x", ""), ("board_paper", "@sample")]
    assert to_do() == [("board_paper", "withdrawn")]


def test_a_place_that_was_down_already_is_forgotten_by_the_withdrawal(
    record, uses, cara
):
    take_down(record)
    finish(Takedown.objects.earliest("use_id"), cara, Takedown.Outcome.DOWN)

    withdraw(record)

    kept = list(CardUse.objects.order_by("pk").values_list("where", "account"))
    assert kept == [("x", ""), ("board_paper", "@sample")]
    assert to_do() == [("board_paper", "withdrawn")]


def test_leads_are_not_asked_again_for_what_is_down(record, uses, cara, north):
    take_down(record)
    finish(Takedown.objects.earliest("use_id"), cara, Takedown.Outcome.DOWN)
    Outbox.objects.all().delete()

    withdraw(record)

    body = Outbox.objects.get(address=north.mailbox).body
    assert "Board paper" in body
    assert "- X," not in body
