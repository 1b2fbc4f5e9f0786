"""How long a record has waited: which wait counts, in days, words and bands."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import models

from amd.moderation import ages, moves
from amd.moderation.models import ReviewTimes
from amd.records.models import Decision, Record, Role, Status
from tests.factories import (
    make_case_study,
    make_endorsement,
    make_national_lead,
    publish_endorsement,
)
from tests.moments import days_ago

pytestmark = pytest.mark.django_db


def put_back(record, days):
    """As if the newest decision about it had been made so many days ago."""
    newest = Decision.objects.filter(record_id=record.pk).last()
    models.QuerySet(Decision).filter(pk=newest.pk).update(made_at=days_ago(days))


def aged(record):
    return ages.with_ages(Record.objects.filter(pk=record.pk)).get()


def age(record):
    return ages.days_waited(aged(record).waiting_since)


def test_a_wait_begins_when_a_record_is_sent():
    study = make_case_study()
    put_back(study, 6)

    assert age(study) == 6


def test_what_was_sent_back_and_comes_again_starts_anew():
    study = make_case_study()
    put_back(study, 30)
    moves.send_back(
        study, by=make_national_lead(), seen_version=study.version, note="More"
    )
    put_back(study, 20)
    assert (aged(study).waiting_since, aged(study).band) == (None, None)

    moves.submit(study, by=Role.AUTHOR, seen_version=study.version)
    put_back(study, 3)

    assert age(study) == 3


def edit(study, lead):
    moves.edit(study, by=lead, seen_version=study.version, save=lambda: None)


def test_editing_starts_no_wait_but_of_what_was_accepted():
    study = make_case_study()
    put_back(study, 9)
    lead = make_national_lead()

    edit(study, lead)
    edited = age(study)
    moves.accept(study, by=lead, seen_version=study.version)
    accepted = age(study)
    edit(study, lead)

    assert (edited, accepted, age(study)) == (9, 9, 0)


def test_what_is_accepted_is_never_overdue():
    study = make_case_study()
    put_back(study, 90)
    assert aged(study).band == "overdue"

    moves.accept(study, by=make_national_lead(), seen_version=study.version)

    assert (age(study), aged(study).band) == (90, None)


def test_what_is_taken_down_waits_from_then():
    record = publish_endorsement(submitted_at=days_ago(300))
    lead = make_national_lead()
    moves.take_down(record, by=lead, seen_version=record.version, note="Out of date")
    put_back(record, 5)

    assert (age(record), aged(record).band) == (5, None)


def test_what_is_reopened_waits_from_then():
    study = make_case_study()
    lead = make_national_lead()
    put_back(study, 50)
    moves.decline(study, by=lead, seen_version=study.version, note="No")
    moves.reopen(study, by=lead, seen_version=study.version)
    put_back(study, 2)

    assert age(study) == 2


def test_a_record_without_decisions_waits_since_it_was_sent():
    assert age(make_endorsement(submitted_at=days_ago(4))) == 4


@pytest.mark.parametrize(
    "status",
    [Status.DRAFT, Status.SENT_BACK, Status.PUBLISHED, Status.DECLINED],
)
def test_what_nobody_waits_for_has_no_age(status):
    record = make_endorsement(status=status, submitted_at=days_ago(40))

    assert (aged(record).waiting_since, aged(record).band) == (None, None)


@pytest.mark.parametrize(
    ("days", "band"),
    [
        (0, "new"),
        (6, "new"),
        (7, "due_soon"),
        (13, "due_soon"),
        (14, "overdue"),
        (400, "overdue"),
    ],
)
def test_bands_until_somebody_sets_others(days, band):
    assert aged(make_endorsement(submitted_at=days_ago(days))).band == band


def test_bands_are_as_long_as_national_leads_say():
    ReviewTimes.objects.create(due_soon_after_days=2, overdue_after_days=3)

    bands = [
        aged(make_endorsement(submitted_at=days_ago(days))).band for days in (1, 2, 3)
    ]

    assert bands == ["new", "due_soon", "overdue"]


@pytest.mark.parametrize(
    ("came", "today", "days"),
    [
        # 23:30 here on 1 June is 22:30 in UTC; the next day begins at 23:00 UTC.
        (datetime(2026, 6, 1, 22, 30, tzinfo=UTC), date(2026, 6, 2), 1),
        (datetime(2026, 6, 1, 23, 30, tzinfo=UTC), date(2026, 6, 2), 0),
        # The day on which the clocks went back has 25 hours.
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), date(2026, 10, 26), 1),
    ],
)
def test_days_are_those_of_the_calendar_here(came, today, days):
    record = make_endorsement(submitted_at=came)
    times = ReviewTimes(due_soon_after_days=days + 1, overdue_after_days=days + 2)

    def band(after):
        found = ages.with_ages(
            Record.objects.filter(pk=record.pk),
            times=times,
            today=today + timedelta(days=after),
        )
        return found.get().band

    assert ages.days_between(came, today) == days
    assert [band(after) for after in (0, 1, 2)] == ["new", "due_soon", "overdue"]


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today"), (1, "1 day"), (6, "6 days"), (100, "100 days")]
)
def test_an_age_in_words(days, words):
    assert ages.in_words(days) == words


def test_ages_cost_the_same_for_1_and_for_30(django_assert_num_queries):
    put_back(make_case_study(), 8)

    def ask():
        with django_assert_num_queries(2):
            return [(r.waiting_since, r.band) for r in waiting()]

    def waiting():
        return ages.with_ages(Record.objects.waiting())

    assert len(ask()) == 1
    for number in range(29):
        (make_case_study if number % 2 else make_endorsement)()
    assert len(ask()) == 30
