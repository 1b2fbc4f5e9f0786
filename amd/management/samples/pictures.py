"""Portraits of nobody: compositions in the campaign's colours, the same every time."""

import io
import math
import random
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageDraw

SIZE_PX = 840
# Drawn twice as large and reduced: smooth edges.
SCALE = 2
FULL = SIZE_PX * SCALE
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Palette:
    """Ground from top to bottom, tones from dark to light, marks that stand out."""

    top: str
    bottom: str
    tones: tuple[str, str, str, str]
    marks: tuple[str, str, str]
    lit: str


PALETTES = {
    "blue": Palette(
        "#cfe3f6",
        "#6fa9df",
        ("#003087", "#005eb8", "#3d8bd4", "#a8cdf0"),
        ("#003087", "#005eb8", "#2f7fd0"),
        "#ffb81c",
    ),
    "night": Palette(
        "#1c4a86",
        "#0b1f3f",
        ("#0b1f3f", "#17407d", "#2f7fc1", "#41b6e6"),
        ("#41b6e6", "#2f7fc1", "#9fdcf5"),
        "#ffb81c",
    ),
    "sea": Palette(
        "#d3efe9",
        "#6cc5ba",
        ("#00474f", "#00747a", "#1fa39a", "#8fd9cc"),
        ("#00474f", "#00747a", "#138f8a"),
        "#ffcb47",
    ),
    "dawn": Palette(
        "#ffe7bd",
        "#f39a5a",
        ("#4a1259", "#8a2069", "#d4516f", "#f6a66b"),
        ("#4a1259", "#8a2069", "#d4516f"),
        "#fff3cf",
    ),
}


def draw_picture(name: str) -> bytes:
    """The picture called "family/palette" as JPEG; every name has its own seed."""
    family, _, palette_name = name.partition("/")
    palette = PALETTES[palette_name]
    image = _gradient(_rgb(palette.top), _rgb(palette.bottom))
    chance = random.Random(name)  # noqa: S311  # a pattern, not a secret
    FAMILIES[family](image, palette, chance)
    out = io.BytesIO()
    image.reduce(SCALE).save(out, "JPEG", quality=92, subsampling=0)
    return out.getvalue()


def _sunrise(image: Image.Image, palette: Palette, chance: random.Random) -> None:
    """A sun with two halos behind five hills."""
    centre = (FULL * chance.uniform(0.42, 0.6), FULL * 0.42)
    for radius, strength in ((0.4, 40), (0.31, 70), (0.21, 255)):
        _disc(image, centre, FULL * radius, palette.lit, strength)
    for hill in range(5):
        tone = _mix(palette.tones[3], palette.tones[0], hill / 4)
        _wave(
            image,
            top=FULL * (0.47 + 0.1 * hill),
            height=FULL * 0.05,
            turns=chance.uniform(0.7, 1.3),
            phase=chance.uniform(0, math.tau),
            colour=tone,
        )


def _waves(image: Image.Image, palette: Palette, chance: random.Random) -> None:
    """Ten bands that flow one into the next; one of them is lit."""
    phase, turns, lit = chance.uniform(0, math.tau), chance.uniform(0.6, 0.8), 4
    for band in range(10):
        colour = _mix(palette.tones[3], palette.tones[0], band / 9)
        _wave(
            image,
            top=FULL * (0.06 + 0.1 * band),
            height=FULL * (0.09 - 0.004 * band),
            turns=turns,
            phase=phase + band * 0.33,
            colour=_rgb(palette.lit) if band == lit else colour,
        )


def _petals(image: Image.Image, palette: Palette, chance: random.Random) -> None:
    """Three rings of see-through petals round a lit heart."""
    centre, turn = (FULL / 2, FULL / 2), chance.uniform(0, 0.5)
    for ring, (count, reach) in enumerate(((14, 0.47), (10, 0.36), (7, 0.24))):
        for number in range(count):
            angle = math.tau * (number + turn * ring) / count
            colour = palette.marks[(2 - ring + number % 2) % 3]
            _petal(image, centre, angle, FULL * reach, FULL * 0.085, colour)
    _disc(image, centre, FULL * 0.075, palette.lit, 255)


def _rings(image: Image.Image, palette: Palette, chance: random.Random) -> None:
    """Arcs round one centre, each with a gap; one of them is lit."""
    draw = ImageDraw.Draw(image)
    width = FULL * 0.04
    for ring in range(7):
        radius = FULL * (0.47 - 0.062 * ring)
        start = chance.uniform(0, 360)
        box = _box((FULL / 2, FULL / 2), radius)
        colour = palette.lit if ring == 2 else palette.marks[ring % 3]
        end = start + chance.uniform(200, 320)
        draw.arc(box, start, end, fill=colour, width=round(width))
        for angle in (start, end):
            reach = radius - width / 2
            turn = math.radians(angle)
            tip = (
                FULL / 2 + reach * math.cos(turn),
                FULL / 2 + reach * math.sin(turn),
            )
            draw.ellipse(_box(tip, width / 2), fill=colour)


def _tiles(image: Image.Image, palette: Palette, chance: random.Random) -> None:
    """Quarter circles, four by four; one of them is lit."""
    draw = ImageDraw.Draw(image)
    side = FULL // 4
    corners = ((0, 0, 0), (1, 0, 90), (1, 1, 180), (0, 1, 270))
    for place in range(16):
        x, y = place % 4 * side, place // 4 * side
        ground, figure = chance.sample(palette.tones, 2)
        if place == 6:
            ground, figure = palette.tones[0], palette.lit
        right, down, start = chance.choice(corners)
        draw.rectangle((x, y, x + side, y + side), fill=ground)
        centre = (x + right * side, y + down * side)
        draw.pieslice(_box(centre, side), start, start + 90, fill=figure)


def _spiral(image: Image.Image, palette: Palette, chance: random.Random) -> None:
    """A million decisions, drawn as five hundred dots; one in twenty-five is lit."""
    turn = chance.uniform(0, math.tau)
    golden = math.pi * (3 - math.sqrt(5))
    draw = ImageDraw.Draw(image)
    for number in range(2, 520):
        away = math.sqrt(number / 520)
        angle = turn + number * golden
        centre = (
            FULL * (0.5 + 0.66 * away * math.cos(angle)),
            FULL * (0.5 + 0.66 * away * math.sin(angle)),
        )
        colour = _mix(palette.marks[1], palette.marks[0], away)
        is_lit = chance.random() < 1 / 25
        radius = FULL * (0.006 + 0.019 * away) * (1.25 if is_lit else 1)
        draw.ellipse(_box(centre, radius), fill=palette.lit if is_lit else colour)


def _spines(image: Image.Image, palette: Palette, chance: random.Random) -> None:
    """A shelf of books; one of them is lit."""
    draw = ImageDraw.Draw(image)
    shelf, x, book = FULL * 0.88, -FULL * 0.02, 0
    while x < FULL:
        width = FULL * chance.uniform(0.065, 0.12)
        top = shelf - FULL * chance.uniform(0.44, 0.68)
        colour = palette.lit if book == 4 else palette.marks[chance.choice((0, 1, 2))]
        band = palette.tones[3] if book != 4 else palette.tones[0]
        box = (x, top, x + width - FULL * 0.008, shelf)
        draw.rounded_rectangle(box, FULL * 0.012, fill=colour)
        for height in (0.06, 0.085) if book % 2 else (0.1,):
            line = top + FULL * height
            draw.rectangle((box[0], line, box[2], line + FULL * 0.008), fill=band)
        x, book = x + width, book + 1
    draw.rectangle((0, shelf, FULL, FULL), fill=palette.tones[0])


def _fan(image: Image.Image, palette: Palette, chance: random.Random) -> None:
    """The pages of an open book; one of them is lit."""
    draw = ImageDraw.Draw(image)
    centre, pages, lit = (FULL * 0.5, FULL * 0.8), 15, chance.choice((5, 6, 8, 9))
    for page in range(pages):
        middle = abs(page - (pages - 1) / 2) / ((pages - 1) / 2)
        radius = FULL * (0.68 - 0.1 * middle)
        start = 180 + 180 * page / pages
        colour = _mix(palette.tones[(2, 1)[page % 2]], palette.tones[0], middle * 0.8)
        fill = _rgb(palette.lit) if page == lit else colour
        draw.pieslice(_box(centre, radius), start, start + 180 / pages + 0.3, fill=fill)
    draw.rectangle((0, centre[1], FULL, FULL), fill=palette.tones[0])
    _disc(image, centre, FULL * 0.06, palette.tones[3], 255)


FAMILIES: dict[str, Callable[[Image.Image, Palette, random.Random], None]] = {
    "sunrise": _sunrise,
    "waves": _waves,
    "petals": _petals,
    "rings": _rings,
    "tiles": _tiles,
    "spiral": _spiral,
    "spines": _spines,
    "fan": _fan,
}


def _rgb(text: str) -> Colour:
    return (int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))


def _mix(first: str, second: str, share: float) -> Colour:
    (r1, g1, b1), (r2, g2, b2) = _rgb(first), _rgb(second)
    return (
        round(r1 + (r2 - r1) * share),
        round(g1 + (g2 - g1) * share),
        round(b1 + (b2 - b1) * share),
    )


def _gradient(top: Colour, bottom: Colour) -> Image.Image:
    strip = Image.linear_gradient("L").resize((FULL, FULL))
    return Image.composite(
        Image.new("RGB", (FULL, FULL), bottom),
        Image.new("RGB", (FULL, FULL), top),
        strip,
    )


def _box(centre: tuple[float, float], radius: float) -> tuple[float, ...]:
    x, y = centre
    return (x - radius, y - radius, x + radius, y + radius)


def _disc(
    image: Image.Image,
    centre: tuple[float, float],
    radius: float,
    colour: str,
    strength: int,
) -> None:
    fill = (*_rgb(colour), strength)
    ImageDraw.Draw(image, "RGBA").ellipse(_box(centre, radius), fill=fill)


def _petal(
    image: Image.Image,
    centre: tuple[float, float],
    angle: float,
    reach: float,
    half_width: float,
    colour: str,
) -> None:
    """An ellipse from the centre outwards, see-through."""
    points = []
    for step in range(90):
        turn = math.tau * step / 90
        along = reach / 2 * (1 + math.cos(turn))
        aside = half_width * math.sin(turn)
        points.append(
            (
                centre[0] + along * math.cos(angle) - aside * math.sin(angle),
                centre[1] + along * math.sin(angle) + aside * math.cos(angle),
            )
        )
    fill = (*_rgb(colour), 150)
    ImageDraw.Draw(image, "RGBA").polygon(points, fill=fill)


def _wave(
    image: Image.Image,
    *,
    top: float,
    height: float,
    turns: float,
    phase: float,
    colour: Colour,
) -> None:
    """Everything below a sine curve, in one colour."""
    steps = 120
    curve = [
        (
            FULL * step / steps,
            top + height * math.sin(phase + math.tau * turns * step / steps),
        )
        for step in range(steps + 1)
    ]
    ImageDraw.Draw(image).polygon([*curve, (FULL, FULL), (0, FULL)], fill=colour)
