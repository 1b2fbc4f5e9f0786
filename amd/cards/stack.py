"""A stack of slots in a column: sizes by bisection, gaps shared, lines placed."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from amd.cards.layout import Arrangement, Box, TextSlot
from amd.cards.setting import ASCENT, DESCENT, SetLine, SetText
from amd.cards.text import Token, break_lines, line_count, tokens, width_em

BAR_PX = 6
_BAR_GAP = 18
_BESIDE_GAP = 24
_PHOTO_CLEAR = 20
OPENING = "“"


@dataclass(frozen=True)
class Placed:
    texts: tuple[SetText, ...]
    bars: tuple[Box, ...]


@dataclass(frozen=True)
class _Part:
    """A slot with words to set in it."""

    slot: TextSlot
    text: str
    words: tuple[Token, ...]
    widest: float
    beside: "_Part | None" = None


class _Stack:
    """The parts of one arrangement and the arithmetic on their sizes."""

    def __init__(self, arrangement: Arrangement, words: dict[str, str]) -> None:
        self.column = arrangement.column
        self.parts = [
            part
            for slot in arrangement.slots
            if (part := self._part(slot, words)) is not None
        ]

    def _part(self, slot: TextSlot, words: dict[str, str]) -> _Part | None:
        text = words[slot.name]
        if not text:
            return None
        text = f"{text}”" if slot.quoted else text
        room = self.column_width(slot) - (_indent(slot, slot.floor_px))
        found = tokens(text, slot.weight, room / slot.floor_px, not slot.one_line)
        widest = max(word.width + word.hyphen for word in found)
        beside = self._part(slot.beside, words) if slot.beside else None
        return _Part(slot, text, found, widest, beside)

    def column_width(self, slot: TextSlot) -> float:
        return slot.width_px or self.column.width

    def edge(self, sizes: list[float]) -> float:
        """How far indented text stands to the right of the column's edge."""
        return max(
            (
                _indent(part.slot, size)
                for part, size in zip(self.parts, sizes, strict=True)
            ),
            default=0,
        )

    def room(self, slot: TextSlot, edge: float) -> float:
        return self.column_width(slot) - (edge if slot.indented else 0)

    def sizes(self, share: float) -> list[float]:
        """All sizes at one share of the way from floor to ceiling."""
        wished = [
            part.slot.floor_px + share * (part.slot.ceiling_px - part.slot.floor_px)
            for part in self.parts
        ]
        return [
            self._narrowed(part, size)
            for part, size in zip(self.parts, wished, strict=True)
        ]

    def _narrowed(self, part: _Part, size: float) -> float:
        """No larger than the longest word, or a name's one line, allows."""
        slot, widest = part.slot, part.widest
        room = self.column_width(slot)
        if slot.one_line:
            whole = (room - _indent(slot, size)) / width_em(part.text, slot.weight)
            if whole >= slot.floor_px:
                return _step(min(size, whole))
        hang = width_em(OPENING, slot.weight) if slot.quoted else 0
        if slot.indented:
            room = min(room - BAR_PX - _BAR_GAP, room * widest / (widest + hang))
        return _step(max(slot.floor_px, min(size, room / widest)))

    def rows(self, part: _Part, size: float, edge: float) -> int:
        return line_count(part.words, self.room(part.slot, edge) / size)

    def heights(self, sizes: list[float]) -> list[float]:
        """Height of each part from its letters' tops to its last baseline."""
        edge = self.edge(sizes)
        return [
            self._height(part, size, edge)
            for part, size in zip(self.parts, sizes, strict=True)
        ]

    def _height(self, part: _Part, size: float, edge: float) -> float:
        rows = self.rows(part, size, edge)
        if rows == 0:
            return math.inf
        height = size * (ASCENT + (rows - 1) * part.slot.leading)
        if part.beside is None:
            return height
        small = part.beside.slot
        beside = self.beside_room(part, size)
        lines = line_count(part.beside.words, beside / small.floor_px) if beside else 0
        if lines == 0 or lines > 3:
            lines = line_count(part.beside.words, self.column.width / small.floor_px)
            below = small.gap_px + small.floor_px * (
                ASCENT + (lines - 1) * small.leading
            )
            return height + below
        return max(height, small.floor_px * (ASCENT + (lines - 1) * small.leading))

    def beside_room(self, part: _Part, size: float) -> float:
        """What a one-line figure leaves beside itself."""
        taken = width_em(part.text, part.slot.weight) * size + _BESIDE_GAP
        return max(0.0, self.column.width - taken)

    def gaps(self) -> list[float]:
        return [0.0, *(part.slot.gap_px for part in self.parts[1:])]

    def total(self, sizes: list[float]) -> float:
        return sum(self.heights(sizes)) + sum(self.gaps())

    def fits(self, sizes: list[float]) -> bool:
        return self.total(sizes) <= self.column.height + 0.01


def place(arrangement: Arrangement, words: dict[str, str]) -> Placed | None:
    """The stack at its largest sizes, or None if even its smallest do not fit."""
    stack = _Stack(arrangement, words)
    if not stack.parts or not stack.fits(stack.sizes(0)):
        return None
    share = _bisect(0, 1, lambda share: stack.fits(stack.sizes(share)), 9)
    sizes = stack.sizes(share)
    for name in arrangement.grow:
        sizes = _grown(stack, sizes, name)
    placed = _placed(stack, arrangement, sizes)
    return None if _meets_photo(arrangement, placed) else placed


def _grown(stack: _Stack, sizes: list[float], name: str) -> list[float]:
    """The sizes with one slot as large as the height left over allows."""
    for at, part in enumerate(stack.parts):
        if part.slot.name == name:
            grown = [*sizes]

            def tried(size: float, at: int = at, part: _Part = part) -> bool:
                grown[at] = stack._narrowed(part, size)
                return stack.fits(grown)

            best = _bisect(sizes[at], part.slot.ceiling_px, tried, 8)
            grown[at] = stack._narrowed(part, best)
            return grown
    return sizes


def _bisect(
    low: float, high: float, holds: Callable[[float], bool], steps: int
) -> float:
    """The largest value that holds; `low` is known to."""
    if holds(high):
        return high
    for _ in range(steps):
        middle = (low + high) / 2
        if holds(middle):
            low = middle
        else:
            high = middle
    return low


def _placed(stack: _Stack, arrangement: Arrangement, sizes: list[float]) -> Placed:
    column, edge = stack.column, stack.edge(sizes)
    heights, gaps = stack.heights(sizes), stack.gaps()
    spare = column.height - sum(heights) - sum(gaps)
    for at, part in enumerate(stack.parts):
        if at:
            extra = min(spare * part.slot.stretch, arrangement.max_stretch_px)
            gaps[at] += extra
    left = column.height - sum(heights) - sum(gaps)
    y = column.y + left * {"top": 0.0, "middle": 0.5, "bottom": 1.0}[arrangement.anchor]
    texts: list[SetText] = []
    spans: list[tuple[float, float]] = []
    for part, size, height, gap in zip(stack.parts, sizes, heights, gaps, strict=True):
        y += gap
        found = _set_part(stack, part, size, edge, Box(column.x, y, 0, height))
        texts.extend(found)
        if part.slot.barred:
            spans.append((y, found[0].lines[-1].baseline))
        y += height
    return Placed(tuple(texts), _bars(stack, column.x + edge, spans))


def _bars(
    stack: _Stack, edge: float, spans: list[tuple[float, float]]
) -> tuple[Box, ...]:
    """One bar along all barred slots; a barred quotation's mark hangs beside it."""
    if not spans:
        return ()
    barred = [part.slot for part in stack.parts if part.slot.barred]
    x = stack.column.x if barred[0].quoted else edge - _BAR_GAP - BAR_PX
    top, bottom = spans[0][0], spans[-1][1] + DESCENT * barred[-1].floor_px
    return (Box(x, top, BAR_PX, bottom - top),)


def _set_part(
    stack: _Stack, part: _Part, size: float, edge: float, at: Box
) -> list[SetText]:
    slot = part.slot
    x = at.x + (edge if slot.indented else 0)
    room = stack.room(slot, edge) / size
    lines = break_lines(part.words, room, ragged=slot.ragged)
    first = at.y + ASCENT * size
    if part.beside is not None and len(lines) == 1:
        return _set_beside(stack, part, size, at)
    set_lines = _lines(lines, slot, size, x, first)
    hung = OPENING if slot.quoted else ""
    width = width_em(hung, slot.weight) * size if hung else 0
    found = [SetText(slot.name, slot.weight, size, slot.tone, set_lines, hung, width)]
    if part.beside is not None:
        small = part.beside.slot
        top = set_lines[-1].baseline + small.gap_px + ASCENT * small.floor_px
        found.append(_small(stack, part.beside, at.x, top, stack.column.width))
    return found


def _set_beside(stack: _Stack, part: _Part, size: float, at: Box) -> list[SetText]:
    """A figure with its basis to the right, both on the figure's baseline."""
    slot = part.slot
    basis = part.beside
    if basis is None:
        return []
    small = basis.slot
    beside = stack.beside_room(part, size)
    lines = line_count(basis.words, beside / small.floor_px) if beside else 0
    baseline = at.y + ASCENT * size
    x, room = at.x, stack.column.width
    top = baseline + small.gap_px + ASCENT * small.floor_px
    if 0 < lines <= 3:
        depth = (lines - 1) * small.leading * small.floor_px
        baseline = max(baseline, at.y + ASCENT * small.floor_px + depth)
        x, room, top = at.x + stack.column.width - beside, beside, baseline - depth
    figure = _lines((part.text,), slot, size, at.x, baseline)
    return [
        SetText(slot.name, slot.weight, size, slot.tone, figure),
        _small(stack, basis, x, top, room),
    ]


def _small(stack: _Stack, part: _Part, x: float, first: float, room: float) -> SetText:
    slot = part.slot
    lines = break_lines(part.words, room / slot.floor_px)
    placed = _lines(lines, slot, slot.floor_px, x, first)
    return SetText(slot.name, slot.weight, slot.floor_px, slot.tone, placed)


def _lines(
    lines: tuple[str, ...], slot: TextSlot, size: float, x: float, first: float
) -> tuple[SetLine, ...]:
    return tuple(
        SetLine(
            text,
            x,
            first + number * slot.leading * size,
            width_em(text, slot.weight) * size,
        )
        for number, text in enumerate(lines)
    )


def _indent(slot: TextSlot, size: float) -> float:
    """Space left of indented text: for the bar, the hanging mark, or both."""
    if not slot.indented:
        return 0
    mark = width_em(OPENING, slot.weight) * size if slot.quoted else 0
    bar = BAR_PX + _BAR_GAP
    if slot.quoted and slot.barred:
        return BAR_PX + 12 + mark
    return max(bar, mark)


def _meets_photo(arrangement: Arrangement, placed: Placed) -> bool:
    if arrangement.photo is None:
        return False
    keep_clear = arrangement.photo.box.grown(_PHOTO_CLEAR)
    return any(box.meets(keep_clear) for text in placed.texts for box in text.boxes)


def _step(size: float) -> float:
    """Sizes come in half pixels, so that faces are opened seldom."""
    return math.floor(size * 2) / 2
