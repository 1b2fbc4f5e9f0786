"""Uses come down with what allowed them; whoever noted them is told, and reminded."""

from datetime import timedelta

import pytest
from django.db.models import QuerySet
from django.utils import timezone

from amd.consent.models import ConsentRecord, Use
from amd.mail.models import Outbox
from amd.moderation import nightly
from amd.publishing.models import Publication, Takedown
from amd.publishing.takedowns import finish, note
from tests.amd.moderation.asked import (
    edit,
    publish,
)
from tests.amd.moderation.used import (
    agree_to,
    mails_to,
    take_down,
    to_do,
)
from tests.factories import (
    make_comms,
    make_picture,
    make_use,
    make_wordings,
    publish_endorsement,
)
from tests.moments import days_ago

pytestmark = pytest.mark.django_db
# Asked when it is needed: a run may go on past midnight.
today = timezone.localdate


@pytest.fixture
def record(north):
    make_wordings()
    return publish_endorsement(region=north, photo=make_picture())


@pytest.mark.parametrize(
    ("lost", "wheres"),
    [
        (Use.SOCIAL, ["x"]),
        (Use.INTERNAL, ["board_paper"]),
        (Use.PHOTO, ["x", "board_paper"]),
        (Use.CONTACT, []),
    ],
)
def test_what_is_taken_back_asks_for_the_uses_that_need_or_show_it(
    record, uses, lost, wheres
):
    agree_to(record, lost)

    assert to_do() == [(where, "narrowed") for where in wheres]


@pytest.mark.parametrize("lost", [Use.WEBSITE, Use.NAME])
def test_without_what_it_needs_all_uses_come_down_with_the_page(record, uses, lost):
    agree_to(record, lost)

    assert to_do() == [("x", "taken_down"), ("board_paper", "taken_down")]


def test_taking_the_page_down_asks_for_every_use(record, uses):
    take_down(record)

    assert to_do() == [("x", "taken_down"), ("board_paper", "taken_down")]


def test_the_end_of_what_was_agreed_asks_for_every_use(record, uses):
    day = today() - timedelta(days=1)
    Publication.objects.filter(record_id=record.pk).update(ends_on=day)
    QuerySet(ConsentRecord).filter(record_id=record.pk).update(ends_on=day)

    nightly.take_down_ended(today(), True)

    assert to_do() == [("x", "ended"), ("board_paper", "ended")]


def test_leads_are_told_the_places_that_a_narrowing_concerns_and_no_others(
    record, uses, north
):
    agree_to(record, Use.INTERNAL)
    agree_to(record, Use.INTERNAL, Use.CONTACT)

    mails = Outbox.objects.filter(
        address=north.mailbox, subject__startswith="A part of it was taken back"
    )
    (body,) = mails.values_list("body", flat=True)
    assert "- Board paper, " in body
    assert "- X, " not in body


def test_who_noted_it_sees_to_it_unless_their_account_is_closed(record, cara):
    closed = make_comms(is_active=False)
    for user in (cara, closed, None):
        make_use(record, noted_by=user)

    take_down(record)

    owners = Takedown.objects.order_by("use_id").values_list("owner", flat=True)
    assert list(owners) == [cara.pk, None, None]
    assert mails_to(closed) == []


def test_what_is_public_again_need_not_come_down(record, uses):
    take_down(record)

    publish(record)

    assert to_do() == []


def test_once_the_page_is_down_no_newer_card_takes_the_place_of_a_use(record, uses):
    agree_to(record, Use.PHOTO)

    take_down(record)

    assert to_do() == [("x", "taken_down"), ("board_paper", "taken_down")]


def test_a_use_that_is_covered_still_is_not_asked_for_twice(record, uses):
    agree_to(record, Use.SOCIAL)
    agree_to(record, Use.SOCIAL, Use.CONTACT)

    assert to_do() == [("x", "narrowed")]


def test_a_newer_card_in_its_place_is_covered_by_what_is_still_agreed(
    record, uses, cara
):
    agree_to(record, Use.PHOTO)
    for takedown in Takedown.objects.all():
        finish(takedown, cara, Takedown.Outcome.REPLACED)

    edit(record, quote="Other words.", photo=None)
    agree_to(record, Use.PHOTO, Use.CONTACT)

    assert to_do() == []


def test_a_use_noted_where_it_was_never_agreed_comes_down_at_once(record, cara):
    agree_to(record, Use.SOCIAL)

    note(record, cara, used_on=today(), where="x", account="@sample", address="")

    assert to_do() == [("x", "narrowed")]


def test_an_old_use_noted_late_remembers_the_photo_of_its_day(record, cara):
    agree_to(record, Use.PHOTO)
    Publication.objects.filter(record_id=record.pk).update(published_at=days_ago(30))

    note(record, cara, used_on=today(), where="x", account="@sample", address="")

    assert to_do() == [("x", "narrowed")]
