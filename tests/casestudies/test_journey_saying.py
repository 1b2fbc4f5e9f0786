"""What is plainly missing in a text is said; whatever may be an answer is left alone."""

import pytest

from casestudies.journey.answered import answered
from casestudies.journey.saying import is_only_of_the_library, is_only_praise
from casestudies.models import CaseStudy


@pytest.mark.parametrize(
    "text",
    [
        "The team was very grateful and found the search extremely helpful.",
        "Staff said that the library is excellent. Everybody was happy with it.",
    ],
)
def test_thanks_are_no_impact(text):
    assert is_only_praise(text)


@pytest.mark.parametrize(
    "text",
    [
        "Staff were grateful, and the clinic now opens an hour earlier.",
        "The matron was pleased: 12 beds were free again.",
        "They are confident that the leaflet can be understood.",
        "Patients are seen by the same nurse each time they come.",
    ],
)
def test_whatever_may_be_an_impact_is_left_to_a_person(text):
    assert not is_only_praise(text)
    assert not is_only_of_the_library(text)


@pytest.mark.parametrize(
    "text",
    [
        "We sent the articles to the team within the week, as we always do.",
        "The search was carried out and the results were emailed to the ward.",
        "The librarian searched two databases and gave the team a list.",
    ],
)
def test_a_search_that_was_sent_is_no_outcome(text):
    assert is_only_of_the_library(text)


@pytest.mark.parametrize(
    "text",
    [
        "We sent the articles, and the team decided to close the old clinic.",
        "The search was done and the ward changed its forms.",
    ],
)
def test_what_somebody_did_with_it_is_an_outcome(text):
    assert not is_only_of_the_library(text)


def test_the_same_words_in_two_boxes_answer_one_of_them():
    words = "The ward changed its forms because of two good trials."
    story = CaseStudy(outcome=words, impact=f"{words} ")

    achieved, impact, *_ = answered(story)

    assert achieved.is_answered
    assert impact.missing == (
        "Say what changed, and for whom: the same words stand in another box"
    )


@pytest.mark.parametrize(
    ("impact", "sentence"),
    [
        (
            "It saves the ward 40 hours of nursing time each month.",
            "Your text says “40 hours”: add it as a figure, with how it is known",
        ),
        (
            "The trust saved £2 million on pumps.",
            "Your text says “£2 million”: add it as a figure, with how it is known",
        ),
        (
            "It has saved her a lot of time since.",
            "Your text speaks of a saving: ask how much, and add it as a figure",
        ),
        (
            "Fewer people fall at night.",
            "Add a figure of time or money, even an estimate, with how it is known",
        ),
    ],
)
def test_a_saving_in_the_text_is_asked_for_as_a_figure(impact, sentence):
    assert answered(CaseStudy(impact=impact))[3].missing == sentence


def test_a_quote_in_the_text_is_asked_for_as_a_quote():
    impact = "Nurses like it. One said: “I have an hour for people now.”"

    assert answered(CaseStudy(impact=impact))[4].missing == (
        "Your text quotes somebody: add their words here, with their name"
    )
