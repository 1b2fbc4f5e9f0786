"""The field of decisions: a regular field of dots, some lit, clear of every word."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw

from amd.cards.fonts import face
from amd.cards.layout import Box, FieldSpec

CLEAR_PX = 14
"""No part of a dot comes nearer to a word."""
FADE_PX = 70
_SEED = 1_000_000
_ONE_IN = 25


@dataclass(frozen=True)
class Dot:
    x: int
    y: int
    radius: float
    lit: bool


@lru_cache(maxsize=32)
def field(spec: FieldSpec, sign: Box | None) -> tuple[Dot, ...]:
    """Every dot of a format, as if the card had no words."""
    inked = _sign_cover(spec, sign) if sign else {}
    found = []
    for row in range(int(spec.box.height / spec.spacing)):
        for column in range(int(spec.box.width / spec.spacing) + 1):
            x = round(spec.box.x + (column + 0.5) * spec.spacing)
            y = round(spec.box.y + (row + 0.5) * spec.spacing)
            radius = spec.radius * _growth(spec, x, y)
            lit = radius > 1.5 and _chosen(column, row)
            cover = inked.get((column, row), 0)
            if cover > 0.3:
                radius = max(radius, spec.spacing * 0.42 * math.sqrt(cover))
                lit = True
            elif inked and sign and sign.grown(spec.spacing).meets(Box(x, y, 0, 0)):
                radius, lit = min(radius, spec.radius * 0.3), False
            if radius >= 0.6:
                found.append(Dot(x, y, _quarter(radius), lit))
    return tuple(found)


def _growth(spec: FieldSpec, x: float, y: float) -> float:
    """From 0 where the field starts to 1 towards the lower right corner."""
    (x0, y0), (x1, y1) = spec.start, spec.full
    across = min(1.0, max(0.0, (x - x0) / (x1 - x0)))
    down = min(1.0, max(0.0, (y - y0) / (y1 - y0)))
    return across**0.85 * down


def _chosen(column: int, row: int) -> bool:
    """One dot in twenty-five, by a fixed scramble of its place."""
    mixed = (column * 0x9E3779B1 ^ row * 0x85EBCA6B ^ _SEED) & 0xFFFFFFFF
    mixed = ((mixed ^ mixed >> 15) * 0x2C1B3C6D) & 0xFFFFFFFF
    return ((mixed ^ mixed >> 12) >> 4) % _ONE_IN == 0


def _sign_cover(spec: FieldSpec, sign: Box) -> dict[tuple[int, int], float]:
    """How much of each dot's cell an opening quotation mark in `sign` covers."""
    fine = 8
    columns, rows = (
        int(spec.box.width / spec.spacing) + 1,
        int(spec.box.height / spec.spacing),
    )
    grid = Image.new("L", (columns * fine, rows * fine))
    unit = fine / spec.spacing
    font = face(900, 1000)
    left, top, right, bottom = font.getbbox("“", anchor="ls")
    scale = min(sign.width / (right - left), sign.height / (bottom - top))
    font = face(900, round(1000 * scale * unit * 2) / 2)
    left, top, _, _ = font.getbbox("“", anchor="ls")
    origin = ((sign.x - spec.box.x) * unit, (sign.y - spec.box.y) * unit)
    ImageDraw.Draw(grid).text(
        (origin[0] - left, origin[1] - top), "“", fill=255, font=font, anchor="ls"
    )
    cells = grid.reduce(fine)
    return {
        (column, row): cells.getpixel((column, row)) / 255
        for row in range(rows)
        for column in range(columns)
        if cells.getpixel((column, row))
    }


def shrunk(
    spec: FieldSpec, dots: tuple[Dot, ...], keep_clear: list[Box]
) -> dict[Dot, Dot]:
    """The dots that words make smaller, each with what is left of it."""
    reach = CLEAR_PX + FADE_PX
    near: dict[Dot, float] = {}
    for box in keep_clear:
        zone = box.grown(reach)
        for dot in dots:
            if zone.x < dot.x < zone.right and zone.y < dot.y < zone.bottom:
                away = math.hypot(
                    max(box.x - dot.x, 0, dot.x - box.right),
                    max(box.y - dot.y, 0, dot.y - box.bottom),
                )
                near[dot] = min(near.get(dot, reach), away)
    return {dot: _left_of(dot, away) for dot, away in near.items() if away < reach}


def _left_of(dot: Dot, away: float) -> Dot:
    room = max(0.0, away - CLEAR_PX)
    radius = min(dot.radius * room / FADE_PX, room)
    return replace(dot, radius=_quarter(radius) if radius >= 0.6 else 0)


def _quarter(radius: float) -> float:
    return math.floor(radius * 4) / 4


@lru_cache(maxsize=128)
def dot_mask(radius: float) -> Image.Image:
    """An anti-aliased disc in the smallest odd square that holds it."""
    half = math.ceil(radius)
    side = 2 * half + 1
    big = Image.new("L", (side * 8, side * 8))
    centre, reach = side * 4, radius * 8
    ImageDraw.Draw(big).ellipse(
        (centre - reach, centre - reach, centre + reach - 1, centre + reach - 1),
        fill=255,
    )
    return ImageChops.duplicate(big.reduce(8))


def draw_dot(image: Image.Image, dot: Dot, colour: str) -> None:
    if dot.radius:
        mask = dot_mask(dot.radius)
        half = mask.width // 2
        image.paste(colour, (dot.x - half, dot.y - half), mask)
