"""From set lines to pixels: ground, field, photo, bars, words."""

from PIL import Image

from amd.cards.compose import Composition
from amd.cards.content import Card
from amd.cards.field import changed, draw_dots, field
from amd.cards.formats import FORMATS
from amd.cards.kept import Kept
from amd.cards.layout import Box, FieldSpec, Theme
from amd.cards.letters import draw_letters
from amd.cards.logos import draw_logo
from amd.cards.photo import draw_photo, shape_mask
from amd.cards.runs import runs
from amd.cards.setting import SetText
from amd.cards.themes import THEMES

_fields: Kept[tuple[Image.Image, tuple[int, int, int, int]]] = Kept(
    most_bytes=32_000_000
)
"""In one byte a pixel, as nearly always, the fields of all formats take 5 MB a theme."""


def paint(card: Card, format_name: str, set_card: Composition) -> Image.Image:
    """The picture of a card that has been set."""
    theme, arrangement = THEMES[card.theme], set_card.arrangement
    size = (FORMATS[format_name].width_px, FORMATS[format_name].height_px)
    image = Image.new("RGB", size, theme.ground)
    image.paste(*plain_field(set_card.layout.field, theme))
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


def plain_field(
    spec: FieldSpec, theme: Theme
) -> tuple[Image.Image, tuple[int, int, int, int]]:
    """The dots that all cards of one format and theme share, and where they stand."""
    found = _fields.get((spec, theme))
    if found is None:
        dots = [(dot, dot.radius) for dot in field(spec, None).values()]
        left = min(dot.x for dot, _ in dots) - spec.spacing // 2
        place = (left, *_corners(spec.box)[1:])
        image = Image.new("RGB", (place[2], place[3]), theme.ground)
        draw_dots(image, dots, theme.lit, theme.dot)
        small = _compact(image.crop(place))
        taken = small.width * small.height * (1 if small.mode == "P" else 4)
        found = _fields.put((spec, theme), (small, place), taken)
    return found[0]


def _compact(image: Image.Image) -> Image.Image:
    """The same in a byte for each pixel, unless it has too many colours for that."""
    small = image.quantize(256, dither=Image.Dither.NONE)
    return small if small.convert("RGB").tobytes() == image.tobytes() else image


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
