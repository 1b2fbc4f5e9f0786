"""From set lines to pixels: ground, field, photo, bars, words."""

from functools import lru_cache

from PIL import Image, ImageDraw

from amd.cards.compose import Composition
from amd.cards.content import Card
from amd.cards.field import changed, draw_dot, field
from amd.cards.fonts import face
from amd.cards.formats import FORMATS
from amd.cards.layout import Box, FieldSpec, Theme
from amd.cards.logos import draw_logo
from amd.cards.photo import draw_photo, shape_mask
from amd.cards.setting import SetLine, SetText
from amd.cards.text import Run, runs, width_em
from amd.cards.themes import THEMES

_FINE_TO_PX = 48
_AROUND_PX = 4


def paint(card: Card, format_name: str, set_card: Composition) -> Image.Image:
    """The picture of a card that has been set."""
    theme, arrangement = THEMES[card.theme], set_card.arrangement
    size = (FORMATS[format_name].width_px, FORMATS[format_name].height_px)
    spec, band = set_card.layout.field, set_card.layout.foot.box
    image = _ground(size, theme, spec, band).copy()
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


@lru_cache(maxsize=15)
def _ground(
    size: tuple[int, int], theme: Theme, spec: FieldSpec, band: Box
) -> Image.Image:
    """What all cards of one format and theme share; drawn once."""
    image = Image.new("RGB", size, theme.ground)
    for dot in field(spec, None).values():
        draw_dot(image, dot, dot.radius, theme.lit if dot.lit else theme.dot)
    image.paste(theme.band, _corners(band))
    return image


def _draw_field(image: Image.Image, theme: Theme, set_card: Composition) -> None:
    """The field as this card has it: smaller or no dots near words, and the sign."""
    words = [box for text in set_card.texts for box in text.boxes]
    sign = set_card.arrangement.sign
    strips, dots = changed(set_card.layout.field, sign, words)
    for strip in strips:
        image.paste(theme.ground, _corners(strip))
    for dot, radius in dots:
        draw_dot(image, dot, radius, theme.lit if dot.lit else theme.dot)


def _corners(box: Box) -> tuple[int, int, int, int]:
    return (round(box.x), round(box.y), round(box.right), round(box.bottom))


def _draw_bar(image: Image.Image, bar: Box, colour: str) -> None:
    size = (round(bar.width), round(bar.height))
    image.paste(colour, (round(bar.x), round(bar.y)), shape_mask("bar", *size))


def draw_text(image: Image.Image, text: SetText, theme: Theme) -> None:
    colour = getattr(theme, text.tone)
    for number, line in enumerate(text.lines):
        if text.hung and number == 0:
            hung = SetLine(
                text.hung, line.x - text.hung_width, line.baseline, text.hung_width
            )
            draw_line(image, hung, text, colour)
        draw_line(image, line, text, colour)


def draw_line(image: Image.Image, line: SetLine, text: SetText, colour: str) -> None:
    """Letters at twice the size and reduced where they are small, else as they are."""
    x = line.x
    for run in runs(line.text, text.weight):
        width = width_em(run.text, run.weight) * text.size
        if text.size <= _FINE_TO_PX:
            left, base = int(x) - _AROUND_PX, int(line.baseline)
            part = (round((x - int(x)) * 2), round((line.baseline - base) * 2))
            mask = _fine(run, text.size, int(width) + 2 * _AROUND_PX + 2, part)
            image.paste(colour, (left, base - _above(text.size)), mask)
        else:
            ImageDraw.Draw(image).text(
                (x, line.baseline),
                run.text,
                fill=colour,
                font=face(run.weight, text.size),
                anchor="ls",
            )
        x += width


@lru_cache(maxsize=96)
def _fine(run: Run, size: float, width: int, part: tuple[int, int]) -> Image.Image:
    """Letters set at twice their size, so that each stands on half a pixel.

    `part` is where in its pixel the line starts, in halves. Lines come again, in
    other encodings of a card and at every foot, so the latest are kept.
    """
    above = _above(size)
    mask = Image.new("L", (width * 2, (above + int(size * 0.32) + 2) * 2))
    spot = (_AROUND_PX * 2 + part[0], above * 2 + part[1])
    font = face(run.weight, size * 2)
    ImageDraw.Draw(mask).text(spot, run.text, fill=255, font=font, anchor="ls")
    return mask.reduce(2)


def _above(size: float) -> int:
    """Room for the tallest capital with two accents."""
    return int(size * 1.06) + 1
