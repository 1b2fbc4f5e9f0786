"""A design as a slide sets it: the slots of the drawn slide, in Arial."""

from dataclasses import replace
from functools import lru_cache

from amd.cards.fonts import ARIAL
from amd.cards.layout import Arrangement, Design, Foot, Layout, TextSlot

FORMAT = "pptx"
_DRAWN = "slide"
_SCALE = 0.92
"""At this size small letters look as large as those of Source Sans 3, or 4 % wider."""
REGULAR, BOLD = ARIAL + 400, ARIAL + 700


@lru_cache(maxsize=8)
def in_arial(design: Design) -> Design:
    """The same design with one layout: its slide, measured and sized for Arial."""
    return replace(design, layouts={FORMAT: _layout(design.layouts[_DRAWN])})


def _layout(layout: Layout) -> Layout:
    return replace(
        layout,
        foot=_foot(layout.foot),
        with_photo=tuple(_arrangement(each) for each in layout.with_photo),
        without_photo=tuple(_arrangement(each) for each in layout.without_photo),
    )


def _arrangement(given: Arrangement) -> Arrangement:
    return replace(
        given,
        slots=tuple(_slot(slot) for slot in given.slots),
        comfort_px=given.comfort_px * _SCALE,
    )


def _slot(slot: TextSlot) -> TextSlot:
    return replace(
        slot,
        weight=BOLD if slot.weight >= 600 else REGULAR,
        floor_px=slot.floor_px * _SCALE,
        ceiling_px=slot.ceiling_px * _SCALE,
        beside=_slot(slot.beside) if slot.beside else None,
    )


def _foot(foot: Foot) -> Foot:
    return replace(
        foot,
        weights=(REGULAR, BOLD),
        hashtag_px=foot.hashtag_px * _SCALE,
        address_px=foot.address_px * _SCALE,
        address_floor_px=foot.address_floor_px * _SCALE,
    )
