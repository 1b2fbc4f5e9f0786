"""Typed words become set words."""

import pytest

from amd.cards.words import opening_words, spoken, typeset


@pytest.mark.parametrize(
    ("typed", "set_words"),
    [
        ('He said "yes" twice', "He said “yes” twice"),
        ("don't, it's the '90s", "don’t, it’s the ’90s"),
        ("a 'good' one", "a ‘good’ one"),
        ("evidence - always", "evidence\u00a0– always"),
        ("evidence -- always", "evidence\u00a0– always"),
        ("and so...", "and so…"),
        ("two  \n lines", "two lines"),
        ("ask Dr Sample", "ask Dr\u00a0Sample"),
        ("Prof. Sample", "Prof.\u00a0Sample"),
        ("saved 40 hours", "saved 40\u00a0hours"),
        ("in 2018 we read 40 papers", "in 2018 we read 40\u00a0papers"),
        ("£1.2 million saved", "£1.2\u00a0million saved"),
        ("well-known 2018-19", "well-known 2018-19"),
        ("w\u0302y", "ŵy"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_typeset(typed, set_words):
    assert typeset(typed) == set_words


@pytest.mark.parametrize(
    ("typed", "set_words"),
    [
        ("Evidence first.", "Evidence first."),
        ('"Evidence first."', "Evidence first."),
        ("“Evidence first.”", "Evidence first."),
        ("'Evidence first.'", "Evidence first."),
        ("‘It’s the evidence.’", "It’s the evidence."),
        ('"Yes" comes before "no"', "‘Yes’ comes before ‘no’"),
        ('"She said "yes" at once"', "She said ‘yes’ at once"),
        ('""', ""),
    ],
)
def test_spoken_drops_only_the_outer_marks(typed, set_words):
    assert spoken(typed) == set_words


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        (
            "Dr. Sample asked the library for the evidence. It came.",
            "Dr. Sample asked the library for the evidence.",
        ),
        ("We asked. The library answered.", "We asked. The library answered."),
        ("No stop at all", "No stop at all"),
    ],
)
def test_opening_words_are_whole_sentences(text, opening):
    assert opening_words(text) == opening
