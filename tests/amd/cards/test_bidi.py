"""Letters run the way that UAX #9 says, brackets too."""

import pytest

from amd.cards.bidi import in_visual_order, levels, starts_right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Hello", False),
        ("123 שלום", True),
        ("“مرحبا", True),
        ("NHS שלום", False),
        ("", False),
    ],
)
def test_first_strong_letter_gives_the_direction(text, right):
    assert starts_right(text) is right


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ab 1", "0000"),
        ("אב 12", "11122"),
        ("ab אב.", "000110"),
        ("א (ab) ב", "11122111"),
        ("a (א) b", "0001000"),
        ("a א (ב) c", "001111100"),
        ("أ ١٢", "1122"),
        ("א\u200dב", "111"),
    ],
)
def test_levels(text, expected):
    assert "".join(map(str, levels(text))) == expected


def test_stretches_are_reversed_from_the_highest_level_down():
    assert in_visual_order("abcde", [1, 2, 2, 1, 0]) == ("d", "b", "c", "a", "e")
