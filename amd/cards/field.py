"""The field of decisions: a regular field of dots, some lit, clear of every word."""

import math
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageColor, ImageDraw, ImageOps

from amd.cards.fonts import face
from amd.cards.layout import Box, FieldSpec

CLEAR_PX = 14
"""No part of a dot comes nearer to a word."""
FADE_PX = 70
_SIGN_FADE_PX = 16
_SEED = 1_000_000
_ONE_IN = 25
_LEAST_PX = 0.6
_FINE = 8

Place = tuple[int, int]
"""Column and row of a dot; rows are counted from the foot upwards."""


@dataclass(frozen=True, slots=True)
class Dot:
    x: int
    y: int
    radius: float
    lit: bool
    in_sign: bool = False


@lru_cache(maxsize=64)
def field(spec: FieldSpec, sign: Box | None) -> Mapping[Place, Dot]:
    """Every dot of a format, as if the card had no words."""
    inked = _sign_cover(spec, sign) if sign else {}
    calm = sign.grown(spec.spacing) if sign else None
    found = {}
    for column in range(math.ceil(spec.box.width / spec.spacing)):
        for row in range(math.ceil(spec.box.height / spec.spacing)):
            x, y = _middle(spec, column, row)
            radius = spec.radius * _growth(spec, x, y)
            x = _turned_x(spec, x)
            lit = radius > 1.5 and _chosen(column, row)
            cover = inked.get((column, row), 0)
            in_sign = cover > 0.25
            if in_sign:
                radius, lit = spec.spacing * 0.43 * math.sqrt(cover), True
            elif calm and calm.meets(Box(x, y, 0, 0)):
                radius, lit = min(radius, spec.radius * 0.3), False
            if radius >= _LEAST_PX:
                dot = Dot(x, y, _quarter(radius), lit, in_sign)
                found[column, row] = dot
    return found


def _middle(spec: FieldSpec, column: int, row: int) -> tuple[int, int]:
    half = spec.spacing // 2
    return (
        round(spec.box.x) + column * spec.spacing + half,
        round(spec.box.bottom) - row * spec.spacing - half - 1,
    )


def _turned_x(spec: FieldSpec, x: int) -> int:
    return round(spec.box.x + spec.box.right) - 1 - x if spec.mirrored else x


def _turned(spec: FieldSpec, box: Box) -> Box:
    """From where it stands to where it would in a field that is not mirrored, and back."""
    return box.turned_in(spec.box.x + spec.box.right) if spec.mirrored else box


def _growth(spec: FieldSpec, x: float, y: float) -> float:
    """From 0 where the field starts to 1 towards the lower right corner."""
    (x0, y0), (x1, y1) = spec.start, spec.full
    across = min(1.0, max(0.0, (x - x0) / (x1 - x0)))
    down = min(1.0, max(0.0, (y - y0) / (y1 - y0)))
    return math.pow(across, 0.85) * down


def _chosen(column: int, row: int) -> bool:
    """One dot in twenty-five, by a fixed scramble of its place, never two together."""
    return _scrambled(column, row) % _ONE_IN == 0 and not any(
        _scrambled(column - across, row - down) % _ONE_IN == 0
        for across, down in ((1, 0), (0, 1), (1, 1), (-1, 1))
    )


@lru_cache(maxsize=8192)
def _scrambled(column: int, row: int) -> int:
    return zlib.crc32(f"{_SEED}/{column}/{row}".encode()) >> 5


def _sign_cover(spec: FieldSpec, sign: Box) -> dict[Place, float]:
    """How much of each dot's cell an opening quotation mark in `sign` covers.

    Its two halves lie a whole number of dots apart, so that they look the same.
    """
    half = _half_mark(spec.mirrored)
    step, sign = spec.spacing, _turned(spec, sign)
    rows = round(sign.height / step)
    wide = max(2, round(rows * half.width / half.height))
    ink = half.resize((wide * _FINE, rows * _FINE)).reduce(_FINE)
    first = round((sign.x - spec.box.x) / step)
    top = round((spec.box.bottom - sign.y) / step) - 1
    cover = {}
    for at, value in enumerate(ink.tobytes()):
        column, row = first + at % wide, top - at // wide
        cover[column, row] = cover[column + wide + 1, row] = value / 255
    return cover


@lru_cache(maxsize=2)
def _half_mark(mirrored: bool) -> Image.Image:
    """The ink of one half of the mark, large; from right to left a closing one opens."""
    ink = Image.new("L", (1000, 1000))
    pen = ImageDraw.Draw(ink)
    mark = "’" if mirrored else "‘"
    pen.text((100, 900), mark, fill=255, font=face(900, 1000), anchor="ls")
    half = ink.crop(ink.getbbox())
    return ImageOps.mirror(half) if mirrored else half


def changed(
    spec: FieldSpec, sign: Box | None, words: list[Box]
) -> tuple[list[Box], list[tuple[Dot, float]]]:
    """What words and a sign change in the plain field.

    The strips to wipe, one for each row of dots, and the dots to draw in them, each
    with the radius that is left of it.
    """
    dots = field(spec, sign)
    left = shrunk(spec, sign, words)
    strips = _spans(left, _sign_spans(spec, sign))
    boxes = [_strip_box(spec, row, *span) for row, span in strips.items()]
    drawn = []
    for row, (first, last) in strips.items():
        for column in range(first, last + 1):
            dot = dots.get((column, row))
            if dot is not None and (radius := left.get((column, row), dot.radius)):
                drawn.append((dot, radius))
    return boxes, drawn


_Spans = dict[int, tuple[int, int]]
"""Row by row the first and the last column that changes."""


def _spans(places: Iterable[Place], known: Mapping[int, tuple[int, int]]) -> _Spans:
    spans = dict(known)
    for column, row in places:
        first, last = spans.get(row, (column, column))
        spans[row] = (min(first, column), max(last, column))
    return spans


@lru_cache(maxsize=64)
def _sign_spans(spec: FieldSpec, sign: Box | None) -> _Spans:
    """Where the field with a sign is another than without."""
    plain, dots = field(spec, None), field(spec, sign)
    places = {*plain, *dots}
    return _spans([at for at in places if plain.get(at) != dots.get(at)], {})


def _strip_box(spec: FieldSpec, row: int, first: int, last: int) -> Box:
    step = spec.spacing
    top = round(spec.box.bottom) - (row + 1) * step
    left = round(spec.box.x) + first * step
    return _turned(spec, Box(left, top, (last + 1 - first) * step, step))


def _cells(spec: FieldSpec, sign: Box | None, words: Box) -> tuple[range, range]:
    """Columns and rows of the dots that words in this box reach."""
    reach = _turned(spec, words).grown(CLEAR_PX + FADE_PX)
    step, first = spec.spacing, spec.start[0]
    if sign:
        first = min(first, _turned(spec, sign).x)
    columns = range(
        max(0, int((max(first, reach.x) - spec.box.x) // step)),
        math.ceil((min(reach.right, spec.box.right) - spec.box.x) / step),
    )
    rows = range(
        max(0, int((spec.box.bottom - reach.bottom) // step)),
        math.ceil((spec.box.bottom - max(reach.y, spec.box.y)) / step),
    )
    return columns, rows


def shrunk(
    spec: FieldSpec, sign: Box | None, words: Iterable[Box]
) -> dict[Place, float]:
    """The dots that words make smaller, each with the radius that is left of it."""
    dots = field(spec, sign)
    left: dict[Place, float] = {}
    for row, (columns, near) in _rows_near(spec, sign, words).items():
        for column in columns:
            dot = dots.get((column, row))
            if dot is not None:
                radius = _left_of(dot, _gap(dot.x, near) - CLEAR_PX)
                if radius < dot.radius:
                    left[column, row] = radius
    return left


_Near = list[tuple[float, float, float]]
"""How far above or below a row some words are, their left edge and their right one."""


def _rows_near(
    spec: FieldSpec, sign: Box | None, words: Iterable[Box]
) -> dict[int, tuple[range, _Near]]:
    """For each row of dots the columns that words reach, and these, the nearest first."""
    found: dict[int, tuple[range, _Near]] = {}
    for box in words:
        columns, rows = _cells(spec, sign, box)
        for row in rows if columns else ():
            _, y = _middle(spec, 0, row)
            down = max(box.y - y, 0.0, y - box.bottom)
            known, near = found.get(row, (columns, []))
            first, last = min(known.start, columns.start), max(known.stop, columns.stop)
            near.append((down, box.x, box.right))
            found[row] = (range(first, last), near)
    for _, near in found.values():
        near.sort()
    return found


def _gap(x: int, near: _Near) -> float:
    """From a dot to the nearest word; of gaps that leave no room any will do."""
    least = math.inf
    for down, left, right in near:
        across = left - x if x < left else max(0, x - right)
        gap = math.hypot(across, down) if across and down else across + down
        if gap <= CLEAR_PX:
            return gap
        if gap < least:
            least = gap
    return least


def _left_of(dot: Dot, room: float) -> float:
    """What is left of a dot with so much room to the nearest word."""
    if room <= 0:
        return 0
    fade = _SIGN_FADE_PX if dot.in_sign else FADE_PX
    if room >= fade:
        return dot.radius
    return _quarter(min(dot.radius * room / fade, room))


def _quarter(radius: float) -> float:
    return math.floor(radius * 4) / 4 if radius >= _LEAST_PX else 0


@lru_cache(maxsize=128)
def _disc(radius: float) -> Image.Image:
    """A smooth disc in the smallest odd square that holds it."""
    side = 2 * math.ceil(radius) + 1
    big = Image.new("L", (side * 8, side * 8))
    low, high = side * 4 - radius * 8, side * 4 + radius * 8 - 1
    ImageDraw.Draw(big).ellipse((low, low, high, high), fill=255)
    return big.reduce(8)


def draw_dots(
    image: Image.Image, dots: Iterable[tuple[Dot, float]], lit: str, plain: str
) -> None:
    """Dots with the radius that each has here, in these two colours."""
    pen = ImageDraw.Draw(image)
    lit_ink = ImageColor.getcolor(lit, image.mode)
    plain_ink = ImageColor.getcolor(plain, image.mode)
    for dot, radius in dots:
        mask = _disc(radius)
        half = mask.width // 2
        corner = (dot.x - half, dot.y - half)
        pen.bitmap(corner, mask, lit_ink if dot.lit else plain_ink)
