"""Set text: lines with their places, the values that fitting hands to drawing."""

from dataclasses import dataclass

from amd.cards.layout import Box

ASCENT = 0.72
"""Height of letters with ascenders above the baseline, in ems."""
DESCENT = 0.22


@dataclass(frozen=True)
class SetLine:
    text: str
    x: float
    baseline: float
    width: float


@dataclass(frozen=True)
class SetText:
    """One slot's lines in one size, weight and tone (a colour's name in the theme)."""

    slot: str
    weight: int
    size: float
    tone: str
    lines: tuple[SetLine, ...]
    hung: str = ""
    """What hangs to the left of the first line, outside the text edge."""
    hung_width: float = 0

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Where the letters of each line stand."""
        found = []
        for number, line in enumerate(self.lines):
            hang = self.hung_width if number == 0 else 0
            found.append(
                Box(
                    line.x - hang,
                    line.baseline - ASCENT * self.size,
                    line.width + hang,
                    (ASCENT + DESCENT) * self.size,
                )
            )
        return tuple(found)

    @property
    def words(self) -> str:
        return self.hung + " ".join(line.text for line in self.lines)
