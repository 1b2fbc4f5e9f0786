"""The honest wait: how many are ahead, and the middle time of real decisions, by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from amd.moderation import wait
from amd.moderation.suspected import suspect
from amd.moderation.wait import Middle, Wait
from amd.records.models import Decision, Kind, Role, Status
from amd.web.watched import Sign
from tests.factories import make_lead, make_record
from tests.moments import days_ago

pytestmark = pytest.mark.django_db

# The middle of the fourth quarter of 2026.
TODAY = date(2026, 11, 23)
OCTOBER = datetime(2026, 10, 12, 12, tzinfo=UTC)


@pytest.fixture
def record(north):
    return waiting(north)


def waiting(region, *, since=None, **overrides):
    """A case study that its author has sent."""
    since = since or timezone.now()
    about = {"kind": Kind.CASE_STUDY, "status": Status.SUBMITTED, **overrides}
    record = make_record(region=region, submitted_at=since, **about)
    move(record, "submit", "draft", "submitted", at=since, role=Role.AUTHOR)
    return record


def move(record, name, came_from, led_to, *, at, role=Role.LEAD):
    Decision.objects.create(
        record=record,
        move=name,
        from_status=came_from,
        to_status=led_to,
        version=record.decisions.count() + 2,
        role=role,
        made_at=at,
    )


def decided(region, days, *, sent=OCTOBER, by=("accept", "accepted"), **overrides):
    """One that was sent on this day and decided so many days later."""
    record = waiting(region, since=sent, **{"status": by[1], **overrides})
    move(record, by[0], "submitted", by[1], at=sent + timedelta(days=days))
    return record


def decided_in_all(region, *days, **how):
    for each in days:
        decided(region, each, **how)


def middle(record):
    return wait.middle_of(record, today=TODAY)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 3, 31), date(2026, 1, 1)),
        (date(2026, 4, 1), date(2026, 4, 1)),
        (date(2026, 8, 31), date(2026, 7, 1)),
        (date(2026, 12, 31), date(2026, 10, 1)),
    ],
)
def test_a_quarter_begins_in_january_april_july_and_october(day, first):
    assert wait.first_of_quarter(day) == first


@pytest.mark.parametrize(
    ("days", "half"),
    [
        # In order 1 2 6 9 20: the third of five.
        ((20, 6, 1, 9, 2), 6),
        # Of six, three came within 3 days: no average of the two in the middle.
        ((1, 2, 3, 6, 9, 20), 3),
        ((0, 0, 0, 4, 30), 0),
        ((7, 7, 7, 7, 7), 7),
    ],
)
def test_the_middle_time_is_one_that_there_was(record, north, days, half):
    decided_in_all(north, *days)

    assert middle(record) == Middle(half, len(days), is_this_quarter=True)


def test_of_four_decisions_nothing_is_told(record, north):
    decided_in_all(north, 6, 6, 6, 6)

    assert middle(record) is None


def test_a_young_quarter_is_silent_and_the_last_one_speaks(record, north):
    decided_in_all(north, 6, 6, 6, 6)
    july = datetime(2026, 7, 6, 12, tzinfo=UTC)
    decided_in_all(north, 3, 4, 5, 8, 40, sent=july)

    assert middle(record) == Middle(5, 5, is_this_quarter=False)


def test_the_quarter_of_a_decision_is_that_of_its_day(record, north):
    # Sent in September: the first is decided on its last day, the others in October.
    september = datetime(2026, 9, 28, 12, tzinfo=UTC)
    decided_in_all(north, 2, 3, 4, 5, 6, 7, sent=september)

    assert sorted(wait.days_decided(record, date(2026, 10, 1), TODAY)) == [
        *(3, 4, 5, 6, 7)
    ]
    assert wait.days_decided(record, date(2026, 7, 1), date(2026, 10, 1)) == [2]


def test_decisions_of_this_day_count(record, north):
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    decided_in_all(north, 1, 1, 1, 1, 1, sent=noon)

    assert middle(record) == Middle(1, 5, is_this_quarter=True)


@pytest.mark.parametrize(
    "by",
    [
        ("accept", "accepted"),
        ("escalate", "accepted"),
        ("publish", "published"),
        ("send_back", "sent_back"),
        ("decline", "declined"),
    ],
)
def test_each_of_these_ends_a_wait(record, north, by):
    decided_in_all(north, 6, 6, 6, 6, 6, by=by)

    assert middle(record) == Middle(6, 5, is_this_quarter=True)


def test_what_comes_back_waits_anew(record, north):
    for _ in range(5):
        twice = decided(north, 2, by=("send_back", "sent_back"))
        again = OCTOBER + timedelta(days=20)
        move(twice, "submit", "sent_back", "submitted", at=again, role=Role.AUTHOR)
        move(twice, "accept", "submitted", "accepted", at=again + timedelta(days=1))

    days = wait.days_decided(record, date(2026, 10, 1), TODAY)

    assert sorted(days) == [1, 1, 1, 1, 1, 2, 2, 2, 2, 2]


def test_what_follows_a_decision_is_no_wait_for_one(record, north):
    for _ in range(5):
        accepted = decided(north, 2)
        move(
            accepted,
            "publish",
            "accepted",
            "published",
            at=OCTOBER + timedelta(days=30),
        )

    assert middle(record) == Middle(2, 5, is_this_quarter=True)


def test_only_like_records_of_the_same_leads_count(record, north, south):
    for other in (
        {"region": south},
        {"region": None},
        {"region": north, "kind": Kind.ENDORSEMENT},
        {"region": north, "is_sample": True},
        {"region": north, "recorded_by": make_lead(north)},
    ):
        for _ in range(5):
            about = {"kind": Kind.CASE_STUDY, "recorded_by": None, **other}
            one = make_record(submitted_at=OCTOBER, **about)
            move(one, "submit", "draft", "submitted", at=OCTOBER, role=Role.AUTHOR)
            move(
                one,
                "accept",
                "submitted",
                "accepted",
                at=OCTOBER + timedelta(days=6),
            )

    assert middle(record) is None


def test_what_an_author_or_the_night_did_is_no_decision(record, north):
    for role in (Role.AUTHOR, Role.NIGHTLY, Role.SET_UP):
        for _ in range(5):
            one = waiting(north, since=OCTOBER)
            move(one, "accept", "submitted", "accepted", at=OCTOBER, role=role)

    assert middle(record) is None


def test_ahead_is_what_its_leads_have_waiting_longer(north, south):
    mine = waiting(north, since=days_ago(3))
    waiting(north, since=days_ago(4))
    endorsement = waiting(north, since=days_ago(9))
    type(endorsement).objects.filter(pk=endorsement.pk).update(kind=Kind.ENDORSEMENT)
    # None of these is ahead.
    waiting(north, since=days_ago(2))
    waiting(south, since=days_ago(9))
    waiting(north, since=days_ago(9), status=Status.ACCEPTED)
    waiting(north, since=days_ago(9), status=Status.SENT_BACK)
    waiting(north, since=days_ago(9), is_sample=True)

    assert wait.wait_of(mine) == Wait(ahead=2, days=3, middle=None)


def test_what_looks_like_spam_is_ahead_of_nobody(north):
    earlier = waiting(north, since=days_ago(3))
    mine = waiting(north)
    assert wait.wait_of(mine).ahead == 1

    suspect(earlier, Sign.FILLED)

    assert wait.wait_of(mine).ahead == 0


def test_of_two_sent_at_once_the_first_row_is_ahead(north):
    at_once = timezone.now()
    first, second = (waiting(north, since=at_once) for _ in range(2))

    assert [wait.wait_of(each).ahead for each in (first, second)] == [0, 1]


@pytest.mark.parametrize(
    "status", [each for each in Status if each != Status.SUBMITTED]
)
def test_only_what_waits_for_a_decision_has_a_wait(north, status):
    assert wait.wait_of(waiting(north, status=status)) is None


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            Wait(11, 2, Middle(6, 23, is_this_quarter=True)),
            "11 ahead of yours; the middle time this quarter is 6 days",
        ),
        (
            Wait(1, 2, Middle(1, 5, is_this_quarter=False)),
            "1 ahead of yours; the middle time last quarter was 1 day",
        ),
        (
            Wait(0, 0, Middle(0, 5, is_this_quarter=True)),
            "None ahead of yours; the middle time this quarter is less than a day",
        ),
        (Wait(11, 2, None), "11 ahead of yours"),
    ],
)
def test_the_wait_in_words(told, sentence):
    assert told.sentence == sentence


def test_it_says_what_the_middle_time_is_worked_out_of():
    assert Middle(6, 23, is_this_quarter=True).from_what == (
        "It is the middle of 23 decisions by your library leads this quarter: at least "
        "half of them came within 6 days."
    )
    assert Middle(0, 5, is_this_quarter=False).from_what.endswith("on the same day.")


def test_the_queries_are_the_same_with_one_and_with_many(
    record, north, django_assert_num_queries
):
    decided_in_all(north, 1, 2, 3, sent=days_ago(4))
    with django_assert_num_queries(4):
        wait.wait_of(record)

    for _ in range(20):
        waiting(north)
    with django_assert_num_queries(4):
        wait.wait_of(record)
