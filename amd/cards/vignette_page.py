"""The vignette on A4 as data: a panel with headline and figure, the story below it."""

from dataclasses import dataclass, replace

from amd.cards.frames import FIELDS, paper_foot
from amd.cards.layout import Arrangement, Box, Layout, PhotoSlot, TextSlot

_COLUMN = Box(89, 92, 1062, 1392)
_PICTURES = ((660, 440), (540, 360), (420, 280), (330, 220))
_BESIDE = (330, 220)
"""The picture at the right of a headline that is set narrower, where all is long."""


@dataclass(frozen=True)
class _Density:
    """How much room there is: smallest sizes, and the space above each part."""

    headline: tuple[float, float]
    figure: float
    body: float
    quote: float
    small: float
    above_body: float
    above_quote: tuple[float, float]
    above_team: tuple[float, float]
    body_width: float = 0
    headline_width: float = 1000


_ROOMY = _Density((50, 104), 76, 28, 30, 26, 124, (44, 0.6), (40, 0.4), body_width=940)
_CLOSE = _Density((50, 96), 76, 25, 26, 26, 88, (32, 0.5), (34, 0.4))
_DENSE = _Density((44, 72), 60, 23, 24, 23, 72, (24, 0.4), (24, 0.2))
_NARROW = replace(_DENSE, headline_width=_COLUMN.width - _BESIDE[0] - 40)


def _slots(room: _Density) -> tuple[TextSlot, ...]:
    """Kicker, headline and figure on the panel; story, quote, working with below."""
    small = TextSlot(
        "role", 400, room.small, room.small, 1.25, "soft", indented=True, barred=True
    )
    return (
        TextSlot("kicker", 700, 29, 29, 1.2, "band_lit", width_px=room.headline_width),
        TextSlot(
            "headline",
            700,
            *room.headline,
            1.08,
            "band_ink",
            gap_px=30,
            width_px=room.headline_width,
        ),
        TextSlot(
            "figure",
            700,
            room.figure,
            190,
            1,
            "band_lit",
            gap_px=24,
            gap_em=0.4,
            stretch=0.1,
            one_line=True,
            beside=TextSlot("figure_basis", 400, 29, 29, 1.2, "band_soft", gap_px=16),
        ),
        TextSlot(
            "body",
            400,
            room.body,
            38,
            1.4,
            gap_px=room.above_body,
            stretch=0.2,
            ragged=True,
            width_px=room.body_width,
        ),
        TextSlot(
            "quote",
            600,
            room.quote,
            66,
            1.24,
            gap_px=room.above_quote[0],
            gap_em=room.above_quote[1],
            stretch=0.2,
            quoted=True,
            indented=True,
            barred=True,
        ),
        replace(
            small,
            name="name",
            weight=700,
            tone="ink",
            gap_px=22,
            gap_em=0.2,
            one_line=True,
        ),
        replace(small, gap_px=14),
        TextSlot(
            "working_with",
            400,
            room.small,
            room.small,
            1.3,
            "soft",
            gap_px=room.above_team[0],
            gap_em=room.above_team[1],
            pinned=True,
        ),
    )


def _arrangement(room: _Density) -> Arrangement:
    return Arrangement(
        _COLUMN,
        _slots(room),
        anchor="top",
        comfort_px=1,  # the first that holds the words: the largest picture
        max_stretch_px=90,
        grow=("headline", "quote", "body"),
    )


def _below(width: float, height: float, room: _Density) -> Arrangement:
    """Words below a picture of this size."""
    top = _COLUMN.y + height + 50
    return replace(
        _arrangement(room),
        column=replace(_COLUMN, y=top, height=_COLUMN.bottom - top),
        photo=PhotoSlot(Box(_COLUMN.x, _COLUMN.y, width, height), "panel", 0),
    )


def _left_of(width: float, height: float, room: _Density) -> Arrangement:
    box = Box(_COLUMN.right - width, _COLUMN.y, width, height)
    return replace(_arrangement(room), photo=PhotoSlot(box, "panel", 0))


PAGE = Layout(
    paper_foot(marked=False),
    FIELDS["a4"],
    with_photo=(
        *(_below(*size, room) for size in _PICTURES for room in (_ROOMY, _CLOSE)),
        _below(*_PICTURES[-1], _DENSE),
        _left_of(*_BESIDE, _NARROW),
    ),
    without_photo=tuple(map(_arrangement, (_ROOMY, _CLOSE, _DENSE))),
)
