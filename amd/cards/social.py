"""The social card as data: a quotation, who said it, a photo or a sign in its place."""

from dataclasses import replace

from amd.cards.frames import FIELDS, SLIDE_SCALE, foot, paper_foot
from amd.cards.layout import Arrangement, Box, Design, Layout, PhotoSlot, TextSlot
from amd.cards.scale import scaled

_Range = tuple[float, float]
_POSTER_PX = 100
"""A quote as large as this has a name to match."""


def _slots(
    quote: _Range, name: _Range, small: float, *, wide: float = 0
) -> tuple[TextSlot, ...]:
    """Quote, then name, title and organisation behind a bar; `wide` is for these."""
    small_text = TextSlot(
        "title",
        400,
        small,
        small,
        1.2,
        "soft",
        gap_px=small * 0.6,
        indented=True,
        barred=True,
        width_px=wide,
    )
    return (
        TextSlot("quote", 600, *quote, 1.17, quoted=True, indented=True),
        TextSlot(
            "name",
            700,
            *name,
            1.15,
            gap_px=16,
            gap_em=0.56,
            stretch=0.12,
            indented=True,
            barred=True,
            one_line=True,
            width_px=wide,
        ),
        small_text,
        replace(small_text, name="organisation", gap_px=small * 0.66),
    )


def _circle(x: float, y: float, across: float) -> PhotoSlot:
    return PhotoSlot(Box(x, y, across, across))


def _wide(name: str, top: float, height: float) -> Layout:
    """Landscape and link: words at the left, photo or sign in the field."""
    band = foot(name, marked=True)
    quote = (36.0, 168.0)
    roomy = _slots(quote, (38, 44), 30)
    close = _slots(quote, (34, 36), 29)
    under = _slots(quote, (32, 36), 29, wide=1050)
    middle = band.box.y / 2

    def column(width: float) -> Box:
        return Box(75, top, width, height)

    def beside(
        width: float, slots: tuple[TextSlot, ...], comfort: float
    ) -> Arrangement:
        return Arrangement(
            column(width),
            slots,
            comfort_px=comfort,
            max_stretch_px=40,
            grow=("quote",),
        )

    def photo(arrangement: Arrangement, across: float) -> Arrangement:
        slot = _circle(1125 - across, middle - across / 2, across)
        return replace(arrangement, photo=slot)

    def sign(arrangement: Arrangement, across: float) -> Arrangement:
        box = Box(1128 - across, middle - across * 0.32, across, across * 0.8)
        return replace(arrangement, sign=box)

    corner = Arrangement(
        column(813), under, photo=_circle(941, 43, 184), grow=("quote",)
    )
    crowded = Arrangement(
        column(881), under, photo=_circle(981, 43, 144), grow=("quote",)
    )
    return Layout(
        band,
        FIELDS[name],
        with_photo=(
            photo(beside(673, roomy, 48), 320),
            photo(beside(757, roomy, 42), 256),
            photo(beside(797, close, 38), 216),
            corner,
            crowded,
        ),
        without_photo=(
            sign(beside(705, roomy, 54), 296),
            sign(beside(781, roomy, 42), 236),
            Arrangement(column(1050), under, grow=("quote",)),
        ),
    )


def _tall(name: str, column: Box, photos: tuple[_Range, ...]) -> Layout:
    """Square, portrait, story: photo above, words anchored at the foot.

    `photos` is the diameter of each photo and the size of quote that it asks for.
    """
    with_photo, without_photo = [], []
    for across, comfort in photos:
        roomy = comfort > 0
        slots = _slots((32, 190), (36, 42) if roomy else (34, 36), 28 if roomy else 26)
        if comfort > _POSTER_PX:
            slots = _slots((32, 200), (40, 52), 32)
        top = column.y + across + 46
        plain = Arrangement(
            Box(column.x, top, column.width, column.bottom - top),
            slots,
            anchor="bottom",
            comfort_px=comfort,
            max_stretch_px=44,
            grow=("quote",),
        )
        with_photo.append(replace(plain, photo=_circle(column.x, column.y, across)))
        sign = Box(column.x + 6, column.y + 8, across * 0.95, across * 0.78)
        without_photo.append(replace(plain, sign=sign))
    return Layout(
        foot(name, marked=True), FIELDS[name], tuple(with_photo), tuple(without_photo)
    )


def _page(photos: tuple[tuple[float, float], ...]) -> Layout:
    """A notice on A4: a panel with the field, the photo across its edge, the words."""
    with_photo, without_photo = [], []
    for across, comfort in photos:
        top, foot_px = 104, 1470
        quote, name, *small = _slots((36, 210), (36, 48), 31)
        slots = (quote, replace(name, gap_px=24, gap_em=0.72), *small)
        start = top + across + 84
        plain = Arrangement(
            Box(89, start, 1062, foot_px - start),
            slots,
            comfort_px=comfort,
            max_stretch_px=64,
            grow=("quote",),
            panel_px=round(top + across * 0.62),
        )
        photo = PhotoSlot(Box(89, top, across, across), ring_px=9)
        with_photo.append(replace(plain, photo=photo))
        sign = Box(89, 84, across * 0.95, across * 0.78)
        panel = round(84 + across * 0.78 + 70)
        without_photo.append(replace(plain, sign=sign, panel_px=panel))
    return Layout(
        paper_foot(marked=True), FIELDS["a4"], tuple(with_photo), tuple(without_photo)
    )


_LANDSCAPE = _wide("landscape", 44, 474)

SOCIAL_CARD = Design(
    name="social_card",
    label="Social card",
    required="quote",
    layouts={
        "landscape": _LANDSCAPE,
        "slide": scaled(_LANDSCAPE, SLIDE_SCALE),
        "link": _wide("link", 40, 444),
        "square": _tall(
            "square",
            Box(68, 65, 944, 815),
            ((380, 130), (310, 62), (240, 44), (170, 0)),
        ),
        "portrait": _tall(
            "portrait",
            Box(68, 81, 944, 1097),
            ((500, 132), (430, 78), (340, 54), (250, 0)),
        ),
        "tall": _tall(
            "tall",
            Box(68, 87, 944, 1124),
            ((520, 132), (450, 80), (360, 56), (260, 0)),
        ),
        "story": _tall(
            "story",
            Box(68, 268, 944, 1134),
            ((520, 132), (450, 78), (360, 54), (260, 0)),
        ),
        "a4": _page(((520, 120), (440, 84), (360, 60), (260, 0))),
    },
)
