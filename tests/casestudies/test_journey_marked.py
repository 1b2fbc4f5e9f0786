"""The sentences that are shown on the interruption page, each once, with its words marked."""

from amd.moderation.checks.findings import Finding, Weight
from casestudies.journey.marked import marked

SENTENCE = "Mrs Specimen, 93 years old, fell."


def found(words, around=SENTENCE, field="challenge"):
    return Finding(
        "patient", Weight.WARN, f"“{words}”", words, field, around, words=words
    )


def test_words_of_one_sentence_are_marked_in_it_together():
    (sentence,) = marked([found("93 years old"), found("Mrs Specimen")])

    assert sentence.said == ("“93 years old”", "“Mrs Specimen”")
    assert sentence.parts == (
        ("Mrs Specimen", True),
        (", ", False),
        ("93 years old", True),
        (", fell.", False),
    )


def test_words_that_overlap_are_marked_once():
    (sentence,) = marked([found("Mrs Specimen, 93"), found("93 years old")])

    assert sentence.parts == (
        ("Mrs Specimen, 93", True),
        (" years old, fell.", False),
    )


def test_the_same_sentence_in_two_boxes_is_shown_in_both():
    each = marked([found("93"), found("93", field="impact")])

    assert [sentence.field for sentence in each] == ["challenge", "impact"]


def test_nothing_of_a_sentence_is_lost_where_its_words_are_not_in_it():
    (sentence,) = marked([found("Mr Nobody")])

    assert sentence.parts == ((SENTENCE, False),)
