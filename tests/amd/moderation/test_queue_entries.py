"""The entries that the queue counts by keep up with what people do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amd.consent.models import ConsentRecord, SignOff
from amd.moderation import moves, sign_off
from amd.moderation.models import QueueEntry
from amd.moderation.queue_entries import Stage, keep_up
from amd.moderation.start import save_words
from amd.records.models import Decision, Record, Role, Status
from tests.factories import agree, make_case_study, make_endorsement, make_wordings
from tests.moments import days_ago

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


def stage(record):
    keep_up(Record.objects.all())
    kept = QueueEntry.objects.filter(record_id=record.pk).first()
    return kept and kept.stage


def ask(record, person="champion"):
    return sign_off.ask(
        record,
        person=person,
        email=f"{person}@example.nhs.uk",
        by=Role.LEAD,
        seen_version=record.version,
    )


@pytest.fixture
def record(north):
    return make_endorsement(region=north)


def test_nobody_asked_asked_and_agreed(record):
    assert stage(record) == Stage.TO_ASK
    question = ask(record)
    assert stage(record) == Stage.WAITING

    sign_off.approve(question, uses=["website", "name", "title"])

    assert stage(record) == Stage.AGREED


def test_a_no_and_a_wish_for_a_change_come_first(record):
    sign_off.ask_for_changes(ask(record), comment="My title")
    assert stage(record) == Stage.UNHAPPY
    record.refresh_from_db()

    sign_off.refuse(ask(record))

    assert stage(record) == Stage.UNHAPPY


def test_an_edit_of_what_was_agreed_to_is_seen(record, north_lead):
    agree(record)
    assert stage(record) == Stage.AGREED
    record.quote = "Other words."

    moves.edit(
        record,
        by=north_lead.user,
        seen_version=record.version,
        save=lambda: save_words(record),
    )

    assert stage(record) == Stage.TO_ASK


def test_of_two_people_the_one_who_keeps_the_other_waiting_counts(north):
    story = make_case_study(
        region=north,
        quote="It changed what we do.",
        attribution="named",
        quoted_name="Sam Sample",
        quoted_title="Matron",
    )
    ask(story, "quoted")
    assert stage(story) == Stage.TO_ASK

    agree(story)

    assert stage(story) == Stage.AGREED


def test_a_link_that_runs_out_is_noticed_without_anybody_doing_a_thing(record):
    question = ask(record)
    assert stage(record) == Stage.WAITING
    soon = timezone.now() + timedelta(seconds=1)
    assert QueueEntry.objects.get().until == question.expires_at > soon

    passed(question)

    assert stage(record) == Stage.TO_ASK


def passed(question):
    """Its time, and with it what was kept."""
    then = days_ago(1)
    SignOff.objects.filter(pk=question.pk).update(expires_at=then)
    QueueEntry.objects.update(until=then)


def test_an_agreement_is_looked_at_again_on_the_day_after_it_ends(record):
    agree(record)
    assert stage(record) == Stage.AGREED

    ends_on = ConsentRecord.objects.get().ends_on
    until = timezone.localtime(QueueEntry.objects.get().until)

    assert (until.date(), until.hour) == (ends_on + timedelta(days=1), 0)


def test_an_entry_says_since_when_the_record_waits(record, north_lead):
    keep_up(Record.objects.all())
    assert QueueEntry.objects.get().waiting_since == record.submitted_at

    moves.decline(record, by=north_lead.user, seen_version=1, note="Another campaign")
    keep_up(Record.objects.all())
    assert QueueEntry.objects.get().waiting_since is None
    moves.reopen(record, by=north_lead.user, seen_version=2)
    keep_up(Record.objects.all())

    reopened = Decision.objects.get(version=3)
    assert QueueEntry.objects.get().waiting_since == reopened.made_at


def test_nothing_is_kept_of_what_is_withdrawn(record, north_lead):
    stage(record)

    moves.withdraw(record, by=north_lead.user, seen_version=record.version)

    assert record.status == Status.WITHDRAWN
    assert stage(record) is None


def test_it_asks_once_where_nothing_changed_and_the_same_for_1_and_for_30(
    north, django_assert_num_queries
):
    """Who changed; then the times, the rows, the answers, the questions, the entries."""
    for more in (1, 29):
        for number in range(more):
            (make_case_study if number % 2 else make_endorsement)(region=north)
        with django_assert_num_queries(6):
            keep_up(Record.objects.all())
        with django_assert_num_queries(1):
            keep_up(Record.objects.all())
    assert QueueEntry.objects.count() == 30


def test_it_goes_on_where_one_portion_ends(north, monkeypatch):
    monkeypatch.setattr("amd.moderation.queue_entries.AT_ONCE", 2)
    for _ in range(5):
        make_endorsement(region=north)

    keep_up(Record.objects.all())

    assert QueueEntry.objects.count() == 5
