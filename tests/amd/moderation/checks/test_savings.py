"""Savings without a unit, or without how they are known."""

import pytest

from amd.moderation.checks.reading import Reading
from amd.moderation.checks.savings import savings
from casestudies.models import CaseStudy

UNKNOWN = "A saving does not say how it is known"


def found(text, **texts):
    reading = Reading(CaseStudy(), {"impact": text, **texts}, None)
    return [each.sentence for each in savings(reading)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It saved 120 a year.", "The saving “120” has no unit"),
        ("A saving of 1,500 was made.", "The saving “1,500” has no unit"),
        ("We saved 1.2 million.", "The saving “1.2 million” has no unit"),
        ("It saves £20,000 a year.", UNKNOWN),
        ("The search saved 120 hours.", UNKNOWN),
        ("Alarms were reduced by 30%.", UNKNOWN),
        ("It freed 14 bed days.", UNKNOWN),
        ("Costs of £1.5m were cut.", UNKNOWN),
    ],
)
def test_saving_that_says_too_little_is_seen(text, sentence):
    assert found(text) == [sentence]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It saved time.",
        "The ward has 120 beds. It saved time.",
        "In 2024 it saved time.",
        "On 3 June 2026 we cut the waiting list.",
        "It saved 120 hours, as the ward measured.",
        "We estimate that it saves £20,000 a year.",
        "According to the audit, errors were reduced by 30%.",
        "It saved £300. The figure is from our own data.",
    ],
)
def test_saving_that_says_enough_is_let_be(text):
    assert found(text) == []


def test_basis_of_the_figure_is_that_of_the_saving():
    figure = {"figure": "120 hours", "figure_note": "saved", "figure_basis": "measured"}

    assert found("It saved 120 hours.", **figure) == []


@pytest.mark.parametrize(
    ("figure", "note", "is_bare"),
    [
        ("120", "saved a year", True),
        ("120", "a year", True),
        ("120", "", True),
        ("120", "hours saved a year", False),
        ("120 hours", "saved a year", False),
        ("£20k", "saved a year", False),
        ("30%", "fewer alarms", False),
    ],
)
def test_figure_needs_a_unit(figure, note, is_bare):
    said = found("", figure=figure, figure_note=note, figure_basis="measured")

    assert said == ([f"The figure “{figure}” has no unit"] if is_bare else [])
