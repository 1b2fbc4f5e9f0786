"""What cards share is kept small, and is what would be drawn anew."""

import pytest
from PIL import Image

from amd.cards import SOCIAL_CARD, THEMES
from amd.cards.field import draw_dots, field
from amd.cards.painting import draw_plain_field, plain_cover

MOST_BYTES = 8_000_000
FIELDS = [layout.field for layout in SOCIAL_CARD.layouts.values()]


def test_fields_of_all_formats_and_themes_take_few_bytes():
    kept = [plain_cover(spec)[0] for spec in FIELDS]

    assert {image.mode for image in kept} == {"L"}
    assert sum(image.width * image.height for image in kept) < MOST_BYTES


@pytest.mark.parametrize("spec", FIELDS, ids=SOCIAL_CARD.layouts)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_field_that_is_kept_is_the_field_drawn(theme, spec):
    size = (round(spec.box.right), round(spec.box.bottom))
    drawn = Image.new("RGB", size, theme.ground)
    dots = [(dot, dot.radius) for dot in field(spec, None).values()]
    draw_dots(drawn, dots, theme.lit, theme.dot)

    shown = Image.new("RGB", size, theme.ground)
    draw_plain_field(shown, theme, spec)

    assert shown.tobytes() == drawn.tobytes()
