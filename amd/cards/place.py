"""From sizes to places: spare height shared out, each line on its baseline."""

from dataclasses import dataclass, replace

from amd.cards.layout import Arrangement, Box
from amd.cards.runs import line_runs, run_width
from amd.cards.setting import DESCENT, SetLine, SetText
from amd.cards.stack import BAR_GAP, Part, Stack, gap_below
from amd.cards.text import break_lines

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
        """The size of the first words that may have another: quote or headline."""
        slots = [part.slot for part in self.stack.parts]
        pairs = zip(slots, self.sizes, strict=True)
        free = (size for slot, size in pairs if slot.floor_px < slot.ceiling_px)
        return next(free, self.sizes[0])


def size_up(arrangement: Arrangement, words: dict[str, str]) -> Sized | None:
    """The stack at its largest sizes, or None if even its smallest do not fit."""
    if not suits(arrangement, words):
        return None
    stack = Stack(arrangement, words)
    if not stack.parts or not stack.fits(stack.sizes(0)):
        return None
    return Sized(arrangement, stack, stack.largest(arrangement.grow))


def suits(arrangement: Arrangement, words: dict[str, str]) -> bool:
    """Whether this arrangement has a place for all the words that are shown."""
    only, slots = arrangement.only, arrangement.slots
    return not only or not any(words[s.name] for s in slots if s.name not in only)


def place(sized: Sized) -> Placed | None:
    """Lines in their places, or None if they would meet the photo."""
    arrangement, stack = sized.arrangement, sized.stack
    sizes = stack.well_broken(sized.sizes, arrangement.grow)
    placed = _placed(stack, arrangement, sizes)
    return None if _meets_photo(arrangement, placed) else placed


def holds(arrangement: Arrangement, words: dict[str, str]) -> bool:
    """Whether the words fit at their smallest; quicker than placing them."""
    if not suits(arrangement, words):
        return False
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
    bars = _bars(stack, stack.column.x + edge, spans)
    if not stack.mirrored:
        return Placed(tuple(texts), bars)
    column = stack.column
    turned = column.x + column.right
    return Placed(
        tuple(text.mirrored_in(column) for text in texts),
        tuple(replace(bar, x=turned - bar.right) for bar in bars),
    )


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
    wide = stack.bar_px
    x = stack.column.x if barred[0].quoted else edge - (BAR_GAP + 1) * wide
    top, bottom = spans[0][0], spans[-1][1] + DESCENT * barred[-1].floor_px
    return (Box(x, top, wide, bottom - top),)


def _set_part(
    stack: Stack, part: Part, size: float, edge: float, y: float
) -> list[SetText]:
    slot = part.slot
    x = stack.column.x + (edge if slot.indented else 0)
    room = stack.room(slot, edge) / size
    lines = break_lines(part.words, room, ragged=slot.ragged).lines
    if part.beside is not None:
        return _set_with_beside(stack, part, size, lines, y)
    start = (x, y + part.above * size)
    return [_set_text(part, size, lines, start, stack.han)]


def _set_with_beside(
    stack: Stack, part: Part, size: float, lines: tuple[str, ...], y: float
) -> list[SetText]:
    """A figure and its basis: at its right on the same baseline, or below."""
    basis, x = part.beside, stack.column.x
    if basis is None:
        return []
    small, beside = basis.slot, stack.beside(part, size, len(lines))
    depth = beside.depth(basis)
    first = y + part.above * size
    if beside.below:
        last = first + (len(lines) - 1) * part.leading * size
        top = last + gap_below(small, size)
    else:
        first = max(first, y + depth)
        top, x = first - depth, x + stack.column.width - beside.room
    broken = break_lines(basis.words, beside.room / small.floor_px).lines
    start = (x, top + basis.above * small.floor_px)
    return [
        _set_text(part, size, lines, (stack.column.x, first), stack.han),
        _set_text(basis, small.floor_px, broken, start, stack.han),
    ]


def _set_text(
    part: Part,
    size: float,
    lines: tuple[str, ...],
    start: tuple[float, float],
    han: str,
) -> SetText:
    """A part's lines from the start of the first, with what hangs before it."""
    slot, step = part.slot, part.leading * size
    placed = []
    for number, runs in enumerate(line_runs(lines, slot.weight, han)):
        width = sum(run_width(run) for run in runs) * size
        baseline = start[1] + number * step
        placed.append(SetLine(lines[number], start[0], baseline, width, runs))
    return SetText(
        slot.name,
        slot.weight,
        size,
        slot.tone,
        tuple(placed),
        part.opening,
        part.hang * size,
        above=part.above,
        below=part.below,
    )


def _meets_photo(arrangement: Arrangement, placed: Placed) -> bool:
    if arrangement.photo is None:
        return False
    keep_clear = arrangement.photo.box.grown(_PHOTO_CLEAR_PX)
    return any(box.meets(keep_clear) for text in placed.texts for box in text.boxes)
