"""Set text: lines with their places, the values that fitting hands to drawing."""

from dataclasses import dataclass, replace

from amd.cards.layout import Box
from amd.cards.runs import Run

ASCENT = 0.72
"""Height of letters with ascenders above the baseline, in ems."""
DESCENT = 0.22


@dataclass(frozen=True)
class SetLine:
    text: str
    x: float
    baseline: float
    width: float
    runs: tuple[Run, ...] = ()
    """In the order in which they stand, from the left."""


@dataclass(frozen=True)
class SetText:
    """One slot's lines in one size, weight and tone (a colour's name in the theme)."""

    slot: str
    weight: int
    size: float
    tone: str
    lines: tuple[SetLine, ...]
    hung: str = ""
    """What hangs before the first line, outside the text edge."""
    hung_width: float = 0
    mirrored: bool = False
    """Whether the lines end at the left, and what hangs stands at their right."""
    above: float = ASCENT
    below: float = DESCENT

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Where the letters of each line stand."""
        found = []
        for number, line in enumerate(self.lines):
            hang = self.hung_width if number == 0 else 0
            found.append(
                Box(
                    line.x - (0 if self.mirrored else hang),
                    line.baseline - self.above * self.size,
                    line.width + hang,
                    (self.above + self.below) * self.size,
                )
            )
        return tuple(found)

    @property
    def hung_x(self) -> float:
        """Where the mark that hangs starts."""
        first = self.lines[0]
        return first.x + (first.width if self.mirrored else -self.hung_width)

    def mirrored_in(self, column: Box) -> "SetText":
        """The same lines, from the other edge of the column."""
        turned = column.x + column.right
        lines = tuple(
            replace(line, x=turned - line.x - line.width) for line in self.lines
        )
        return replace(self, lines=lines, mirrored=True)

    @property
    def words(self) -> str:
        return self.hung + " ".join(line.text for line in self.lines)
