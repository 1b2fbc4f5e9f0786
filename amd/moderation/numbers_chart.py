"""The places of the bars that show days to a decision; drawn by the page's template."""

from collections.abc import Sequence
from dataclasses import dataclass

from .ages import in_words
from .numbers import Line

WIDTH = 400
ROW = 52
BAR_TOP = 24
BAR = 16
# A bar of no days is still seen.
LEAST = 2


@dataclass(frozen=True)
class Bar:
    """One region: where its text and its two bars stand, in units of the drawing."""

    region: str
    told: str
    text_y: int
    bar_y: int
    half: int
    most: int


@dataclass(frozen=True)
class Chart:
    width: int
    height: int
    bar: int
    bars: list[Bar]
    told: str


def chart(lines: Sequence[Line]) -> Chart | None:
    """None where nothing was decided."""
    shown = [each for each in lines if each.decided]
    if not shown:
        return None
    longest = max(each.nine_in_ten_within or 0 for each in shown) or 1
    bars = [
        Bar(
            region=each.region,
            told=_told(each),
            text_y=number * ROW + BAR_TOP - 8,
            bar_y=number * ROW + BAR_TOP,
            half=_long(each.half_within, longest),
            most=_long(each.nine_in_ten_within, longest),
        )
        for number, each in enumerate(shown)
    ]
    told = "; ".join(f"{bar.region}: {bar.told}" for bar in bars)
    return Chart(WIDTH, len(bars) * ROW, BAR, bars, f"{told}.")


def _told(line: Line) -> str:
    """Such as "half 3 days, nine in ten 8 days"."""
    both = (line.half_within or 0, line.nine_in_ten_within or 0)
    half, most = ("same day" if days < 1 else in_words(days) for days in both)
    return f"half {half}, nine in ten {most}"


def _long(days: int | None, longest: int) -> int:
    return max(LEAST, round((WIDTH - 2) * (days or 0) / longest))
