"""A guide on one page of A4: headings, lists and a table as a tagged PDF."""

from collections.abc import Sequence
from dataclasses import dataclass

from amd.cards.field import field
from amd.cards.layout import Box, FieldSpec, Theme
from amd.cards.page import to_pdf
from amd.cards.page_text import FAMILIES
from amd.cards.themes import THEMES

_WIDTH, _PANEL, _SPACING = 1240, 300, 25
_LINE = 46
"""Letters in a line of one column."""
_DOTS = FieldSpec(
    Box(0, 0, _WIDTH, _PANEL), _SPACING, 7.75, (880, -220), (_WIDTH, _PANEL)
)


@dataclass(frozen=True)
class GuideSection:
    """A heading, points below it, and the rows of a table after them."""

    heading: str
    points: Sequence[str]
    rows: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Guide:
    title: str
    lead: str
    sections: Sequence[GuideSection]
    columns: tuple[str, str]
    """The headings of its table."""
    hashtag: str
    address: str


def draw_guide(guide: Guide, theme_name: str = "blue") -> bytes:
    """One page as PDF, tagged to PDF/UA-1; the same bytes for the same guide.

    What is too long for the page goes on to a second: a test counts them.
    """
    theme = THEMES[theme_name]
    data = {
        "title": guide.title,
        "lead": guide.lead,
        "sections": [
            {
                "heading": section.heading,
                "points": list(section.points),
                "rows": [list(row) for row in section.rows],
            }
            for section in guide.sections
        ],
        "second_column": _second_column(guide.sections),
        "columns": list(guide.columns),
        "hashtag": guide.hashtag,
        "address": guide.address,
        "faces": list(FAMILIES.values()),
        "panel": _panel(theme),
        "colours": {
            "ink": theme.ink,
            "soft": theme.soft,
        },
    }
    return to_pdf("guide.typ", data)


def _second_column(sections: Sequence[GuideSection]) -> int:
    """The section that starts it, so that both columns end at about one height."""
    heights = [_height(section) for section in sections]
    halves = range(1, len(sections))
    return min(halves, key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])))


def _height(section: GuideSection) -> float:
    """In lines, about."""
    lines = sum(-(-len(point) // _LINE) + 0.2 for point in section.points)
    return 2.6 + lines + 1.3 * (len(section.rows) + bool(section.rows))


def _panel(theme: Theme) -> str:
    """The head of the page with the field, as a picture that means nothing."""
    dots = "".join(
        f'<circle cx="{dot.x}" cy="{dot.y}" r="{dot.radius}" '
        f'fill="{theme.lit if dot.lit else theme.dot}"/>'
        for dot in field(_DOTS, None).values()
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_PANEL}">'
        f'<rect width="{_WIDTH}" height="{_PANEL}" fill="{theme.ground}"/>{dots}</svg>'
    )
