"""A photo on a card: decoded once, cropped round its focal point, cut to shape."""

import io
from functools import lru_cache

from PIL import Image, ImageDraw

from amd.cards.content import Photo
from amd.cards.layout import PhotoSlot

SMALLEST_PX = 64
_MOST_PIXELS = 4_000_000
_KINDS = ("JPEG", "PNG", "WEBP")


@lru_cache(maxsize=8)
def decoded(data: bytes) -> Image.Image | None:
    """The picture in RGB, or None if these bytes are not one that we can draw."""
    return opened(data, "RGB")


def opened(data: bytes, mode: str) -> Image.Image | None:
    """The picture in that mode, or None if it cannot be read or is far too large."""
    try:
        with Image.open(io.BytesIO(data), formats=_KINDS) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            return image.convert(mode)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


@lru_cache(maxsize=16)
def cropped(photo: Photo, width: int, height: int) -> Image.Image:
    """The largest part of that shape with the focal point as near its middle as it goes."""
    image = decoded(photo.data)
    if image is None:
        raise ValueError("the photo cannot be decoded; check() says so first")
    box = focused(image.size, (width, height), photo.focal)
    return image.resize((width, height), Image.Resampling.LANCZOS, box=box)


def focused(
    size: tuple[float, float], shape: tuple[float, float], focal: tuple[float, float]
) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of that part, in the picture's own pixels."""
    scale = min(size[0] / shape[0], size[1] / shape[1])
    across, down = shape[0] * scale, shape[1] * scale
    left = _start(size[0], across, focal[0])
    top = _start(size[1], down, focal[1])
    # A sum of fractions may pass the edge by a hair, which resize refuses.
    return (left, top, min(left + across, size[0]), min(top + down, size[1]))


def _start(whole: float, part: float, focal: float) -> float:
    return max(min(whole * focal - part / 2, whole - part), 0)


@lru_cache(maxsize=32)
def shape_mask(shape: str, width: int, height: int) -> Image.Image:
    """A disc, or a panel with round corners, with smooth edges."""
    big = Image.new("L", (width * 4, height * 4))
    pen = ImageDraw.Draw(big)
    corner = (big.width - 1, big.height - 1)
    if shape == "circle":
        pen.ellipse((0, 0, *corner), fill=255)
    else:
        radius = 4 * min(12, width / 2, height / 2)
        pen.rounded_rectangle((0, 0, *corner), radius=radius, fill=255)
    return big.reduce(4)


def draw_photo(image: Image.Image, slot: PhotoSlot, photo: Photo, ring: str) -> None:
    x, y = round(slot.box.x), round(slot.box.y)
    width, height = round(slot.box.width), round(slot.box.height)
    edge = round(slot.ring_px)
    if edge:
        image.paste(ring, (x, y), shape_mask(slot.shape, width, height))
    inner = (width - 2 * edge, height - 2 * edge)
    mask = shape_mask(slot.shape, *inner)
    image.paste(cropped(photo, *inner), (x + edge, y + edge), mask)
