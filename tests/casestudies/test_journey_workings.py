"""Hours × people × weeks: the sum, its words, and what is refused."""

import pytest

from casestudies.journey.workings import WorkingForm
from casestudies.limits import FIGURE, FIGURE_NOTE


def form(hours="2", people="12", weeks="46"):
    return WorkingForm({"hours": hours, "people": people, "weeks": weeks})


def working(*typed):
    shown = form(*typed)
    assert shown.is_valid(), shown.errors
    return shown.working()


@pytest.mark.parametrize(
    ("typed", "sentence", "figure"),
    [
        (
            ("2", "12", "46"),
            "2 hours × 12 people × 46 weeks = 1,104 hours",
            "1,104 hours",
        ),
        (("1", "1", "1"), "1 hour × 1 person × 1 week = 1 hour", "1 hour"),
        (
            ("0.25", "3", "1"),
            "0.25 hours × 3 people × 1 week = 0.75 hours",
            "0.75 hours",
        ),
        (
            ("1.50", "5", "33"),
            "1.5 hours × 5 people × 33 weeks = 247.5 hours, rounded down to 247 hours",
            "247 hours",
        ),
        (
            ("60", "9999", "104"),
            "60 hours × 9,999 people × 104 weeks = 62,393,760 hours",
            "62,393,760 hours",
        ),
    ],
)
def test_the_sum_shows_its_working(typed, sentence, figure):
    shown = working(*typed)

    assert (shown.sentence, shown.figure) == (sentence, figure)


def test_what_it_fills_in_has_room_at_its_most():
    answers = working("59.99", "9999", "103").answers({})

    assert len(answers["figure"]) <= FIGURE
    assert len(answers["figure_note"]) <= FIGURE_NOTE


def test_it_fills_in_the_figure_and_its_working():
    assert working().answers({}) == {
        "figure": "1,104 hours",
        "figure_note": "saved (2 hours × 12 people × 46 weeks)",
    }


def test_what_the_figure_is_stays_as_somebody_wrote_it():
    typed = {"figure_note": "of nurses' visits"}

    assert working().answers(typed)["figure_note"] == "of nurses' visits"


def test_nothing_is_taken_for_granted():
    assert form("", "", "").errors == {
        "hours": ["Enter the hours that one person saves each week"],
        "people": ["Enter the number of people"],
        "weeks": ["Enter the number of weeks"],
    }


HOURS = "The hours that one person saves each week"
PEOPLE = "The number of people"


@pytest.mark.parametrize(
    ("typed", "name", "sentence"),
    [
        (("a lot", "12", "46"), "hours", f"{HOURS} must be a number, like 1.5"),
        (("1.234", "12", "46"), "hours", f"{HOURS} must be a number, like 1.5"),
        (("0", "12", "46"), "hours", f"{HOURS} must be more than 0"),
        (("61", "12", "46"), "hours", f"{HOURS} must be 60 or less"),
        (("2", "1.5", "46"), "people", f"{PEOPLE} must be a number, like 12"),
        (("2", "NaN", "46"), "people", f"{PEOPLE} must be a number, like 12"),
        (("2", "99999999", "46"), "people", f"{PEOPLE} must be 9,999 or less"),
        (("2", "12", "105"), "weeks", "The number of weeks must be 104 or less"),
    ],
)
def test_what_is_no_number_of_its_kind_is_refused_with_a_sentence(
    typed, name, sentence
):
    assert form(*typed).errors == {name: [sentence]}
