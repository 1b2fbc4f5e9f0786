"""The field of dots keeps clear of words and is the same for the same format."""

import math
from dataclasses import replace

import pytest

from amd.cards.compose import compose
from amd.cards.field import CLEAR_PX, field, shrunk
from tests.amd.cards.samples import LONGEST, SHORT, SHOWN, STORY, social, vignette

HEBREW = "הספרנים שלנו הם הראשונים שאני שואל"


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize(
    "card",
    [
        social(SHORT),
        social(LONGEST),
        vignette(STORY),
        social(replace(SHORT, quote=HEBREW)),
    ],
)
def test_no_dot_comes_near_a_word(name, card):
    found = compose(card, name)
    spec = found.layout.field
    boxes = [box for text in found.texts for box in text.boxes]

    dots = field(spec, found.arrangement.sign)
    left = shrunk(spec, found.arrangement.sign, boxes)

    near = 0
    for place, dot in dots.items():
        radius = left.get(place, dot.radius)
        for box in boxes:
            across = max(box.x - dot.x, 0, dot.x - box.right)
            down = max(box.y - dot.y, 0, dot.y - box.bottom)
            if radius:
                assert math.hypot(across, down) - radius >= CLEAR_PX
            near += not radius
    assert near


@pytest.mark.parametrize("name", SHOWN)
def test_about_one_dot_in_twenty_five_is_lit(name):
    dots = field(compose(vignette(STORY), name).layout.field, None).values()

    lit = sum(dot.lit for dot in dots)

    assert 18 < sum(dot.radius > 1.5 for dot in dots) / lit < 36


def test_lit_dots_never_touch():
    dots = field(compose(vignette(STORY), "portrait").layout.field, None)
    lit = {place for place, dot in dots.items() if dot.lit}

    assert not any((column + 1, row) in lit for column, row in lit)
    assert not any((column, row + 1) in lit for column, row in lit)


def test_story_field_stays_between_the_phones_controls():
    spec = compose(vignette(STORY), "story").layout.field

    for dot in field(spec, None).values():
        assert dot.y - dot.radius >= 250
        assert dot.y + dot.radius <= 1920 - 340
