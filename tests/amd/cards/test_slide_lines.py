"""Lines as PowerPoint fills them, and how a slide makes them even."""

from amd.cards.slide.arial import BOLD
from amd.cards.slide.greedy import evenest, filled, held
from amd.cards.text import tokens, width_em

HEADLINE = "Ward equipment chosen on evidence saves a trust £120,000 a year"
LINES = (
    "Ward equipment chosen",
    "on evidence saves",
    "a trust £120,000 a year",
)


def read(text, limit):
    """The lines of a text in a box so wide."""
    return [
        " ".join(word.text for word in line)
        for line in filled(tokens(text, BOLD, limit), limit)
    ]


def test_each_line_is_as_full_as_it_goes():
    assert read("one two three", width_em("one two", BOLD)) == ["one two", "three"]


def test_word_wider_than_the_box_is_broken():
    assert len(read("Pneumonoultramicroscopic", 6)) > 1


def test_words_are_held_together_where_the_sense_asks():
    limit = max(width_em(line, BOLD) for line in LINES) * 1.1

    kept = held(HEADLINE, LINES, BOLD, limit)

    assert read(HEADLINE, limit)[1] != LINES[1]
    assert [line.replace("\xa0", " ") for line in read(kept, limit)] == list(LINES)


def test_words_held_together_are_the_same_words():
    kept = held(HEADLINE, LINES, BOLD, 14)

    assert kept.replace("\xa0", " ") == HEADLINE


def test_long_text_is_left_as_it_is():
    text = " ".join(["word"] * 60)

    assert held(text, (text[:99], text[100:]), BOLD, 60) == text


def test_narrower_box_evens_the_lines_without_adding_one():
    words = tokens("Evidence saves time and lives today", BOLD, 12)

    before, after = filled(words, 12), filled(words, evenest(words, 12))

    assert len(after) == len(before) == 2
    assert len(after[1]) > len(before[1])


def test_box_is_never_made_narrower_than_a_word():
    words = tokens("A Pneumonoultramicroscopic b", BOLD, 20)

    assert evenest(words, 20) >= max(word.width for word in words)
