from datetime import timedelta

import pytest
from django.db import models
from django.utils import timezone

from amd.consent.models import ConsentRecord, Reminder, SignOff
from amd.consent.words import Person
from amd.mail.models import Outbox
from amd.moderation import moves, nightly
from amd.publishing.models import Publication, Retired
from amd.records.models import Decision, Move, Role, Status
from tests.factories import make_region, publish_case_study, publish_endorsement

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return make_region(mailbox="north@amilliondecisions.example")


@pytest.fixture
def record(region):
    return publish_endorsement(region=region, author_email="sam@example.nhs.uk")


def ending_in(days, record):
    """What was agreed to for this record ends so many days from today."""
    day = timezone.localdate() + timedelta(days=days)
    Publication.objects.filter(record_id=record.pk).update(ends_on=day)
    # Past the rows' own rule: only time does this.
    models.QuerySet(ConsentRecord).filter(record_id=record.pk).update(ends_on=day)
    Outbox.objects.all().delete()
    return timezone.localdate()


def mails():
    return list(Outbox.objects.order_by("pk").values_list("address", "subject"))


def test_what_was_agreed_to_until_yesterday_comes_down(record):
    today = ending_in(-1, record)

    counts = [nightly.take_down_ended(today, True) for _ in "12"]

    decision = Decision.objects.filter(record_id=record.pk).last()
    retired = Publication.objects.get(record_id=record.pk)
    assert counts == [1, 0]
    assert (decision.move, decision.role, decision.to_status) == (
        Move.TAKE_DOWN,
        Role.NIGHTLY,
        Status.ACCEPTED,
    )
    assert retired.retired_why == Retired.TAKEN_DOWN


def test_its_people_and_its_leads_are_told(record):
    nightly.take_down_ended(ending_in(-1, record), True)

    assert mails() == [
        ("sam@example.nhs.uk", f"Your words have come down, {record.shown_reference}"),
        (
            "north@amilliondecisions.example",
            f"Taken down: endorsement {record.shown_reference}",
        ),
    ]


def test_on_its_last_day_it_is_still_public(record):
    assert nightly.take_down_ended(ending_in(0, record), True) == 0


@pytest.mark.parametrize(
    ("days", "kind"), [(61, None), (60, "sixty"), (15, "sixty"), (14, "fourteen")]
)
def test_a_reminder_goes_60_and_14_days_before_the_end(record, days, kind):
    today = ending_in(days, record)

    counts = [nightly.remind(today, True) for _ in "12"]

    assert counts == ([1, 0] if kind else [0, 0])
    assert list(Reminder.objects.values_list("kind", flat=True)) == (
        [kind] * bool(kind)
    )
    assert [address for address, _ in mails()] == (["sam@example.nhs.uk"] * bool(kind))


def test_after_two_years_the_person_is_asked_again(record):
    today = ending_in(1000, record)

    counts = [
        nightly.remind(today + timedelta(days=later), True) for later in (700, 731, 732)
    ]

    assert counts == [0, 1, 0]
    assert mails()[0][1].startswith("Are you still happy with your words")


def test_what_is_far_from_its_end_costs_no_query(record, django_assert_num_queries):
    today = timezone.localdate()
    with django_assert_num_queries(1):
        nightly.remind(today, False)
    for _ in range(3):
        publish_endorsement(region=record.region)

    with django_assert_num_queries(1):
        nightly.remind(today, False)


def test_a_person_without_an_address_is_asked_by_their_lead(region):
    record = publish_case_study(
        region=region,
        quote="It changed what we do.",
        attribution="named",
        quoted_name="Mx Sample User",
        quoted_title="Matron",
    )
    today = ending_in(10, record)

    assert nightly.remind(today, True) == 2
    assert [address for address, _ in mails()] == [
        "ali@example.nhs.uk",
        "north@amilliondecisions.example",
    ]


def test_a_person_who_was_asked_by_link_is_reminded_there(record):
    SignOff.objects.create(
        record_id=record.pk,
        person=Person.CHAMPION,
        digest="0" * 64,
        texts={"name": "Dr Sample"},
        email="dr@example.nhs.uk",
        wording=ConsentRecord.objects.get().wording,
        asked_as=Role.LEAD,
    )
    today = ending_in(14, record)

    nightly.remind(today, True)

    row = Outbox.objects.get()
    assert (row.address, "/sign-off/" in row.body) == ("dr@example.nhs.uk", True)


def test_a_rehearsal_counts_and_changes_nothing(record):
    today = ending_in(-1, record)

    assert nightly.take_down_ended(today, False) == 1
    assert nightly.remind(ending_in(3, record), False) == 1
    assert (mails(), Reminder.objects.count()) == ([], 0)
    assert Publication.objects.live().count() == 1


def test_a_record_that_moved_meanwhile_stops_no_other(record, region):
    other = publish_endorsement(region=region)
    for each in (record, other):
        ending_in(-1, each)
    moves.take_down(record, by=Role.LEAD, seen_version=record.version, note="First")

    done = [nightly._take_down(each.pk) for each in (record, other)]

    assert done == [False, True]
