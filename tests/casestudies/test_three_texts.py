"""A great, a basic and a poor case study: what an author and a reviewer are told of each.

Nobody lived through them. What makes a text great or basic is what the reviewers of the
real process said: https://kfh.libraryservices.nhs.uk/developing-impact-case-studies/
"""

import pytest

from amd.moderation.checks.run import found_in_words
from casestudies.journey.answered import answered, in_short
from casestudies.models import CaseStudy

# Challenge, role, intervention, outcome, money, patients, a named person who benefited.
GREAT = {
    "headline": "Eleven trials, one meeting: £64,000 goes to nurses, not alarms",
    "challenge": (
        "Falls on both rehabilitation wards had risen for three winters. The falls group "
        "of Mockborough NHS Trust was about to buy an alarm for every bed, and could not "
        "find out whether alarms prevent falls."
    ),
    "library_role": (
        "The clinical librarian searched for trials and reviews of bed alarms, appraised "
        "the eleven that fitted and brought two pages to the group. She stayed for the "
        "discussion and answered four more questions within a week."
    ),
    "outcome": (
        "The group decided against the alarms. It put the money into a falls nurse and "
        "into a review of medicines for everybody admitted to the two wards."
    ),
    "impact": (
        "In the year after, 31 fewer people fell on the two wards, as incident reports "
        "show. Patients go home sooner and without a broken hip, and nurses sleep better."
    ),
    "impact_when": "now",
    "figure": "£64,000",
    "figure_note": "not spent on bed alarms",
    "figure_period": "April 2025 to March 2026",
    "figure_basis": "measured",
    "figure_confirmed_by": "Deputy Director of Finance",
    "quote": "Two pages from our librarian changed a decision we had nearly made.",
    "attribution": "named",
    "quoted_name": "Noor Specimen",
    "quoted_title": "Chair of the falls group",
    "quoted_organisation": "Mockborough NHS Trust",
    "brief": (
        "Mockborough was about to buy an alarm for every bed. Its librarian appraised "
        "eleven trials, and the falls group put the money into a falls nurse instead. "
        "In the year after, 31 fewer people fell."
    ),
}
# Little background, how the library helped, what came of it; nothing saved.
BASIC = {
    "headline": "A leaflet that people with diabetes can read",
    "challenge": "The diabetes team wanted to update its leaflet for new patients.",
    "library_role": (
        "The library did a literature search and sent the team twelve articles on how "
        "to write for patients."
    ),
    "outcome": "The team rewrote the leaflet in plain English and took out two pages.",
    "impact": "People say that the leaflet is easier to understand than the old one.",
    "brief": (
        "The diabetes team asked for evidence on leaflets. The library sent twelve "
        "articles, and the team rewrote its leaflet in plain English."
    ),
}
# What is sent back: no outcome, thanks for an impact, a bare number, a patient.
POOR = {
    "headline": "Library search helps a doctor",
    "challenge": "A doctor wanted articles about DOACs for Mrs Specimen on the ward.",
    "library_role": "We did a search.",
    "outcome": "The results were sent to the doctor by email the next day.",
    "impact": "The doctor was very pleased and said that our library is excellent.",
    "figure": "30",
    "figure_note": "saved",
    "figure_basis": "estimated_by_library",
    "quote": "Great service, thank you!",
    "attribution": "anonymous",
    "brief": "A doctor asked, we searched, and the doctor was very pleased.",
}


def told_to_its_author(text):
    return [
        f"{each.state}: {each.missing}" if each.missing else each.state
        for each in answered(CaseStudy(**text))
    ]


def told_to_a_reviewer(text):
    story = CaseStudy(author_name="Ali Sample", **text)
    return [each.sentence for each in found_in_words(story)]


def test_a_great_text_answers_all_five_and_leaves_nothing_to_judge():
    assert told_to_its_author(GREAT) == ["Answered"] * 5
    assert told_to_a_reviewer(GREAT) == []


def test_a_basic_text_answers_what_it_needs_and_is_told_what_makes_it_stronger():
    assert told_to_its_author(BASIC) == [
        "Answered",
        "Answered",
        "Answered",
        "Makes it stronger: "
        "Add a figure of time or money, even an estimate, with how it is known",
        "Makes it stronger: Add words of somebody who benefited, with their name",
    ]
    assert told_to_a_reviewer(BASIC) == []


def test_a_poor_text_is_told_what_is_missing_before_anybody_sends_it_back():
    assert told_to_its_author(POOR) == [
        "Still missing: Say what was decided or done: "
        "so far it says what the library did",
        "Still missing: Say what changed, and for whom: "
        "so far it says that somebody was pleased",
        "Still missing: Say what the library did: 4 words are very few",
        "Makes it stronger: Say what the figure counts, such as hours or pounds",
        "Makes it stronger: Name the person quoted, if they agree to it",
    ]
    assert told_to_a_reviewer(POOR) == [
        "“Mrs Specimen” looks like a person's name",
        "The figure “30” has no unit",
        "The quote stands without a name",
        "“DOAC” is not explained",
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            GREAT,
            "All 3 things that every case study needs, "
            "and both of the 2 that make it stronger",
        ),
        (BASIC, "All 3 things that every case study needs are answered"),
        (POOR, "0 of the 3 things that every case study needs are answered"),
    ],
)
def test_one_sentence_tells_them_apart(text, sentence):
    assert in_short(answered(CaseStudy(**text))) == sentence
