"""What has to come down is found in the night, and whoever sees to it is reminded."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amd.mail.models import Outbox
from amd.moderation.takedowns import ask_what_was_missed, remind_of_takedowns
from amd.publishing.models import Takedown
from amd.publishing.takedowns import finish, note
from tests.amd.moderation.used import take_down
from tests.factories import (
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
    return publish_endorsement(region=north)


def test_the_night_finds_a_use_that_was_noted_while_its_record_came_down(record):
    take_down(record)
    make_use(record)

    counts = [ask_what_was_missed(today(), really) for really in (False, True, True)]

    assert counts == [1, 1, 0]
    assert Takedown.objects.get().why == "taken_down"


def asked_days_ago(days):
    Takedown.objects.update(asked_at=days_ago(days))
    Outbox.objects.all().delete()


@pytest.mark.parametrize(("days", "mails"), [(6, 0), (7, 1), (30, 1)])
def test_a_week_after_they_were_asked_they_are_reminded(record, uses, days, mails):
    take_down(record)
    asked_days_ago(days)

    counts = [remind_of_takedowns(today(), really) for really in (False, True, True)]

    assert counts == [mails, mails, 0]


def test_then_they_are_reminded_each_week_until_it_is_done(record, uses, cara):
    take_down(record)
    asked_days_ago(7)
    week = [today() + timedelta(days=days) for days in range(15)]

    counts = [remind_of_takedowns(day, True) for day in week]
    for takedown in Takedown.objects.all():
        finish(takedown, cara, Takedown.Outcome.REMAINS)

    assert [day for day, count in enumerate(counts) if count] == [0, 7, 14]
    assert remind_of_takedowns(today() + timedelta(days=30), True) == 0


def test_a_reminder_names_the_reference_and_no_place(record, uses, cara):
    take_down(record)
    asked_days_ago(9)

    remind_of_takedowns(today(), True)

    mail = Outbox.objects.get()
    assert mail.address == cara.email
    asked = today() - timedelta(days=9)
    assert mail.subject == "Still to take down: 2 places"
    assert (
        f"- Endorsement {record.shown_reference}: 2 places, asked on {asked:%-d %B %Y}"
    ) in mail.body
    assert "@sample" not in mail.body


def test_what_nobody_sees_to_is_told_to_the_mailbox_of_its_region(record, north, cara):
    make_use(record)
    note(record, cara, used_on=today(), where="x", account="@sample", address="")
    take_down(record)
    cara.is_active = False
    cara.save()
    asked_days_ago(8)

    assert remind_of_takedowns(today(), True) == 1

    mail = Outbox.objects.get()
    assert (mail.address, mail.region) == (north.mailbox, north)
    assert "2 places" in mail.subject
