"""Partner logos in the foot: one line, equal areas, none dominating."""

import math
from functools import lru_cache

from PIL import Image, ImageChops

from amd.cards.layout import Box
from amd.cards.photo import opened, shape_mask

MOST = 3
_AREA = 84 * 40
_TALLEST, _WIDEST = 46, 136
PADDING, _GAP = 9, 14
_CLEAR = 32
_LEAST_SCALE = 0.45
_PLATE = "#FFFFFF"
_FAINT = 12
"""What a JPEG leaves on white round a letter."""


@lru_cache(maxsize=12)
def decoded_logo(data: bytes) -> Image.Image | None:
    """The logo without its empty edges, or None if nothing of it shows on a plate."""
    image = opened(data, "RGBA")
    if image is None:
        return None
    plate = Image.new("RGBA", image.size, _PLATE)
    shown = Image.alpha_composite(plate, image).convert("RGB")
    unlike = ImageChops.difference(shown, plate.convert("RGB")).convert("L")
    inked = unlike.point(lambda value: 255 * (value > _FAINT)).getbbox()
    return shown.crop(inked) if inked else None


def logo_scale(logos: tuple[bytes, ...], room: float) -> float:
    """How much of their full size these logos have in so much room, at most 1."""
    sizes = _sizes(logos)
    if not sizes:
        return 1
    room -= 2 * _CLEAR + (len(sizes) - 1) * _GAP + len(sizes) * 2 * PADDING
    return min(1.0, room / sum(width for width, _ in sizes))


def logo_places(
    logos: tuple[bytes, ...], left: float, right: float, middle: float
) -> tuple[Box, ...]:
    """A plate for each logo between `left` and `right`; none where they would be specks."""
    sizes, scale = _sizes(logos), logo_scale(logos, right - left)
    if not sizes or scale < _LEAST_SCALE:
        return ()
    used = sum(width * scale + 2 * PADDING for width, _ in sizes)
    used += (len(sizes) - 1) * _GAP
    tall = max(height for _, height in sizes) * scale + 2 * PADDING
    x = (left + right - used) / 2
    places = []
    for width, _ in sizes:
        across = width * scale + 2 * PADDING
        places.append(Box(x, middle - tall / 2, across, tall))
        x += across + _GAP
    return tuple(places)


def _sizes(logos: tuple[bytes, ...]) -> list[tuple[float, float]]:
    return [_size(image) for image in map(decoded_logo, logos) if image is not None]


def _size(image: Image.Image) -> tuple[float, float]:
    """Every logo as large as the others to the eye: the same area, within bounds."""
    shape = image.width / image.height
    height = min(_TALLEST, math.sqrt(_AREA / shape), _WIDEST / shape)
    return (height * shape, height)


def draw_logo(image: Image.Image, place: Box, data: bytes) -> None:
    logo = decoded_logo(data)
    if logo is None:
        return
    x, y = round(place.x), round(place.y)
    plate = (round(place.width), round(place.height))
    image.paste(_PLATE, (x, y), shape_mask("panel", *plate))
    room = (plate[0] - 2 * PADDING, plate[1] - 2 * PADDING)
    scale = min(room[0] / logo.width, room[1] / logo.height)
    size = (max(1, round(logo.width * scale)), max(1, round(logo.height * scale)))
    small = logo.resize(size, Image.Resampling.LANCZOS)
    corner = (x + (plate[0] - size[0]) // 2, y + (plate[1] - size[1]) // 2)
    image.paste(small, corner)
