"""Letters kept from card to card are the letters that would be drawn anew."""

import pytest
from PIL import Image

from amd.cards import draw
from amd.cards.kept import Kept
from amd.cards.letters import fineness, pieces
from amd.cards.text import runs, width_em
from tests.amd.cards.samples import LONGEST, SHORT, STORY, USUAL, social, vignette


def test_draw_is_the_same_whatever_was_drawn_before():
    first = draw(social(USUAL), "square", "png")

    for content in (SHORT, LONGEST, USUAL):
        draw(social(content), "portrait", "png")
    draw(vignette(STORY), "story", "png")

    assert draw(social(USUAL), "square", "png") == first


def test_letters_stand_where_kerning_puts_them():
    [run] = runs("AVATAR, Tokyo", 600)

    found = pieces(run)

    assert "".join(letter for letter, _ in found) == "AVATAR,Tokyo"
    assert found[1][1] < width_em("A", 600)
    assert found[-1][1] + width_em("o", 600) == pytest.approx(
        width_em(run.text, 600), abs=0.01
    )


def test_combining_marks_stay_with_their_words():
    [run] = runs("Ŵ\u0323yn", 600)

    assert pieces(run) == ((run.text, 0.0),)


def test_small_letters_stand_on_parts_of_a_pixel():
    assert [fineness(size) for size in (26, 44, 96)] == [4, 2, 1]


def test_kept_forgets_the_oldest_when_it_is_full():
    kept = Kept(most_bytes=100)

    for number in range(5):
        kept.put(number, Image.new("L", (6, 5)), 30)

    assert [number for number in range(5) if kept.get(number)] == [2, 3, 4]
    assert kept.used_bytes == 90


def test_kept_tells_nothing_drawn_from_not_drawn():
    kept = Kept(most_bytes=100)

    kept.put("space", None, 1)

    assert kept.get("space") == (None,)
    assert kept.get("letter") is None
