"""Letters in pixels: each drawn once for its size and kept, then set side by side."""

import re
from collections.abc import Iterable
from functools import lru_cache

from PIL import Image, ImageColor, ImageDraw, ImageFont

from amd.cards.fonts import face
from amd.cards.kept import Kept
from amd.cards.runs import Run, run_width
from amd.cards.text import width_em

_ALONE = re.compile(r"[ -\u02af\u0370-\u0482\u048a-\u052f\u1e00-\u20cf\u2190-\u22ff]*")
"""Letters that are drawn the same whatever stands beside them."""
_SAME_EM = 0.002
_MEASURE_PX = 200

Ink = tuple[Image.Image, int, int]
"""A mask, and where its corner stands from the start of the baseline."""

_letters: Kept[Ink | None] = Kept(most_bytes=12_000_000)
_runs: Kept[Ink | None] = Kept(most_bytes=2_000_000)


def draw_letters(
    image: Image.Image,
    runs: Iterable[Run],
    size: float,
    start: tuple[float, float],
    colour: str,
) -> None:
    """The words from `start` on their baseline, which stands on a whole pixel."""
    x, base = start[0], round(start[1])
    fine, fill = fineness(size), ImageColor.getrgb(colour)
    pen = ImageDraw.Draw(image)
    for run in runs:
        for piece, at in pieces(run):
            column, part = divmod(round((x + at * size) * fine), fine)
            ink = _ink(piece, run, size, part)
            if ink is not None:
                mask, left, top = ink
                pen.bitmap((column + left, base + top), mask, fill)
        x += run_width(run) * size


def fineness(size: float) -> int:
    """On how many parts of a pixel a letter may start: the smaller, the more."""
    if size <= 32:
        return 4
    return 2 if size <= 72 else 1


@lru_cache(maxsize=256)
def pieces(run: Run) -> tuple[tuple[str, float], ...]:
    """Letter by letter with its place in ems; the whole run where letters join."""
    text = run.text
    if run.direction or not _ALONE.fullmatch(text):
        return ((text, 0.0),)
    found, at = [], 0.0
    for letter, following in zip(text, [*text[1:], ""], strict=True):
        if letter != " ":
            found.append((letter, at))
        at += _step(letter, following, run.weight)
    if abs(at - width_em(text, run.weight)) > _SAME_EM * len(text):
        return ((text, 0.0),)
    return tuple(found)


@lru_cache(maxsize=8192)
def _step(letter: str, following: str, weight: int) -> float:
    """From one letter to the next, kerning and all."""
    if not following:
        return width_em(letter, weight)
    return width_em(letter + following, weight) - width_em(following, weight)


def _ink(text: str, run: Run, size: float, part: int) -> Ink | None:
    if len(text) > 1 or run.direction:
        return _ink_of_run(run, size, part)
    key = (text, run.weight, size, part)
    found = _letters.get(key)
    if found is None:
        fine = fineness(size)
        font = _letter_face(run.weight, size * fine)
        ink = _drawn(Run(text, run.weight), font, part, fine)
        found = _letters.put(key, ink, _bytes(ink))
    return found[0]


def _ink_of_run(run: Run, size: float, part: int) -> Ink | None:
    key = (run, size, part)
    found = _runs.get(key)
    if found is None:
        fine = fineness(size)
        font = face(run.weight, size * fine, run.face)
        ink = _drawn(run, font, part, fine)
        found = _runs.put(key, ink, _bytes(ink))
    return found[0]


def _bytes(ink: Ink | None) -> int:
    """What it takes in memory, with the objects around the pixels."""
    return 600 + (ink[0].width * ink[0].height if ink else 0)


def _drawn(run: Run, font: ImageFont.FreeTypeFont, part: int, fine: int) -> Ink | None:
    """Drawn `fine` times as large and reduced, to stand on a part of a pixel."""
    way = run.direction
    left, top, right, bottom = font.getbbox(run.text, direction=way, anchor="ls")
    if right <= left or bottom <= top:
        return None
    x0, y0 = (int(left) + part - 1) // fine, (int(top) - 1) // fine
    x1, y1 = -(-(int(right) + part + 1) // fine), -(-(int(bottom) + 1) // fine)
    mask = Image.new("L", ((x1 - x0) * fine, (y1 - y0) * fine))
    spot = (part - x0 * fine, -y0 * fine)
    pen = ImageDraw.Draw(mask)
    pen.text(spot, run.text, fill=255, font=font, anchor="ls", direction=way)
    mask = mask.reduce(fine) if fine > 1 else mask
    inked = mask.getbbox()
    return (mask.crop(inked), x0 + inked[0], y0 + inked[1]) if inked else None


@lru_cache(maxsize=8)
def _letter_face(weight: int, size_px: float) -> ImageFont.FreeTypeFont:
    """The face without the engine that sets letters in relation: half the time."""
    font = face(weight, _MEASURE_PX).font_variant(
        size=size_px, layout_engine=ImageFont.Layout.BASIC
    )
    font.set_variation_by_axes([weight])
    return font
