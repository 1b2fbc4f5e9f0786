"""What changed, word by word: nothing lost, nothing made up."""

import random

import pytest

from amd.moderation.difference import Segment, compare, difference


def kinds(before, now):
    return [(s.kind, s.text) for s in compare(before, now)]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("We ask first.", "We ask first.", [("kept", "We ask first.")]),
        (
            "We ask first.",
            "We always ask first.",
            [("kept", "We "), ("added", "always "), ("kept", "ask first.")],
        ),
        (
            "Medical Director",
            "Medical Officer",
            [("kept", "Medical "), ("removed", "Director"), ("added", "Officer")],
        ),
        ("Gone", "", [("removed", "Gone")]),
        ("", "New", [("added", "New")]),
        ("Same words", "Same\nwords", [("kept", "Same\nwords")]),
        ("", "", []),
    ],
)
def test_words_are_kept_removed_or_added(before, now, expected):
    assert kinds(before, now) == expected


def test_only_texts_that_differ_are_told_in_their_order():
    before = {"quote": "A", "name": "Ada", "transcript": "Said"}
    now = {"quote": "B", "name": "Ada", "title": "Dr"}

    changes = difference(before, now)

    assert [change.name for change in changes] == ["quote", "title", "transcript"]


def test_another_line_break_alone_is_told_as_such():
    (change,) = difference({"quote": "One\ntwo"}, {"quote": "One two"})

    assert change.is_only_space


def test_an_exchanged_word_is_not_only_space():
    (change,) = difference({"quote": "One two"}, {"quote": "One three"})

    assert not change.is_only_space


def test_marks_of_html_are_words_like_others():
    assert compare("<b>", "<i>") == (Segment("removed", "<b>"), Segment("added", "<i>"))


def test_parts_make_both_texts_again():
    """Word for word, whatever the two texts are; spaces between words are the newer's."""
    dice = random.Random(5)  # noqa: S311  # no secret
    words = ["the", "library", "evidence,", "saved", "120", "hours\n", "é", "“we”"]
    for _ in range(300):
        before = " ".join(dice.choices(words, k=dice.randrange(12)))
        now = " ".join(dice.choices(words, k=dice.randrange(12)))
        segments = compare(before, now)
        old = "".join(s.text + " " for s in segments if s.kind != "added")
        new = "".join(s.text + " " for s in segments if s.kind != "removed")
        assert old.split() == before.split()
        assert new.split() == now.split()


def test_one_word_a_thousand_times_is_still_compared():
    segments = compare("a " * 1000, "a b " * 500)

    assert "".join(s.text for s in segments if s.kind != "removed") == "a b " * 500
