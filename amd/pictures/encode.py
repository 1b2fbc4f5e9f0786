"""Writes the three files of a picture: our own encoding, nothing of what was sent."""

import io
from dataclasses import dataclass

from PIL import Image

from .decode import resized

MEDIUM_PX = 640
SMALL_PX = 320


@dataclass(frozen=True)
class Encoded:
    """JPEG bytes: the whole picture, and two derivatives for cards and lists.

    A derivative is named by its short side, so that a circle cut from it has that
    diameter; the long side is at most twice that. Never enlarged.
    """

    original: bytes
    medium: bytes
    small: bytes
    width_px: int
    height_px: int


def encode(image: Image.Image) -> Encoded:
    medium = derivative(image, MEDIUM_PX)
    return Encoded(
        original=_jpeg(image),
        medium=_jpeg(medium),
        small=_jpeg(derivative(medium, SMALL_PX)),
        width_px=image.width,
        height_px=image.height,
    )


def derivative(image: Image.Image, short_side_px: int) -> Image.Image:
    scale = min(short_side_px / min(image.size), 2 * short_side_px / max(image.size))
    return image if scale >= 1 else resized(image, scale)


def _jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=88, optimize=True, progressive=True)
    return out.getvalue()
