"""Which criteria a story answers, in words, and never that one is met."""

import pytest

from casestudies.journey.answered import answered, in_short
from casestudies.models import CaseStudy

EIGHT = "one two three four five six seven eight"
EIGHT_MORE = "two three four five six seven eight nine"
OTHER_EIGHT = "three four five six seven eight nine ten"


def states(**answers):
    return [each.state for each in answered(CaseStudy(**answers))]


def missing(number, **answers):
    return answered(CaseStudy(**answers))[number - 1].missing


def test_an_empty_story_says_what_to_add_to_each_criterion():
    assert [each.missing for each in answered(CaseStudy())] == [
        "Say what was decided or done",
        "Say what changed, and for whom",
        "Say what the library did",
        "Add a figure of time or money, even an estimate, with how it is known",
        "Add words of somebody who benefited, with their name",
    ]


def test_three_are_needed_and_two_make_it_stronger():
    assert states() == ["Still missing"] * 3 + ["Makes it stronger"] * 2


def test_a_whole_story_answers_all_five():
    whole = {
        "outcome": EIGHT,
        "impact": EIGHT_MORE,
        "library_role": OTHER_EIGHT,
        "figure": "120 hours",
        "figure_basis": "measured",
        "quote": "It changed what we do.",
        "attribution": "named",
        "quoted_name": "Sam Sample",
    }

    assert states(**whole) == ["Answered"] * 5


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Yes.", "Say what was decided or done: 1 word is very few"),
        ("We did it.", "Say what was decided or done: 3 words are very few"),
        (EIGHT, ""),
    ],
)
def test_a_few_words_are_counted_and_not_called_an_answer(text, sentence):
    assert missing(1, outcome=text) == sentence


def test_a_quick_story_says_what_was_achieved_in_its_impact():
    each = answered(CaseStudy(is_quick=True, impact=EIGHT))

    assert [one.is_answered for one in each[:3]] == [True, True, False]
    assert {one.page for one in each[:3]} == {"story"}


def test_a_figure_without_its_basis_is_no_answer():
    assert states(figure="£1", figure_basis="")[3] == "Makes it stronger"


def test_a_quote_without_a_name_is_asked_for_the_name():
    sentence = "Name the person quoted, if they agree to it"

    assert missing(5, quote="Yes.", attribution="role") == sentence


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "0 of the 3 things that every case study needs are answered"),
        (
            {"impact": EIGHT},
            "1 of the 3 things that every case study needs is answered",
        ),
        (
            {"impact": EIGHT, "outcome": EIGHT_MORE, "library_role": OTHER_EIGHT},
            "All 3 things that every case study needs are answered",
        ),
        (
            {"figure": "£1", "figure_basis": "measured"},
            "0 of the 3 things that every case study needs, "
            "and one of the 2 that make it stronger",
        ),
    ],
)
def test_one_sentence_sums_it_up(answers, sentence):
    assert in_short(answered(CaseStudy(**answers))) == sentence


def test_it_never_says_that_a_criterion_is_met():
    words = [
        word
        for answers in ({}, {"impact": EIGHT, "figure": "£1", "figure_basis": "m"})
        for each in answered(CaseStudy(**answers))
        for word in f"{each.state} {each.name} {each.missing}".lower().split()
    ]

    assert "met" not in words
