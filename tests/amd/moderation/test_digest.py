"""The digest: who is told what of which regions, once a day, and nothing for nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amd.mail.models import Outbox
from amd.moderation import nights
from amd.moderation.ages import start_of
from amd.moderation.digest import digest_for, leads, send_digests
from amd.moderation.models import DigestSent, ReviewTimes
from amd.moderation.nightly import ACTS
from amd.publishing.models import Publication
from amd.records.models import Record, Status
from tests.factories import (
    make_comms,
    make_endorsement,
    make_lead,
    make_national_lead,
    make_region,
    make_user,
    publish_endorsement,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def nora(north):
    return make_lead(north, name="Nora North", email="nora@amilliondecisions.example")


def waited(days, region, **more):
    """A record that came at noon so many days ago."""
    day = timezone.localdate() - timedelta(days=days)
    came = start_of(day) + timedelta(hours=12)
    return placed(make_endorsement(submitted_at=came, **more), region)


def placed(record, region):
    Record.objects.filter(pk=record.pk).update(region=region)
    return record


def ends_in(days, region):
    record = publish_endorsement()
    live = Publication.objects.get(record_id=record.pk)
    live.published_by.delete()
    day = timezone.localdate() + timedelta(days=days)
    Publication.objects.filter(pk=live.pk).update(ends_on=day)
    Outbox.objects.all().delete()
    return placed(record, region)


def name(record, more):
    kind, organisation = "Endorsement", "Sampleshire NHS Trust"
    return f"- {kind} {record.shown_reference}, {organisation}, {more}"


def test_a_lead_reads_what_is_overdue_due_soon_new_and_ending(nora, north, today):
    overdue, oldest = waited(14, north), waited(20, north)
    due_soon, new = waited(7, north), waited(1, north)
    ending = ends_in(60, north)

    assert send_digests(today, True) == 1

    mail = Outbox.objects.get()
    until = today + timedelta(days=60)
    assert (mail.address, mail.region, mail.reference) == (nora.email, north, "")
    assert mail.subject == "Your queue: 2 overdue, 1 due soon, 1 new, 1 consent ending"
    parts = mail.body.split("\n\n")
    yesterday = today - timedelta(days=1)
    assert parts[:5] == [
        "Hello Nora North",
        f"Overdue:\n{name(oldest, '20 days')}\n{name(overdue, '14 days')}",
        f"Due soon:\n{name(due_soon, '7 days')}",
        f"New since {yesterday.day} {yesterday:%B}:\n{name(new, '1 day')}",
        "Published, and agreed to only until soon:\n"
        + name(ending, f"until {until.day} {until:%B %Y}"),
    ]
    assert parts[5].endswith("/admin/records/record/")


def test_it_names_nobody(nora, north, today):
    waited(1, north, name="Dr Ada Secret", author_name="Sam", author_email="s@x.org")

    send_digests(today, True)

    body = Outbox.objects.get().body
    assert ("Ada" in body, "Sam " in body, "s@x.org" in body) == (False, False, False)


def test_nothing_to_say_is_no_mail(nora, north, today):
    waited(6, north)
    waited(0, north)
    waited(30, north, status=Status.ACCEPTED)
    waited(30, north, status=Status.SENT_BACK)
    ends_in(61, north)

    assert send_digests(today, True) == 0
    assert (Outbox.objects.count(), DigestSent.objects.count()) == (0, 0)


def test_it_goes_once_a_day_however_often_the_night_is_run(nora, north, today):
    waited(20, north)

    counts = [send_digests(today, True) for _ in "12"]
    tomorrow = send_digests(today + timedelta(days=1), True)

    assert (counts, tomorrow, Outbox.objects.count()) == ([1, 0], 1, 2)


def test_a_rehearsal_counts_and_writes_nothing(nora, north, today):
    waited(20, north)

    assert send_digests(today, False) == 1
    assert (Outbox.objects.count(), DigestSent.objects.count()) == (0, 0)


def test_each_lead_is_told_of_her_regions_alone(nora, north, south, today):
    make_lead(south, email="sol@amilliondecisions.example")
    both = make_lead(north, south, email="both@amilliondecisions.example")
    waited(20, south)
    ends_in(5, south)
    waited(1, None)

    send_digests(today, True)

    told = dict(Outbox.objects.values_list("address", "subject"))
    assert told == dict.fromkeys(
        ["sol@amilliondecisions.example", both.email],
        "Your queue: 1 overdue, 1 consent ending",
    )
    assert Outbox.objects.get(address=both.email).region is None


def test_a_national_lead_reads_of_what_has_no_region_and_of_regions_overdue(
    north, south, today
):
    nat = make_national_lead()
    alone = waited(1, None)
    waited(15, south)
    waited(21, south)
    waited(13, north)
    ends_in(5, north)
    free = ends_in(6, None)

    told = digest_for(nat, today)

    assert told.regions == ["- South: 2, the oldest 21 days"]
    assert told.new == [name(alone, "1 day")]
    assert [free.shown_reference in line for line in told.ending] == [True]
    assert told.counts == "1 new, 1 consent ending, 1 region overdue"


def test_a_national_lead_with_a_region_of_her_own_reads_of_it_too(north, south, today):
    nat = make_national_lead(regions=[north])
    mine = waited(15, north)
    waited(15, south)

    told = digest_for(nat, today)

    assert told.overdue == [name(mine, "15 days")]
    assert told.regions == ["- South: 1, the oldest 15 days"]


def test_what_came_while_the_site_slept_is_new_once(nora, north, today):
    waited(5, north)
    DigestSent.objects.create(user=nora, day=today - timedelta(days=5))

    first = digest_for(nora, today)
    DigestSent.objects.create(user=nora, day=today)
    second = digest_for(nora, today + timedelta(days=1))

    assert (first.counts, second.counts) == ("1 new", "")


def test_bands_are_as_long_as_national_leads_say(nora, north, today):
    ReviewTimes.objects.create(due_soon_after_days=2, overdue_after_days=3)
    waited(2, north)
    waited(3, north)

    assert digest_for(nora, today).counts == "1 overdue, 1 due soon"


def test_only_those_who_decide_and_may_sign_in_are_written_to(nora, north):
    make_comms()
    make_lead(north, is_active=False)
    make_user(is_superuser=True)

    assert leads() == [nora]


def test_a_long_list_is_left_to_the_queue(nora, north, today):
    for _ in range(12):
        waited(20, north)

    send_digests(today, True)

    body = Outbox.objects.get().body
    assert (body.count("- Endorsement"), "- and 2 more" in body) == (10, True)


def test_a_lead_costs_the_same_with_1_and_with_30(
    nora, north, today, django_assert_max_num_queries
):
    lead = leads()[0]
    waited(20, north)
    with django_assert_max_num_queries(4) as first:
        digest_for(lead, today)
    for _ in range(29):
        waited(20, make_region() if _ % 2 else north)

    with django_assert_max_num_queries(len(first)):
        digest_for(lead, today)


def test_the_night_writes_them(nora, north):
    waited(20, north)

    run = nights.run_now(timezone.localdate())

    assert (send_digests in ACTS.values(), run.done["Digests to leads"]) == (True, 1)
