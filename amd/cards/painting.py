"""From set lines to pixels: ground, field, photo, bars, words."""

from functools import lru_cache

from PIL import Image

from amd.cards.compose import Composition
from amd.cards.content import Card
from amd.cards.field import Dot, changed, draw_dots, field
from amd.cards.formats import FORMATS
from amd.cards.kept import Kept
from amd.cards.layout import Box, FieldSpec, Theme
from amd.cards.letters import draw_letters
from amd.cards.logos import draw_logo
from amd.cards.photo import draw_photo, shape_mask
from amd.cards.runs import runs
from amd.cards.setting import SetText
from amd.cards.themes import THEMES

Cover = tuple[Image.Image, tuple[int, int, int, int], list[tuple[Dot, float]]]
"""A mask and where it stands, and the dots that it leaves to each card."""

_covers: Kept[Cover] = Kept(most_bytes=24_000_000)
"""One for each format and direction, 5 MB for all formats in one."""


def paint(card: Card, format_name: str, set_card: Composition) -> Image.Image:
    """The picture of a card that has been set."""
    theme, arrangement = THEMES[card.theme], set_card.arrangement
    size = (FORMATS[format_name].width_px, FORMATS[format_name].height_px)
    image = Image.new("RGB", size, theme.ground)
    draw_plain_field(image, theme, set_card.layout.field)
    image.paste(theme.band, _corners(set_card.layout.foot.box))
    _draw_field(image, theme, set_card)
    if arrangement.photo and card.content.photo:
        draw_photo(image, arrangement.photo, card.content.photo, theme.ring)
    for bar in set_card.bars:
        _draw_bar(image, bar, theme.lit)
    for place, logo in zip(set_card.logos, card.content.logos, strict=False):
        draw_logo(image, place, logo)
    for text in (*set_card.texts, *set_card.foot):
        draw_text(image, text, theme)
    return image


def draw_plain_field(image: Image.Image, theme: Theme, spec: FieldSpec) -> None:
    """The field as it is without words: in two steps, as few of its dots are lit."""
    cover, place, lit = plain_cover(spec)
    tinted = cover.copy()
    tinted.putpalette(_shades(theme))
    image.paste(tinted, place)
    draw_dots(image, lit, theme.lit, theme.dot)


def plain_cover(spec: FieldSpec) -> Cover:
    """How much of each pixel a dot that is not lit covers; drawn once for all themes."""
    found = _covers.get(spec)
    if found is None:
        dots = [(dot, dot.radius) for dot in field(spec, None).values()]
        whole = Image.new("L", _corners(spec.box)[2:])
        draw_dots(whole, [each for each in dots if not each[0].lit], "white", "white")
        place = whole.getbbox() or (0, 0, 1, 1)
        lit = [each for each in dots if each[0].lit]
        value = (whole.crop(place), place, lit)
        found = _covers.put(spec, value, value[0].width * value[0].height)
    return found[0]


@lru_cache(maxsize=16)
def _shades(theme: Theme) -> bytes:
    """From the ground to a dot, the colour for each degree of cover."""
    degrees = Image.linear_gradient("L").crop((0, 0, 1, 256))
    shades = Image.new("RGB", degrees.size, theme.ground)
    shades.paste(theme.dot, (0, 0), degrees)
    return shades.tobytes()


def _draw_field(image: Image.Image, theme: Theme, set_card: Composition) -> None:
    """The field as this card has it: smaller or no dots near words, and the sign."""
    words = [box for text in set_card.texts for box in text.boxes]
    sign = set_card.arrangement.sign
    strips, dots = changed(set_card.layout.field, sign, words)
    for strip in strips:
        image.paste(theme.ground, _corners(strip))
    draw_dots(image, dots, theme.lit, theme.dot)


def _corners(box: Box) -> tuple[int, int, int, int]:
    return (round(box.x), round(box.y), round(box.right), round(box.bottom))


def _draw_bar(image: Image.Image, bar: Box, colour: str) -> None:
    size = (round(bar.width), round(bar.height))
    image.paste(colour, (round(bar.x), round(bar.y)), shape_mask("bar", *size))


def draw_text(image: Image.Image, text: SetText, theme: Theme) -> None:
    colour = getattr(theme, text.tone)
    if text.hung:
        start = (text.hung_x, text.lines[0].baseline)
        mark = runs(text.hung, text.weight)
        draw_letters(image, mark, text.size, start, colour)
    for line in text.lines:
        start = (line.x, line.baseline)
        found = line.runs or runs(line.text, text.weight)
        draw_letters(image, found, text.size, start, colour)
