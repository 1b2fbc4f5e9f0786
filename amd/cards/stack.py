"""A stack of slots in a column: the arithmetic on its sizes, heights and gaps."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from amd.cards.layout import Arrangement, TextSlot
from amd.cards.runs import han_face
from amd.cards.setting import DESCENT
from amd.cards.text import Token, break_lines, line_count, reach_em, tokens, width_em
from amd.cards.words import quotation_marks

BAR_GAP = 3
"""From the bar to a name, in widths of the bar."""
_OPENING = "“"
_ACCENT = re.compile("[Ά-Ώ'‘’]")
_APART = 0.07
"""Between the mark and a Greek accent, which looks like one."""
_BESIDE_GAP = 4
_MOST_LINES_BESIDE = 3
_WHOLE_WORDS = 1.4
"""A word that is too wide at so many times the floor is broken, or it would make
all the others tiny."""
_BETWEEN_LINES = 0.04
_SMALLER = (1.0, 0.97, 0.94, 0.9, 0.86, 0.82, 0.78)


@dataclass(frozen=True)
class Part:
    """A slot with words to set in it."""

    slot: TextSlot
    text: str
    words: tuple[Token, ...]
    widest: float
    above: float
    """From a baseline to the tops of the tallest letters, in ems."""
    below: float
    leading: float
    """From baseline to baseline: what the design says, more for tall scripts."""
    opening: str = ""
    hang: float = 0
    """From the left of the mark that hangs to the text edge, in ems."""
    beside: "Part | None" = None


@dataclass(frozen=True)
class Beside:
    """Small lines at a figure's right or, where there is no room, below it."""

    lines: int
    room: float
    below: bool

    def depth(self, part: Part) -> float:
        """From the tops of its letters to its last baseline."""
        lines = (self.lines - 1) * part.leading
        return part.slot.floor_px * (part.above + lines)


class Stack:
    """The parts of one arrangement that have words, in one column."""

    def __init__(self, arrangement: Arrangement, words: dict[str, str]) -> None:
        self.column = arrangement.column
        self.mirrored, self.bar_px = arrangement.mirrored, arrangement.bar_px
        self.han = han_face(words.values())
        found = [self._part(slot, words) for slot in arrangement.slots]
        self.parts = [part for part in found if part is not None]

    def _part(self, slot: TextSlot, words: dict[str, str]) -> Part | None:
        if not words[slot.name]:
            return None
        opening, closing = quotation_marks(words[slot.name])
        text = words[slot.name] + (closing if slot.quoted else "")
        hang = hang_em(slot, text)
        room = self.width(slot) - self.indent(slot, slot.floor_px, hang)
        least = slot.floor_px * (1 if slot.one_line else _WHOLE_WORDS)
        found = tokens(text, slot.weight, room / least, not slot.one_line)
        widest = max(word.width + word.hyphen for word in found)
        beside = self._part(slot.beside, words) if slot.beside else None
        above, below = reach_em(text, slot.weight)
        opening = opening if slot.quoted else ""
        leading = max(slot.leading, above + below + _BETWEEN_LINES)
        return Part(
            slot, text, found, widest, above, below, leading, opening, hang, beside
        )

    def width(self, slot: TextSlot) -> float:
        if slot.width_px and self.mirrored:
            return min(slot.width_px, self.column.width)
        return slot.width_px or self.column.width

    def indent(self, slot: TextSlot, size: float, hang: float) -> float:
        """Space left of indented text: for the bar, the hanging mark, or both."""
        if not slot.indented:
            return 0
        if slot.quoted and slot.barred:
            return 3 * self.bar_px + hang * size
        return max((BAR_GAP + 1) * self.bar_px, hang * size)

    def edge(self, sizes: list[float]) -> float:
        """How far indented text stands to the right of the column's edge."""
        pairs = zip(self.parts, sizes, strict=True)
        indents = (self.indent(part.slot, size, part.hang) for part, size in pairs)
        return max(indents, default=0)

    def room(self, slot: TextSlot, edge: float) -> float:
        return self.width(slot) - (edge if slot.indented else 0)

    def sizes(self, share: float) -> list[float]:
        """All sizes at one share of the way from floor to ceiling."""
        return [
            self.narrowed(
                part,
                part.slot.floor_px
                + share * (part.slot.ceiling_px - part.slot.floor_px),
            )
            for part in self.parts
        ]

    def narrowed(self, part: Part, size: float) -> float:
        """No larger than the longest word, or a name's one line, allows."""
        slot, room = part.slot, self.width(part.slot)
        if slot.one_line:
            bar = self.indent(slot, size, part.hang)
            whole = (room - bar) / width_em(part.text, slot.weight)
            if whole >= slot.floor_px:
                return _step(min(size, whole))
        hang, widest = part.hang, part.widest
        if slot.indented:
            bar = self.indent(slot, size, hang) - hang * size * slot.barred
            room = min(room - bar, room * widest / (widest + hang))
        return _step(max(slot.floor_px, min(size, room / widest)))

    def heights(self, sizes: list[float]) -> list[float]:
        """Height of each part, from its letters' tops to its last baseline."""
        edge = self.edge(sizes)
        pairs = zip(self.parts, sizes, strict=True)
        return [self._height(part, size, edge) for part, size in pairs]

    def _height(self, part: Part, size: float, edge: float) -> float:
        rows = line_count(part.words, self.room(part.slot, edge) / size)
        if rows == 0:
            return math.inf
        deep = part.below - DESCENT
        height = size * (part.above + (rows - 1) * part.leading + deep)
        if part.beside is None:
            return height
        small, beside = part.beside.slot, self.beside(part, size, rows)
        if beside.below:
            return height + gap_below(small, size) + beside.depth(part.beside)
        return max(height, beside.depth(part.beside))

    def beside(self, part: Part, size: float, rows: int) -> Beside:
        """Where the words that explain a figure go."""
        basis = part.beside
        if basis is None:
            return Beside(0, 0, below=False)
        small = basis.slot
        taken = width_em(part.text, part.slot.weight) * size
        taken += _BESIDE_GAP * self.bar_px
        room = self.column.width - taken
        lines = line_count(basis.words, room / small.floor_px) if room > 0 else 0
        if rows == 1 and 0 < lines <= _MOST_LINES_BESIDE:
            return Beside(lines, room, below=False)
        room = self.column.width
        return Beside(line_count(basis.words, room / small.floor_px), room, below=True)

    def gaps(self, sizes: list[float]) -> list[float]:
        """The least space above each part."""
        pairs = zip(self.parts[1:], sizes, strict=False)
        return [
            0.0,
            *(part.slot.gap_px + part.slot.gap_em * size for part, size in pairs),
        ]

    def fits(self, sizes: list[float]) -> bool:
        total = sum(self.heights(sizes)) + sum(self.gaps(sizes))
        return total <= self.column.height + 0.01

    def largest(self, grow: tuple[str, ...]) -> list[float]:
        """The largest sizes that fit: all together, then those that may grow further."""
        share = bisect(0, 1, lambda share: self.fits(self.sizes(share)), 7)
        sizes = self.sizes(share)
        for at, part in enumerate(self.parts):
            if part.slot.name in grow:
                sizes = self._grown(sizes, at)
        return sizes

    def well_broken(self, sizes: list[float], which: tuple[str, ...]) -> list[float]:
        """Some parts a little smaller, where that breaks their lines better."""
        for at, part in enumerate(self.parts):
            if part.slot.name in which and not part.slot.ragged:
                sizes = self._well_broken(sizes, at)
        return sizes

    def _grown(self, sizes: list[float], at: int) -> list[float]:
        """The sizes with one part as large as the height left over allows."""
        part = self.parts[at]

        def grown(size: float) -> list[float]:
            return [*sizes[:at], self.narrowed(part, size), *sizes[at + 1 :]]

        ceiling = part.slot.ceiling_px
        best = bisect(sizes[at], ceiling, lambda size: self.fits(grown(size)), 7)
        return grown(best)

    def _well_broken(self, sizes: list[float], at: int) -> list[float]:
        """Even lines that end where the sense does are worth a little of the size."""
        part = self.parts[at]
        slot, best, chosen = part.slot, -1.0, sizes
        least = max(0.78, min(0.92, 0.7 + len(part.words) / 100))
        for factor in _SMALLER:
            size = _step(sizes[at] * factor)
            if size < slot.floor_px or factor < least or factor <= best:
                break
            tried = [*sizes[:at], size, *sizes[at + 1 :]]
            room = self.room(slot, self.edge(tried)) / size
            worth = factor * (1 - 2 * break_lines(part.words, room).flaw)
            if worth > best + 0.001 and self.fits(tried):
                best, chosen = worth, tried
        return chosen


def bisect(
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


def hang_em(slot: TextSlot, text: str) -> float:
    """From the left of the mark that hangs before this text to the text's edge."""
    if not slot.quoted:
        return 0
    return width_em(_OPENING, slot.weight) + (_APART if _ACCENT.match(text) else 0)


def gap_below(small: TextSlot, size: float) -> float:
    """From a figure's baseline to the tops of the words below it: clear of commas."""
    return small.gap_px + 0.17 * size


def _step(size: float) -> float:
    """Sizes come in half pixels, so that faces are opened seldom."""
    return math.floor(size * 2) / 2
