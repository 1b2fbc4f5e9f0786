"""Abbreviations that public words use without explaining them."""

import pytest

from amd.moderation.checks.abbreviations import abbreviations
from amd.moderation.checks.reading import Reading
from endorsements.models import Endorsement


def found(text, **texts):
    reading = Reading(Endorsement(), {"quote": text, **texts}, None)
    return [each.found for each in abbreviations(reading)]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The ICU asked us.", "ICU"),
        ("Our RCTs were found in an hour.", "RCT"),
        ("The MDT's decision was sound.", "MDT"),
        ("We changed the PICC line.", "PICC"),
        ("Her eGFR was low.", "eGFR"),
        ("A (rare) HHT case", "HHT"),
        ("Two KLSs work as one.", "KLS"),
        ("The D&C list was shorter.", "D&C"),
        ("ICU staff came back.", "ICU"),
        ("“ICU” is what we say", "ICU"),
    ],
)
def test_abbreviation_is_seen(text, short):
    assert found(text) == [short]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The ward asked, and we searched.",
        "The intensive care unit (ICU) asked. The ICU was glad.",
        "ICU (intensive care unit) staff asked.",
        "In intensive care they asked us; the unit, the ICU, was glad: intensive care unit.",
        "The length of stay fell, and with it LOS for others.",
        "The multidisciplinary team is the mdt.",
        "A GP of the NHS asked the UK library about MRI and COVID-19.",
        "GPs and MPs came.",
        "The A&E team asked.",
        "Part II and stage IV of the plan.",
        "I asked. A librarian answered.",
        "THIS IS WHAT WE ALL SAY NOW",
        "See https://www.EXAMPLE.org/ABC or write to ICU@example.nhs.uk",
        "#ICU and @HLA",
        "Vitamin B12 and the H1 room",
    ],
)
def test_what_is_explained_or_known_is_let_be(text):
    assert found(text) == []


def test_words_of_another_answer_explain_it():
    assert found("The ICU asked.", transcript="On the intensive care unit.") == []


def test_each_is_said_once_and_names_are_no_prose():
    said = found("The ICU and the MDT; the ICU again.", title="Head of ABC", name="DEF")

    assert said == ["ICU", "MDT"]
