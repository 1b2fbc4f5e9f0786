"""The drawing engine: content in, pictures and pages out. No Django, clock or network."""

from collections.abc import Callable

from PIL import Image

from amd.cards.about import about
from amd.cards.alt import alt_text, short_alt_text
from amd.cards.checks import examine
from amd.cards.content import (
    ENGINE_VERSION,
    Card,
    CardError,
    Content,
    Photo,
    Problem,
    Report,
    digest,
)
from amd.cards.designs import DESIGNS, SOCIAL_CARD, VIGNETTE
from amd.cards.encoding import KINDS, encode
from amd.cards.formats import FORMATS, RASTERS
from amd.cards.layout import Design, Format, Theme
from amd.cards.page import check_page, draw_page
from amd.cards.painting import paint
from amd.cards.sheets import sheet
from amd.cards.slide import check_slide, draw_slide
from amd.cards.themes import THEMES

__all__ = [
    "DESIGNS",
    "ENGINE_VERSION",
    "FORMATS",
    "KINDS",
    "RASTERS",
    "SOCIAL_CARD",
    "THEMES",
    "VIGNETTE",
    "Card",
    "CardError",
    "Content",
    "Design",
    "Format",
    "Photo",
    "Problem",
    "Report",
    "Theme",
    "alt_text",
    "check",
    "digest",
    "draw",
    "sheet",
    "short_alt_text",
]


_DOCUMENTS: dict[str, tuple[Callable[[Card], Report], Callable[[Card], bytes]]] = {
    "a4": (check_page, draw_page),
    "pptx": (check_slide, draw_slide),
}
"""How the formats that are no pictures are checked and drawn."""


def check(card: Card, format_name: str) -> Report:
    """What is wrong with this card in this format; nothing is drawn."""
    if format_name in _DOCUMENTS:
        return _DOCUMENTS[format_name][0](card)
    return examine(card, _drawn_as(format_name))[0]


def draw(card: Card, format_name: str, kind: str) -> bytes:
    """The card as bytes of one of its format's kinds, the same for the same card.

    Raises CardError, with the report, where `check` finds a problem, and ValueError
    for a kind that the format has not.
    """
    if kind not in FORMATS[format_name].kinds:
        kinds = ", ".join(FORMATS[format_name].kinds)
        raise ValueError(f"kind {kind!r} is not one of {kinds}")
    if format_name in _DOCUMENTS:
        return _DOCUMENTS[format_name][1](card)
    shown = _drawn_as(format_name)
    report, found = examine(card, shown)
    if found is None:
        raise CardError(report)
    image: Image.Image = paint(card, shown, found)
    shrunk = image.reduce(2) if format_name == "thumb" else image
    return encode(shrunk, kind, about(card))


def _drawn_as(format_name: str) -> str:
    """A thumbnail is the landscape card, halved."""
    return "landscape" if format_name == "thumb" else FORMATS[format_name].name
