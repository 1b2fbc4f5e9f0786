"""The vignette as data: a case study told in brief, in full and in short."""

from dataclasses import replace
from typing import Literal

from amd.cards.frames import FIELDS, SLIDE_SCALE, foot
from amd.cards.layout import Arrangement, Box, Design, Layout, PhotoSlot, TextSlot
from amd.cards.scale import scaled
from amd.cards.vignette_page import PAGE

_SMALL = 28.0
_WITH_FIGURE = ("kicker", "headline", "figure", "figure_basis")


def _full_slots(width: float) -> tuple[TextSlot, ...]:
    """Kicker, headline, figure, story, quote, working with."""
    basis = TextSlot("figure_basis", 400, _SMALL, _SMALL, 1.2, "soft", gap_px=16)
    quote = TextSlot(
        "quote",
        600,
        30,
        50,
        1.2,
        gap_px=26,
        gap_em=0.7,
        stretch=0.2,
        quoted=True,
        indented=True,
        barred=True,
    )
    small = TextSlot(
        "role", 400, 26, 27, 1.2, "soft", gap_px=15, indented=True, barred=True
    )
    return (
        TextSlot("kicker", 700, _SMALL, _SMALL, 1.2, "accent"),
        TextSlot("headline", 700, 46, 96, 1.08, gap_px=32, width_px=width * 0.88),
        TextSlot(
            "figure",
            700,
            80,
            168,
            1,
            "accent",
            gap_px=22,
            gap_em=0.46,
            stretch=0.2,
            one_line=True,
            beside=basis,
        ),
        TextSlot(
            "body", 400, 28, 42, 1.34, gap_px=32, gap_em=0.24, stretch=0.2, ragged=True
        ),
        quote,
        replace(small, name="name", weight=700, tone="ink", gap_px=28, one_line=True),
        small,
        TextSlot(
            "working_with",
            400,
            26,
            27,
            1.25,
            "soft",
            gap_px=30,
            gap_em=0.6,
            pinned=True,
        ),
    )


def _posters(
    plain: Arrangement, anchor: Literal["middle", "bottom"], alone_px: float
) -> tuple[Arrangement, ...]:
    """A headline alone, or with its figure: as large as few words may be."""
    found = []
    for only, ceiling in ((("kicker", "headline"), alone_px), (_WITH_FIGURE, 104.0)):
        slots = tuple(
            replace(slot, ceiling_px=ceiling, width_px=0, gap_px=44)
            if slot.name == "headline"
            else replace(slot, floor_px=34, ceiling_px=34)
            if slot.name == "kicker"
            else slot
            for slot in plain.slots
        )
        grow = ("headline",)
        found.append(
            replace(
                plain, slots=slots, only=only, anchor=anchor, comfort_px=1, grow=grow
            )
        )
    return tuple(found)


def _full(name: str, column: Box, picture: tuple[float, float]) -> Layout:
    """Portrait, tall and story; a picture stands above the words where they leave room."""
    plain = Arrangement(
        column,
        _full_slots(column.width),
        anchor="top",
        max_stretch_px=90,
        grow=("headline", "quote", "body"),
    )
    pictured = []
    for share, comfort in ((1.0, 60), (0.84, 51), (0.68, 0)):
        width, height = round(picture[0] * share), round(picture[1] * share)
        top = column.y + height + 44
        pictured.append(
            replace(
                plain,
                column=Box(column.x, top, column.width, column.bottom - top),
                photo=PhotoSlot(Box(column.x, column.y, width, height), "panel", 0),
                comfort_px=comfort,
            )
        )
    left_out = ((), ("working_with", "service"), ("working_with", "service", "quote"))
    return Layout(
        foot(name, marked=False),
        FIELDS[name],
        tuple(pictured),
        (*_posters(plain, "bottom", 200), plain),
        left_out,
        photo_optional=True,
    )


def _short(name: str, column: Box, scale: float) -> Layout:
    """Kicker, headline, figure, and the quote or the story's first sentence."""
    small = round(26 * scale)
    basis = TextSlot("figure_basis", 400, small, small, 1.2, "soft", gap_px=14)
    slots = (
        TextSlot("kicker", 700, small, small, 1.2, "accent"),
        TextSlot(
            "headline", 700, 40 * scale, 92 * scale, 1.08, gap_px=28, width_px=880
        ),
        TextSlot(
            "figure",
            700,
            64 * scale,
            160 * scale,
            1,
            "accent",
            gap_px=18,
            gap_em=0.42,
            stretch=0.5,
            one_line=True,
            beside=basis,
        ),
        TextSlot(
            "quote",
            600,
            28 * scale,
            48 * scale,
            1.2,
            gap_px=20,
            gap_em=0.36,
            stretch=0.5,
            quoted=True,
            indented=True,
            barred=True,
        ),
        TextSlot(
            "byline",
            400,
            small,
            small,
            1.2,
            "soft",
            gap_px=12,
            gap_em=0.36,
            indented=True,
            barred=True,
        ),
        TextSlot(
            "sentence",
            400,
            28 * scale,
            48 * scale,
            1.28,
            gap_px=20,
            gap_em=0.36,
            stretch=0.5,
        ),
    )
    plain = Arrangement(
        column, slots, max_stretch_px=64, grow=("headline", "quote", "sentence")
    )
    left_out = ((), ("quote",), ("quote", "sentence"))
    posters = _posters(plain, "middle", 200 if column.height > 600 else 150)
    return Layout(
        foot(name, marked=False), FIELDS[name], (), (*posters, plain), left_out
    )


_LANDSCAPE = _short("landscape", Box(75, 50, 1050, 464), 1.11)

VIGNETTE = Design(
    name="vignette",
    label="Vignette",
    required="headline",
    layouts={
        "landscape": _LANDSCAPE,
        "slide": scaled(_LANDSCAPE, SLIDE_SCALE),
        "link": _short("link", Box(75, 40, 1050, 440), 1.11),
        "square": _short("square", Box(68, 70, 944, 808), 1),
        "portrait": _full("portrait", Box(68, 82, 944, 1096), (570, 380)),
        "tall": _full("tall", Box(68, 88, 944, 1124), (570, 380)),
        "story": _full("story", Box(68, 270, 944, 1136), (570, 380)),
        "a4": PAGE,
    },
)
