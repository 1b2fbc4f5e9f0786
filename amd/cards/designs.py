"""The two designs as data: where each part stands in each format, in pixels."""

from dataclasses import replace

from amd.cards.layout import (
    Arrangement,
    Box,
    Design,
    FieldSpec,
    Foot,
    Layout,
    PhotoSlot,
    TextSlot,
)


def _circle(x: float, y: float, across: float) -> PhotoSlot:
    return PhotoSlot(Box(x, y, across, across))


def _social(
    quote: tuple[float, float],
    name: tuple[float, float],
    small: tuple[float, float],
    *,
    wide: float = 0,
) -> tuple[TextSlot, ...]:
    """Quote, then name, title and organisation behind a bar."""
    return (
        TextSlot("quote", 600, *quote, 1.17, quoted=True, indented=True),
        TextSlot(
            "name",
            700,
            *name,
            1.15,
            gap_px=quote[0] * 1.15,
            stretch=0.12,
            indented=True,
            barred=True,
            one_line=True,
            width_px=wide,
        ),
        TextSlot(
            "title",
            400,
            *small,
            1.2,
            "soft",
            gap_px=small[0] * 0.58,
            indented=True,
            barred=True,
            width_px=wide,
        ),
        TextSlot(
            "organisation",
            400,
            *small,
            1.2,
            "soft",
            gap_px=small[0] * 0.52,
            indented=True,
            barred=True,
            width_px=wide,
        ),
    )


_WIDE_QUOTE = (36.0, 128.0)
_WIDE_NAME, _WIDE_SMALL = (38.0, 44.0), (30.0, 31.0)
_TIGHT_NAME, _TIGHT_SMALL = (34.0, 36.0), (29.0, 29.0)


def _wide_social(top: float, height: float, foot: Foot, field: FieldSpec) -> Layout:
    """Landscape and link: words at the left, photo or sign in the field."""
    roomy = _social(_WIDE_QUOTE, _WIDE_NAME, _WIDE_SMALL)
    close = _social(_WIDE_QUOTE, _TIGHT_NAME, _TIGHT_SMALL)
    under = _social(_WIDE_QUOTE, _TIGHT_NAME, _TIGHT_SMALL, wide=1056)
    middle = foot.box.y / 2

    def arranged(
        width: float, slots: tuple[TextSlot, ...], comfort: float, across: float
    ) -> tuple[Arrangement, Arrangement]:
        column = Box(72, top, width, height)
        plain = Arrangement(
            column, slots, comfort_px=comfort, max_stretch_px=40, grow=("quote",)
        )
        photo = _circle(1128 - across, max(middle - across / 2, 41), across)
        sign = Box(1128 - across, middle - across * 0.36, across, across * 0.72)
        return replace(plain, photo=photo), replace(plain, sign=sign)

    kept = (
        arranged(676, roomy, 50, 320),
        arranged(760, roomy, 42, 256),
        arranged(800, close, 38, 216),
    )
    below = Arrangement(
        Box(72, top, 816, height),
        under,
        photo=_circle(1128 - 184, 41, 184),
        grow=("quote",),
    )
    signless = Arrangement(Box(72, top, 1056, height), under, grow=("quote",))
    return Layout(
        foot,
        field,
        with_photo=(*(pair[0] for pair in kept), below),
        without_photo=(*(pair[1] for pair in kept), signless),
    )


def _tall_social(
    column: Box,
    foot: Foot,
    field: FieldSpec,
    photos: tuple[tuple[float, float], ...],
) -> Layout:
    """Square, portrait, story: photo above, words anchored at the foot.

    `photos` is the diameter of the photo and the size of quote that it asks for.
    """
    with_photo, without_photo = [], []
    for number, (across, comfort) in enumerate(photos):
        last = number == len(photos) - 1
        name, small = (
            ((34.0, 36.0), (26.0, 27.0)) if last else ((36.0, 42.0), (28.0, 29.0))
        )
        slots = _social((32.0, 148.0), name, small)
        below = column.y + across + 44
        text = Box(column.x, below, column.width, column.bottom - below)
        plain = Arrangement(
            text,
            slots,
            anchor="bottom",
            comfort_px=comfort,
            max_stretch_px=44,
            grow=("quote",),
        )
        with_photo.append(replace(plain, photo=_circle(column.x, column.y, across)))
        sign = Box(column.x, column.y, across * 1.2, across * 0.86)
        without_photo.append(replace(plain, sign=sign))
    return Layout(foot, field, tuple(with_photo), tuple(without_photo))


def _foot(
    width: float, height: float, top: float, deep: float, *, marked: bool
) -> Foot:
    """`top` is where the band starts, `deep` the height in which its words stand."""
    side = round(width * 0.06)
    return Foot(
        Box(0, top, width, height - top),
        left=side,
        right=width - side,
        baseline=top + deep / 2 + 11,
        hashtag_px=34,
        address_px=27,
        address_floor_px=20,
        marked=marked,
    )


_WIDE_FIELD = FieldSpec(Box(0, 0, 1200, 595), 26, 8, (700, -300), (1200, 560))
_LINK_FIELD = replace(_WIDE_FIELD, box=Box(0, 0, 1200, 552))
_SQUARE_FIELD = FieldSpec(Box(0, 0, 1080, 988), 26, 8, (330, -420), (1080, 700))
_PORTRAIT_FIELD = replace(_SQUARE_FIELD, box=Box(0, 0, 1080, 1250))
_STORY_FIELD = FieldSpec(Box(0, 264, 1080, 1216), 26, 8, (330, -200), (1080, 1000))

SOCIAL_CARD = Design(
    name="social_card",
    label="Social card",
    required="quote",
    layouts={
        "landscape": _wide_social(
            60, 484, _foot(1200, 675, 595, 80, marked=True), _WIDE_FIELD
        ),
        "link": _wide_social(
            54, 452, _foot(1200, 630, 552, 78, marked=True), _LINK_FIELD
        ),
        "square": _tall_social(
            Box(65, 65, 950, 870),
            _foot(1080, 1080, 988, 92, marked=True),
            _SQUARE_FIELD,
            ((380, 96), (310, 64), (240, 44), (180, 0)),
        ),
        "portrait": _tall_social(
            Box(65, 81, 950, 1104),
            _foot(1080, 1350, 1250, 100, marked=True),
            _PORTRAIT_FIELD,
            ((500, 110), (420, 80), (340, 52), (260, 0)),
        ),
        "story": _tall_social(
            Box(65, 270, 950, 1136),
            _foot(1080, 1920, 1480, 100, marked=True),
            _STORY_FIELD,
            ((500, 110), (420, 80), (340, 52), (260, 0)),
        ),
    },
)


def _vignette_full(
    column: Box, foot: Foot, field: FieldSpec, picture: tuple[float, float]
) -> Layout:
    """Kicker, headline, figure, story, quote, working with; a picture above them."""
    slots = (
        TextSlot("kicker", 700, 28, 28, 1.2, "accent"),
        TextSlot("headline", 700, 46, 84, 1.1, gap_px=30, width_px=column.width * 0.86),
        TextSlot(
            "figure",
            700,
            84,
            148,
            1,
            "accent",
            gap_px=40,
            stretch=0.2,
            one_line=True,
            beside=TextSlot("figure_basis", 400, 28, 28, 1.2, "soft", gap_px=20),
        ),
        TextSlot("body", 400, 28, 37, 1.36, gap_px=44, stretch=0.25, ragged=True),
        TextSlot(
            "quote",
            600,
            30,
            44,
            1.22,
            gap_px=44,
            stretch=0.25,
            quoted=True,
            indented=True,
            barred=True,
        ),
        TextSlot(
            "name",
            700,
            28,
            28,
            1.2,
            gap_px=24,
            indented=True,
            barred=True,
            one_line=True,
        ),
        TextSlot(
            "role", 400, 26, 27, 1.2, "soft", gap_px=15, indented=True, barred=True
        ),
        TextSlot("working_with", 400, 26, 27, 1.25, "soft", gap_px=40, stretch=0.3),
    )
    plain = Arrangement(
        column,
        slots,
        anchor="top",
        max_stretch_px=64,
        grow=("headline", "body", "quote"),
    )
    pictured = []
    for share in (1.0, 0.7):
        width, height = picture[0] * share, picture[1] * share
        below = column.y + height + 44
        pictured.append(
            replace(
                plain,
                column=Box(column.x, below, column.width, column.bottom - below),
                photo=PhotoSlot(Box(column.x, column.y, width, height), "panel", 0),
            )
        )
    out = ((), ("working_with", "service"), ("working_with", "service", "quote"))
    return Layout(foot, field, tuple(pictured), (plain,), out, photo_optional=True)


def _vignette_short(
    column: Box, foot: Foot, field: FieldSpec, scale: float, headline: float
) -> Layout:
    """Kicker, headline, figure, and the quote or the first sentence."""
    small = round(26 * scale)
    slots = (
        TextSlot("kicker", 700, small, small, 1.2, "accent"),
        TextSlot(
            "headline", 700, 42 * scale, 92 * scale, 1.1, gap_px=28, width_px=headline
        ),
        TextSlot(
            "figure",
            700,
            76 * scale,
            150 * scale,
            1,
            "accent",
            gap_px=36,
            stretch=0.5,
            one_line=True,
            beside=TextSlot("figure_basis", 400, small, small, 1.2, "soft", gap_px=18),
        ),
        TextSlot(
            "quote",
            600,
            28 * scale,
            46 * scale,
            1.22,
            gap_px=40,
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
            gap_px=20,
            indented=True,
            barred=True,
        ),
        TextSlot("sentence", 400, 28 * scale, 44 * scale, 1.3, gap_px=40, stretch=0.5),
    )
    plain = Arrangement(
        column, slots, max_stretch_px=70, grow=("headline", "sentence", "quote")
    )
    out = ((), ("quote",), ("quote", "sentence"))
    return Layout(foot, field, (), (plain,), out)


VIGNETTE = Design(
    name="vignette",
    label="Vignette",
    required="headline",
    layouts={
        "landscape": _vignette_short(
            Box(72, 52, 1056, 492),
            _foot(1200, 675, 595, 80, marked=False),
            _WIDE_FIELD,
            1.11,
            860,
        ),
        "link": _vignette_short(
            Box(72, 48, 1056, 456),
            _foot(1200, 630, 552, 78, marked=False),
            _LINK_FIELD,
            1.11,
            860,
        ),
        "square": _vignette_short(
            Box(65, 78, 950, 850),
            _foot(1080, 1080, 988, 92, marked=False),
            _SQUARE_FIELD,
            1,
            860,
        ),
        "portrait": _vignette_full(
            Box(65, 84, 950, 1110),
            _foot(1080, 1350, 1250, 100, marked=False),
            _PORTRAIT_FIELD,
            (540, 360),
        ),
        "story": _vignette_full(
            Box(65, 272, 950, 1150),
            _foot(1080, 1920, 1480, 100, marked=False),
            _STORY_FIELD,
            (540, 360),
        ),
    },
)

DESIGNS: dict[str, Design] = {each.name: each for each in (SOCIAL_CARD, VIGNETTE)}
