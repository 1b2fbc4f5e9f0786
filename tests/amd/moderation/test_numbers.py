"""The numbers, out of plain rows: which decisions count, and what half and most mean."""

from datetime import UTC, datetime, timedelta

import pytest

from amd.moderation import numbers
from amd.moderation.numbers import Answer, Line, Mark, Step, Wait
from amd.moderation.numbers_chart import chart

FIRST = datetime(2026, 3, 2, 12, tzinfo=UTC)


def step(day, move, came_from, led_to, *, reason="", record=1, region="North"):
    at = FIRST + timedelta(days=day)
    return Step(record, region, move, came_from, led_to, at, reason)


def days_of(*steps, since=None):
    return [answer.days for answer in numbers.answers(steps, since)]


SENT = step(0, "submit", "draft", "submitted")


@pytest.mark.parametrize(
    ("move", "to"),
    [
        ("accept", "accepted"),
        ("escalate", "accepted"),
        ("publish", "published"),
        ("send_back", "sent_back"),
        ("decline", "declined"),
    ],
)
def test_each_of_these_is_a_decision(move, to):
    assert days_of(SENT, step(4, move, "submitted", to)) == [4]


def test_only_the_first_decision_of_a_wait_counts():
    accepted = step(4, "accept", "submitted", "accepted")
    published = step(30, "publish", "accepted", "published")

    assert days_of(SENT, accepted, published) == [4]


def test_what_comes_back_waits_again():
    back = step(4, "send_back", "submitted", "sent_back")
    again = step(50, "submit", "sent_back", "submitted")
    declined = step(51, "decline", "submitted", "declined")

    assert days_of(SENT, back, again, declined) == [4, 1]


def test_no_wait_ends_by_a_withdrawal_or_by_declining_what_was_sent_back():
    back = step(4, "send_back", "submitted", "sent_back")
    declined = step(90, "decline", "sent_back", "declined")
    withdrawn = step(91, "withdraw", "declined", "withdrawn")

    assert days_of(SENT, back, declined, withdrawn) == [4]
    assert days_of(SENT, withdrawn) == []


def test_records_are_told_apart():
    other = step(1, "submit", "draft", "submitted", record=2)
    decisions = [
        step(3, "accept", "submitted", "accepted", record=2),
        step(9, "accept", "submitted", "accepted"),
    ]

    assert days_of(SENT, other, *decisions) == [2, 9]


def test_a_period_is_about_when_it_was_decided():
    decided = step(9, "accept", "submitted", "accepted")

    assert days_of(SENT, decided, since=FIRST + timedelta(days=9)) == [9]
    assert days_of(SENT, decided, since=FIRST + timedelta(days=10)) == []


@pytest.mark.parametrize(
    ("days", "half", "most"),
    [
        ([], None, None),
        ([5], 5, 5),
        ([1, 9], 1, 9),
        ([3, 1, 2], 2, 3),
        (range(1, 11), 5, 9),
        (range(1, 12), 6, 10),
        (range(1, 101), 50, 90),
    ],
)
def test_half_and_nine_in_ten_came_within_so_many_days(days, half, most):
    assert [numbers.within(list(days), n) for n in (50, 90)] == [half, most]


def total(waits, decided):
    return numbers.line(
        "All", [Wait("", n, "new") for n in waits], [Answer("", n) for n in decided]
    )


@pytest.mark.parametrize(
    ("waits", "decided", "said"),
    [
        ([], [], "Nothing is waiting; no decisions in the last 30 days."),
        ([0], [], "1 waiting, since today; no decisions in the last 30 days."),
        ([0, 0], [0], "2 waiting, all since today; nine in ten decisions came on "
         "the same day."),
        ([9], [1, 1], "1 waiting, for 9 days; nine in ten decisions came within "
         "1 day."),
        ([9, 1], [0, 1], "2 waiting, the oldest 9 days; half of decisions came on "
         "the same day, nine in ten within 1 day."),
        ([9, 1], [3, 8], "2 waiting, the oldest 9 days; half of decisions came "
         "within 3 days, nine in ten within 8."),
    ],
)  # fmt: skip
def test_a_sentence_says_it_first(waits, decided, said):
    assert numbers.sentence(total(waits, decided), "in the last 30 days") == said


def test_what_was_accepted_is_counted_apart():
    waits = [Wait("North", 50, None), Wait("North", 3, "new")]

    assert numbers.line("North", waits, []) == Line(
        "North", 1, 0, 0, 3, 1, 0, None, None
    )


def test_every_region_has_a_line_and_what_has_none_comes_last():
    waits = [Wait(numbers.NO_REGION, 3, "new"), Wait("Old North", 30, "overdue")]

    found = numbers.lines(["South", "North"], waits, [Answer("North", 2)])

    assert found == [
        Line("South", 0, 0, 0, 0, 0, 0, None, None),
        Line("North", 0, 0, 0, 0, 0, 1, 2, 2),
        Line("Old North", 1, 0, 1, 30, 0, 0, None, None),
        Line("No region", 1, 0, 0, 3, 0, 0, None, None),
    ]


def test_criteria_are_counted_and_those_not_marked_have_no_rate():
    marks = [Mark("North", 1, m) for m in ("met", "met", "partly")]
    marks += [Mark("South", 2, "not")]

    rows = numbers.passed(marks)

    assert [(p.met, p.partly, p.not_met, p.percent) for p in rows] == [
        (2, 1, 0, 67),
        (0, 0, 1, 0),
        (0, 0, 0, None),
        (0, 0, 0, None),
        (0, 0, 0, None),
    ]
    assert [region for region, _ in numbers.passed_by_region(marks)] == [
        "North",
        "South",
    ]


def test_reasons_are_counted_with_where_they_were_given():
    steps = [
        step(day, move, "submitted", "sent_back", reason=reason, region=region)
        for day, move, reason, region in [
            (1, "send_back", "No figure", "South"),
            (2, "send_back", "No figure", "North"),
            (3, "send_back", "No figure", "South"),
            (4, "decline", "Not ours", "North"),
            (0, "decline", "Too early to count", "North"),
        ]
    ]

    assert numbers.reasons_used(steps, FIRST + timedelta(days=1)) == [
        ("No figure", "Sent back", 3, "North 1, South 2"),
        ("Not ours", "Declined", 1, "North 1"),
    ]


def test_the_drawing_shows_whoever_decided_and_says_it_in_words():
    lines = [
        Line("North", 0, 0, 0, 0, 0, 2, 0, 4),
        Line("South", 3, 0, 0, 9, 0, 0, None, None),
        Line("West", 0, 0, 0, 0, 0, 2, 1, 2),
    ]

    drawn = chart(lines)

    assert drawn.told == (
        "North: half same day, nine in ten 4 days; West: half 1 day, nine in ten 2 days."
    )
    assert [(bar.half, bar.most) for bar in drawn.bars] == [(2, 398), (100, 199)]
    assert chart(lines[1:2]) is None
