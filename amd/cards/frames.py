"""What both designs share in a format: its foot and its field of dots, in pixels."""

from amd.cards.layout import Box, FieldSpec, Foot


def foot(name: str, *, marked: bool) -> Foot:
    """The band at the foot; in a story it runs on under the phone's own controls."""
    width, height, top, baseline, hashtag, address = _FEET[name]
    side = round(width * 0.06) + _OVERHANG_PX
    return Foot(
        Box(0, top, width, height - top),
        left=side,
        right=width - side,
        baseline=baseline,
        hashtag_px=hashtag,
        address_px=address,
        address_floor_px=20,
        marked=marked,
    )


def paper_foot(*, marked: bool) -> Foot:
    """On A4: hashtag, address and terms below each other, logos at their right."""
    return Foot(
        Box(0, 1543, 1240, 115),
        left=89,
        right=1151,
        baseline=1566,
        hashtag_px=40,
        address_px=27,
        address_floor_px=18,
        marked=marked,
        stacked=True,
        terms_px=19,
    )


_OVERHANG_PX = 3
"""Within the safe area: a "j" starts left of where it stands."""
SLIDE_SCALE = 1.6
"""A slide has the shape of landscape."""

_FEET = {
    "landscape": (1200, 675, 558, 622, 38, 29),
    "link": (1200, 630, 517, 580, 38, 29),
    "square": (1080, 1080, 932, 1005, 42, 30),
    "portrait": (1080, 1350, 1230, 1306, 42, 30),
    "tall": (1080, 1440, 1266, 1344, 42, 30),
    "story": (1080, 1920, 1462, 1540, 42, 30),
}

FIELDS = {
    "landscape": FieldSpec(Box(0, 0, 1200, 558), 25, 7.75, (650, -300), (1200, 488)),
    "link": FieldSpec(Box(0, 0, 1200, 517), 25, 7.75, (650, -300), (1200, 452)),
    "square": FieldSpec(Box(0, 0, 1080, 932), 27, 8.25, (330, -420), (1080, 720)),
    "portrait": FieldSpec(Box(0, 0, 1080, 1230), 27, 8.25, (330, -420), (1080, 900)),
    "tall": FieldSpec(Box(0, 0, 1080, 1266), 27, 8.25, (330, -420), (1080, 960)),
    "story": FieldSpec(Box(0, 255, 1080, 1207), 27, 8.25, (330, -160), (1080, 1100)),
    "a4": FieldSpec(Box(0, 0, 1240, 420), 27, 8.25, (420, -420), (1240, 460)),
}
