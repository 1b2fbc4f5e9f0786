"""From set lines to pixels: ground, field, photo, bars, words."""

from functools import lru_cache

from PIL import Image, ImageDraw

from amd.cards.compose import Composition
from amd.cards.content import Card
from amd.cards.field import draw_dot, field, shrunk
from amd.cards.fonts import face
from amd.cards.formats import FORMATS
from amd.cards.layout import Box, FieldSpec, Theme
from amd.cards.photo import draw_photo, shape_mask
from amd.cards.setting import SetLine, SetText
from amd.cards.text import runs, width_em
from amd.cards.themes import THEMES

_FINE_TO_PX = 48


def paint(card: Card, format_name: str, set_card: Composition) -> Image.Image:
    """The picture of a card that has been set."""
    theme, arrangement = THEMES[card.theme], set_card.arrangement
    size = (FORMATS[format_name].width_px, FORMATS[format_name].height_px)
    spec, band = set_card.layout.field, set_card.layout.foot.box
    image = _ground(size, theme, spec, band, arrangement.sign).copy()
    _clear_words(image, theme, set_card)
    if arrangement.photo and card.content.photo:
        draw_photo(image, arrangement.photo, card.content.photo, theme.ring)
    for bar in set_card.bars:
        _draw_bar(image, bar, theme.lit)
    for text in (*set_card.texts, *set_card.foot):
        draw_text(image, text, theme)
    return image


@lru_cache(maxsize=16)
def _ground(
    size: tuple[int, int], theme: Theme, spec: FieldSpec, band: Box, sign: Box | None
) -> Image.Image:
    """What cards of one look share; drawn once."""
    image = Image.new("RGB", size, theme.ground)
    for dot in field(spec, sign).values():
        draw_dot(image, dot, dot.radius, theme.lit if dot.lit else theme.dot)
    image.paste(theme.band, _corners(band))
    return image


def _clear_words(image: Image.Image, theme: Theme, set_card: Composition) -> None:
    """Dots near words are drawn again, smaller or not at all."""
    spec = set_card.layout.field
    dots = field(spec, set_card.arrangement.sign)
    words = [box for text in set_card.texts for box in text.boxes]
    left = shrunk(spec, dots, words)
    reach = spec.spacing // 2
    for place in left:
        dot = dots[place]
        cell = (dot.x - reach, dot.y - reach, dot.x + reach + 1, dot.y + reach + 1)
        image.paste(theme.ground, cell)
    for place, radius in left.items():
        dot = dots[place]
        draw_dot(image, dot, radius, theme.lit if dot.lit else theme.dot)
    image.paste(theme.band, _corners(set_card.layout.foot.box))


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
        if text.size <= _FINE_TO_PX:
            _draw_fine(image, (x, line.baseline), run.text, text, colour)
        else:
            ImageDraw.Draw(image).text(
                (x, line.baseline),
                run.text,
                fill=colour,
                font=face(run.weight, text.size),
                anchor="ls",
            )
        x += width_em(run.text, run.weight) * text.size


def _draw_fine(
    image: Image.Image,
    at: tuple[float, float],
    letters: str,
    text: SetText,
    colour: str,
) -> None:
    font = face(text.weight, text.size * 2)
    left, top = int(at[0]) - 4, int(at[1] - text.size * 1.3)
    width = int(font.getlength(letters) / 2) + 12
    mask = Image.new("L", (width * 2, int(text.size * 1.9) * 2))
    spot = ((at[0] - left) * 2, (at[1] - top) * 2)
    ImageDraw.Draw(mask).text(spot, letters, fill=255, font=font, anchor="ls")
    image.paste(colour, (left, top), mask.reduce(2))
