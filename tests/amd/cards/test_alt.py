"""The words of a card beside its picture."""

import re
from dataclasses import replace

import pytest

from amd.cards import alt_text, short_alt_text
from amd.cards.compose import compose
from tests.amd.cards.forty import FORTY
from tests.amd.cards.samples import STORY, USUAL, social, vignette


def test_alt_text_of_a_social_card_holds_all_its_words():
    assert alt_text(social(USUAL)) == (
        "“When a decision has to be right, our librarians are the colleagues I ask "
        "first. They bring the evidence, and the calm to use it.” Dr Sample Person, "
        "Medical Director, Sampleshire NHS Trust. #AMillionDecisions. Sample. "
        "amilliondecisions.example/7f3k-2q."
    )


def test_alt_text_of_a_vignette_holds_all_its_words():
    text = alt_text(vignette(STORY))

    assert text.startswith("Impact case study. Ward equipment chosen on evidence")
    assert "£120,000, saved a year, measured by the trust." in text
    assert f"“{STORY.quote}” Sam Sample, Head of Procurement" in text
    assert "Working with: Ali Sample, Clinical Librarian, Sampleshire Library" in text


def test_alt_text_has_the_marks_of_its_script():
    arabic = replace(USUAL, quote="الأدلة أولاً", name="سامي", title="المدير")

    assert alt_text(social(arabic)).startswith(
        "”الأدلة أولاً“ سامي، المدير، Sampleshire"
    )


def test_short_alt_text_takes_no_emoji_apart():
    families = replace(USUAL, name="👩🏽‍⚕️" * 60, organisation="")

    text = short_alt_text(social(families))

    assert text == f"Quote card: {'👩🏽‍⚕️' * 21}…"
    assert len(text) <= 120


def test_short_alt_text_is_at_most_120_characters():
    long = replace(USUAL, name="Sample " * 40)

    assert short_alt_text(social(USUAL)) == (
        "Quote card: Dr Sample Person, Sampleshire NHS Trust"
    )
    assert short_alt_text(vignette(STORY)) == (
        "Impact case study: Ward equipment chosen on evidence saves a trust "
        "£120,000 a year"
    )
    assert len(short_alt_text(social(long))) <= 120


@pytest.mark.parametrize(("name", "card"), FORTY)
@pytest.mark.parametrize("shown", ["landscape", "portrait"])
def test_alt_text_holds_every_word_that_is_drawn(name, card, shown):
    found = compose(card, shown)
    told = _letters(alt_text(card))

    for text in (*found.texts, *found.foot):
        assert _letters("".join(line.text for line in text.lines)) in told, text.slot
    assert 0 < len(short_alt_text(card)) <= 120


def _letters(text):
    """Without what stands between words, which a list may set otherwise."""
    return re.sub(r"[\W_]", "", text.replace("Impact case study", ""))
