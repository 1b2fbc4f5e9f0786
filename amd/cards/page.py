"""A card on one page of A4: set lines become a tagged PDF. Words enter as data alone."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from amd.cards.alt import short_alt_text
from amd.cards.checks import examine
from amd.cards.compose import Composition
from amd.cards.content import Card, CardError, Report
from amd.cards.fonts import SOURCES
from amd.cards.page_art import background, logos, panel_of, photo
from amd.cards.page_text import FAMILIES, has_signs, set_texts, writable
from amd.cards.page_words import read_once
from amd.cards.themes import PAPER

FORMAT = "a4"
_HEIGHT_PT = 297 / 25.4 * 72
_PAGES = Path(__file__).parent / "pages"
# One compiler serves one page at a time, and keeps the faces that it has read.
_one_at_a_time = Lock()


def check_page(card: Card) -> Report:
    """What is wrong with this card on A4; nothing is drawn."""
    return examine(card, FORMAT)[0]


def draw_page(card: Card) -> bytes:
    """One page of A4 as PDF, tagged to PDF/UA-1; the same bytes for the same card.

    Raises CardError, with the report, where `check_page` finds a problem.
    """
    report, found = examine(card, FORMAT)
    if found is None:
        raise CardError(report)
    data = page_data(card, found)
    drawn = to_pdf(f"{card.design.name}.typ", data)
    return read_once(drawn, _baselines(data)) if has_signs(data["texts"]) else drawn


def to_pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """A template in pages/ with the data that it asks for, tagged to PDF/UA-1."""
    given = json.dumps(data, ensure_ascii=False)
    with _one_at_a_time:
        drawn = _compiler().compile(
            input=_PAGES / template,
            format="pdf",
            sys_inputs={"data": given},
            pdf_standards=["ua-1"],
        )
    if not isinstance(drawn, bytes):
        raise TypeError("a page is one file")
    return drawn


def page_data(card: Card, found: Composition) -> dict[str, Any]:
    """Everything that the templates in pages/ need, in points."""
    theme, content = PAPER[card.theme], card.content
    panel = panel_of(found)
    return {
        "title": writable(short_alt_text(card)),
        "author": writable(content.credit),
        "description": writable(content.terms),
        "keywords": [writable(content.hashtag)] if content.hashtag else [],
        "faces": list(FAMILIES.values()),
        "background": background(found, theme, panel),
        "photo": photo(found, content, theme),
        "logos": logos(found, content),
        "texts": set_texts(card, found, theme),
    }


def _baselines(data: dict[str, Any]) -> list[float]:
    """Of all lines, from the foot of the page."""
    return [
        _HEIGHT_PT - block["y"] - number * block["step"]
        for block in data["texts"]
        for number, _ in enumerate(block["lines"])
    ]


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    folders = sorted({source.path.parent for source in SOURCES.values()})
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
    )
    return typst.Compiler(root=_PAGES, font_paths=fonts, ignore_system_fonts=True)
