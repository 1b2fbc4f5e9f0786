"""The campaign's wordmark: the hashtag as the cards set it, in one colour on nothing."""

import io
from functools import lru_cache
from math import ceil, floor
from xml.sax.saxutils import escape

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen, RecordingPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from PIL import Image, PngImagePlugin

from amd.cards.fonts import LATIN, SOURCES
from amd.cards.letters import draw_letters
from amd.cards.runs import runs
from amd.cards.text import width_em

COLOURS = {"blue": "#005EB8", "white": "#FFFFFF", "black": "#000000"}
WEIGHT = 700
PNG_WIDTH_PX = 2400
_SVG_UNITS = 1000
"""To the em, as the face itself is drawn."""
_MARGIN_PX = 8
"""So that no smooth edge is cut; taken away again."""


def places(text: str) -> tuple[tuple[str, float], ...]:
    """Letter by letter where each starts, in ems, kerning and all."""
    return tuple(
        (letter, width_em(text[: end + 1], WEIGHT) - width_em(letter, WEIGHT))
        for end, letter in enumerate(text)
    )


def svg_size(text: str) -> tuple[float, float]:
    """In the pixels that it has where nobody gives it others."""
    left, top, right, bottom = _bounds(text)
    return (right - left) / 10, (bottom - top) / 10


def png_size(text: str) -> tuple[int, int]:
    with Image.open(io.BytesIO(wordmark_png(text, "blue"))) as image:
        return image.size


@lru_cache(maxsize=8)
def wordmark_svg(text: str, colour: str) -> str:
    """Outlines, so that it needs no font; read out as its own words.

    Raises ValueError where the first face lacks one of the letters.
    """
    left, top, right, bottom = _bounds(text)
    width, height = svg_size(text)
    pen = SVGPathPen(None, ntos=lambda number: f"{number:.1f}".removesuffix(".0"))
    _outlines(text).replay(TransformPen(pen, (1, 0, 0, -1, -left, -top)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {right - left} {bottom - top}">'
        f"<title>{escape(text)}</title>"
        f'<path fill="{COLOURS[colour]}" d="{pen.getCommands()}"/></svg>\n'
    )


@lru_cache(maxsize=8)
def wordmark_png(text: str, colour: str) -> bytes:
    """The same on a see-through ground, as wide as two screens."""
    image = _drawn(text, COLOURS[colour])
    about = PngImagePlugin.PngInfo()
    about.add_itxt("Title", text)
    about.add_itxt("Description", text)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True, pnginfo=about)
    return out.getvalue()


def _drawn(text: str, colour: str) -> Image.Image:
    """Ink as a mask, then one colour through it: no dark fringe on any ground."""
    left, top, right, bottom = _bounds(text)
    size = PNG_WIDTH_PX * _SVG_UNITS / (right - left)
    scale = size / _SVG_UNITS
    height = round((bottom - top) * scale)
    edge = (PNG_WIDTH_PX + 2 * _MARGIN_PX, height + 2 * _MARGIN_PX)
    mask = Image.new("RGB", edge)
    start = (_MARGIN_PX - left * scale, _MARGIN_PX - top * scale)
    draw_letters(mask, runs(text, WEIGHT), size, start, "#FFFFFF")
    ink = mask.getchannel("R")
    image = Image.new("RGBA", edge, colour)
    image.putalpha(ink)
    return image.crop(ink.getbbox())


@lru_cache(maxsize=4)
def _bounds(text: str) -> tuple[int, int, int, int]:
    """Of the ink, from the start of the baseline, downwards as on a page."""
    pen = BoundsPen(None)
    _outlines(text).replay(pen)
    left, lowest, right, highest = pen.bounds
    return floor(left), -ceil(highest), ceil(right), -floor(lowest)


@lru_cache(maxsize=4)
def _outlines(text: str) -> RecordingPen:
    """Of the set letters, in font units, upwards from the baseline."""
    with TTFont(SOURCES[LATIN].path, lazy=True) as font:
        names = font.getBestCmap()
        absent = [letter for letter in text if ord(letter) not in names]
        if absent:
            raise ValueError(f"the wordmark has no outline for {absent[0]!r}")
        glyphs = font.getGlyphSet(location={"wght": WEIGHT})
        pen = DecomposingRecordingPen(glyphs)
        for letter, at in places(text):
            moved = TransformPen(pen, (1, 0, 0, 1, at * _SVG_UNITS, 0))
            glyphs[names[ord(letter)]].draw(moved)
    return pen
