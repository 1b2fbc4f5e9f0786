"""The words for a card are the champion's own, in their order."""

import pytest

from endorsements.extracts import has_cuts, problems_of

QUOTE = (
    "Twenty years ago I’d have gone to the library. Now the library comes to me: "
    "to “meetings” — once to a car\npark."
)


@pytest.mark.parametrize(
    "extract",
    [
        "",
        QUOTE,
        "Now the library comes to me",
        "now the library comes to me.",
        "I'd have gone",
        'to "meetings" – once to a car  park',
        "Twenty years ago […] the library comes to me",
        "Twenty years ago [...] the library comes to me […]",
        "[…] once to a car park",
    ],
)
def test_own_words_are_taken_however_they_are_typed(extract):
    assert list(problems_of(extract, QUOTE)) == []


@pytest.mark.parametrize(
    ("extract", "problem"),
    [
        (
            "The library comes to everybody",
            "Use words of the endorsement only: "
            "“The library comes to everybody” is not in it",
        ),
        (
            "Twenty years ago the library comes to me",
            "Use words of the endorsement only: "
            "“Twenty years ago the library comes…” is not in it",
        ),
        (
            "once to a car park […] Twenty years ago",
            "Keep the order of the endorsement: “Twenty years ago” stands earlier in it",
        ),
    ],
)
def test_other_words_or_another_order_are_named(extract, problem):
    assert list(problems_of(extract, QUOTE)) == [problem]


def test_a_cut_is_told_from_other_brackets():
    assert has_cuts("One […] two")
    assert has_cuts("One [...] two")
    assert not has_cuts("One [two] three…")
