from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from amd.moderation import nights
from amd.moderation.models import NightlyRun

pytestmark = pytest.mark.django_db


@pytest.fixture
def acts(monkeypatch):
    """What was done on which day, by acts that stand in for none of ours."""
    seen = []

    def note(day, really):
        seen.append((day, really))
        return 3

    monkeypatch.setattr(nights, "ACTS", {"Notes made": note})
    return seen


def at(hour):
    return timezone.localtime().replace(hour=hour)


def test_the_acts_are_done_once_a_day(acts):
    first, second = nights.run_if_due(at(3)), nights.run_if_due(at(23))
    tomorrow = nights.run_if_due(at(3) + timedelta(days=1))

    assert (first.done, second, tomorrow.done) == (
        {"Notes made": 3},
        None,
        {"Notes made": 3},
    )
    assert len(acts) == NightlyRun.objects.count() == 2


def test_nothing_is_done_before_two_in_the_morning(acts):
    assert (nights.run_if_due(at(1)), acts) == (None, [])


def test_a_run_whose_worker_died_is_taken_over_after_an_hour(acts):
    now = timezone.now()
    row = NightlyRun.objects.create(day=at(3).date(), started_at=now)
    within = nights.run_if_due(at(3))
    NightlyRun.objects.update(started_at=now - timedelta(minutes=61))

    taken = nights.run_if_due(at(3))

    assert (within, taken, len(acts)) == (None, row, 1)
    assert taken.finished_at is not None


def test_an_act_that_fails_stops_no_other_and_is_named(acts, monkeypatch, caplog):
    def fail(day, really):
        raise ValueError("sam@example.nhs.uk")

    monkeypatch.setattr(nights, "ACTS", {"Broken": fail, **nights.ACTS})

    run = nights.run_if_due(at(3))

    assert run.done == {"Broken": "failed", "Notes made": 3}
    assert "Broken failed: ValueError at test_nights.py" in caplog.text
    assert "sam@" not in caplog.text


def test_a_rehearsal_by_hand_says_what_would_be_done(acts, capsys):
    call_command("nightly", dry_run=True)

    assert capsys.readouterr().out == (
        "Nothing was changed. This would be done:\nNotes made: 3\n"
    )
    assert (acts[0][1], NightlyRun.objects.count()) == (False, 0)


def test_by_hand_the_acts_are_done_again(acts, capsys):
    for _ in "12":
        call_command("nightly")

    assert (len(acts), NightlyRun.objects.count()) == (2, 1)
    assert capsys.readouterr().out == "Notes made: 3\n" * 2


def test_the_worker_does_the_nightly_acts(acts, monkeypatch):
    monkeypatch.setattr(nights, "FROM_HOUR", 0)

    for _ in "12":
        call_command("work", once=True)

    assert len(acts) == 1
