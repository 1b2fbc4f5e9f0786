"""What is measured on a drawn card: where its ink is, on what, and in which shapes."""

import math
from dataclasses import replace
from functools import cache

from PIL import Image, ImageChops, ImageFilter

from amd.cards import THEMES
from amd.cards.fonts import face
from amd.cards.layout import Box, Theme
from amd.cards.painting import draw_text
from amd.cards.runs import Run, clusters
from amd.cards.setting import SetText

_ABSENT = "\U0010fffd"
_TONES = ("ink", "soft", "accent", "band_ink", "band_soft", "band_lit")
_WHITE: Theme = replace(THEMES["blue"], **dict.fromkeys(_TONES, "#FFFFFF"))
_NEAR_PX = 4
Pixel = tuple[int, int, int]
Corners = tuple[int, int, int, int]


def all_ink(texts: list[SetText], size: tuple[int, int]) -> Image.Image:
    """How much of each pixel of a card its words cover."""
    image = Image.new("RGB", size)
    for text in texts:
        draw_text(image, text, _WHITE)
    return image.getchannel(0)


def around(text: SetText) -> Corners:
    """A frame round a text, with room for whatever stands out of its lines."""
    room = 0.5 * text.size + _NEAR_PX
    boxes = [box.grown(room) for box in text.boxes]
    return (
        math.floor(min(box.x for box in boxes)),
        math.floor(min(box.y for box in boxes)),
        math.ceil(max(box.right for box in boxes)),
        math.ceil(max(box.bottom for box in boxes)),
    )


def ink_of(text: SetText) -> Image.Image:
    """How much of each pixel of its frame this text covers."""
    left, top, right, bottom = around(text)
    lines = tuple(
        replace(line, x=line.x - left, baseline=line.baseline - top)
        for line in text.lines
    )
    return all_ink([replace(text, lines=lines)], (right - left, bottom - top))


def inked_box(text: SetText) -> Box:
    """Where its ink is on the card."""
    left, top, *_ = around(text)
    x0, y0, x1, y1 = ink_of(text).getbbox() or (0, 0, 0, 0)
    return Box(left + x0, top + y0, x1 - x0, y1 - y0)


def worst_contrast(image: Image.Image, text: SetText, words: Image.Image) -> float:
    """Of a text's own colour with any pixel near its letters that no word covers."""
    frame = around(text)
    ink, image, words = ink_of(text), image.crop(frame), words.crop(frame)
    solid = ink.point(lambda value: 255 * (value > 250))
    letters = max(_colours(image, solid))[1]
    near = ink.filter(ImageFilter.BoxBlur(_NEAR_PX)).point(lambda at: 255 * (at > 0))
    bare = words.point(lambda value: 255 * (value == 0))
    grounds = _colours(image, ImageChops.darker(near, bare))
    return min(contrast(letters, ground) for _, ground in grounds)


def _colours(image: Image.Image, mask: Image.Image) -> list[tuple[int, Pixel]]:
    """How often each colour stands where the mask is full."""
    marked = image.convert("RGBA")
    marked.putalpha(mask)
    counted = marked.getcolors(image.width * image.height) or []
    return [(count, pixel[:3]) for count, pixel in counted if pixel[3] == 255]


def contrast(one: Pixel, other: Pixel) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@cache
def _luminance(pixel: Pixel) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [value / 255 for value in pixel]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def shows_a_box(run: Run) -> bool:
    """Whether a letter of it looks like what its face draws for letters it lacks."""
    return any(_is_box(cluster, run.face) for cluster in clusters(run.text))


@cache
def _is_box(letter: str, name: str) -> bool:
    return _shape(letter, name) == _shape(_ABSENT, name) != ((0, 0), b"")


@cache
def _shape(letter: str, name: str) -> tuple[tuple[int, int], bytes]:
    mask = face(400, 40, name).getmask(letter)
    return mask.size, bytes(mask)


def holds(outer: Box, inner: Box) -> bool:
    return (
        inner.x >= outer.x
        and inner.y >= outer.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )
