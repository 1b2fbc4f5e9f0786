"""What cards share is kept small, and is what would be drawn anew."""

import pytest
from PIL import Image

from amd.cards import SOCIAL_CARD, THEMES
from amd.cards.field import draw_dots, field
from amd.cards.painting import plain_field

MOST_BYTES = 8_000_000


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_fields_of_a_theme_take_few_bytes(theme):
    layouts = SOCIAL_CARD.layouts.values()

    kept = [plain_field(layout.field, theme)[0] for layout in layouts]

    assert {image.mode for image in kept} == {"P"}
    assert sum(image.width * image.height for image in kept) < MOST_BYTES


@pytest.mark.parametrize("name", SOCIAL_CARD.layouts)
def test_field_that_is_kept_is_the_field_drawn(name):
    spec, theme = SOCIAL_CARD.layouts[name].field, THEMES["night"]
    size = (round(spec.box.right), round(spec.box.bottom))
    drawn = Image.new("RGB", size, theme.ground)
    dots = [(dot, dot.radius) for dot in field(spec, None).values()]
    draw_dots(drawn, dots, theme.lit, theme.dot)

    shown = Image.new("RGB", size, theme.ground)
    shown.paste(*plain_field(spec, theme))

    assert shown.tobytes() == drawn.tobytes()
