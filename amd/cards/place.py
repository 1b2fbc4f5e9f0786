"""From sizes to places: spare height shared out, each line on its baseline."""

from dataclasses import dataclass

from amd.cards.layout import Arrangement, Box, TextSlot
from amd.cards.setting import ASCENT, DESCENT, SetLine, SetText
from amd.cards.stack import BAR_GAP_PX, BAR_PX, OPENING, Part, Stack, gap_below
from amd.cards.text import break_lines, width_em

_PHOTO_CLEAR_PX = 20


@dataclass(frozen=True)
class Placed:
    texts: tuple[SetText, ...]
    bars: tuple[Box, ...]


@dataclass(frozen=True)
class Sized:
    """An arrangement with its largest sizes, before any line is placed."""

    arrangement: Arrangement
    stack: Stack
    sizes: list[float]

    @property
    def lead_px(self) -> float:
        return self.sizes[0]


def size_up(arrangement: Arrangement, words: dict[str, str]) -> Sized | None:
    """The stack at its largest sizes, or None if even its smallest do not fit."""
    stack = Stack(arrangement, words)
    if not stack.parts or not stack.fits(stack.sizes(0)):
        return None
    return Sized(arrangement, stack, stack.largest(arrangement.grow))


def place(sized: Sized) -> Placed | None:
    """Lines in their places, or None if they would meet the photo."""
    arrangement, stack = sized.arrangement, sized.stack
    sizes = stack.well_broken(sized.sizes, arrangement.grow)
    placed = _placed(stack, arrangement, sizes)
    return None if _meets_photo(arrangement, placed) else placed


def holds(arrangement: Arrangement, words: dict[str, str]) -> bool:
    """Whether the words fit at their smallest; quicker than placing them."""
    stack = Stack(arrangement, words)
    sizes = stack.sizes(0)
    if not stack.parts or not stack.fits(sizes):
        return False
    return not _meets_photo(arrangement, _placed(stack, arrangement, sizes))


def _placed(stack: Stack, arrangement: Arrangement, sizes: list[float]) -> Placed:
    edge = stack.edge(sizes)
    texts: list[SetText] = []
    spans: list[tuple[float, float]] = []
    tops = _tops(stack, arrangement, sizes)
    for part, size, y in zip(stack.parts, sizes, tops, strict=True):
        found = _set_part(stack, part, size, edge, y)
        texts.extend(found)
        if part.slot.barred:
            spans.append((y, found[0].lines[-1].baseline))
    return Placed(tuple(texts), _bars(stack, stack.column.x + edge, spans))


def _tops(
    stack: Stack, arrangement: Arrangement, sizes: list[float]
) -> tuple[float, ...]:
    """Where each part starts."""
    column, heights, gaps = stack.column, stack.heights(sizes), stack.gaps(sizes)
    spare = column.height - sum(heights) - sum(gaps)
    for at, part in enumerate(stack.parts[1:], start=1):
        gaps[at] += min(spare * part.slot.stretch, arrangement.max_stretch_px)
    left = column.height - sum(heights) - sum(gaps)
    if stack.parts[-1].slot.pinned:
        gaps[-1] += left
        left = 0
    y = column.y + left * {"top": 0.0, "middle": 0.5, "bottom": 1.0}[arrangement.anchor]
    tops = []
    for height, gap in zip(heights, gaps, strict=True):
        tops.append(y + gap)
        y += gap + height
    return tuple(tops)


def _bars(
    stack: Stack, edge: float, spans: list[tuple[float, float]]
) -> tuple[Box, ...]:
    """One bar along all barred slots; a barred quotation's mark hangs beside it."""
    if not spans:
        return ()
    barred = [part.slot for part in stack.parts if part.slot.barred]
    x = stack.column.x if barred[0].quoted else edge - BAR_GAP_PX - BAR_PX
    top, bottom = spans[0][0], spans[-1][1] + DESCENT * barred[-1].floor_px
    return (Box(x, top, BAR_PX, bottom - top),)


def _set_part(
    stack: Stack, part: Part, size: float, edge: float, y: float
) -> list[SetText]:
    slot = part.slot
    x = stack.column.x + (edge if slot.indented else 0)
    room = stack.room(slot, edge) / size
    lines = break_lines(part.words, room, ragged=slot.ragged).lines
    first = y + ASCENT * size
    if part.beside is not None:
        return _set_with_beside(stack, part, size, lines, y)
    placed = _lines(lines, slot, size, x, first)
    hung = OPENING if slot.quoted else ""
    width = width_em(hung, slot.weight) * size if hung else 0
    return [SetText(slot.name, slot.weight, size, slot.tone, placed, hung, width)]


def _set_with_beside(
    stack: Stack, part: Part, size: float, lines: tuple[str, ...], y: float
) -> list[SetText]:
    """A figure and its basis: at its right on the same baseline, or below."""
    slot, basis, x = part.slot, part.beside, stack.column.x
    if basis is None:
        return []
    small, beside = basis.slot, stack.beside(part, size, len(lines))
    depth = beside.depth(small)
    first = y + ASCENT * size
    if beside.below:
        last = first + (len(lines) - 1) * slot.leading * size
        top = last + gap_below(small, size)
    else:
        first = max(first, y + depth)
        top, x = first - depth, x + stack.column.width - beside.room
    figure = _lines(lines, slot, size, stack.column.x, first)
    broken = break_lines(basis.words, beside.room / small.floor_px).lines
    start = top + ASCENT * small.floor_px
    explained = _lines(broken, small, small.floor_px, x, start)
    return [
        SetText(slot.name, slot.weight, size, slot.tone, figure),
        SetText(small.name, small.weight, small.floor_px, small.tone, explained),
    ]


def _lines(
    lines: tuple[str, ...], slot: TextSlot, size: float, x: float, first: float
) -> tuple[SetLine, ...]:
    step = slot.leading * size
    return tuple(
        SetLine(text, x, first + number * step, width_em(text, slot.weight) * size)
        for number, text in enumerate(lines)
    )


def _meets_photo(arrangement: Arrangement, placed: Placed) -> bool:
    if arrangement.photo is None:
        return False
    keep_clear = arrangement.photo.box.grown(_PHOTO_CLEAR_PX)
    return any(box.meets(keep_clear) for text in placed.texts for box in text.boxes)
