"""Reads an upload within bounds: bytes of anything in, one plain RGB picture out."""

import io
import os
import struct
import threading

from django.core.exceptions import ValidationError
from PIL import ExifTags, Image, ImageCms, JpegImagePlugin, UnidentifiedImageError

from . import limits

LONGEST_SIDE_PX = 2400
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
# What undoes each EXIF orientation. ImageOps.exif_transpose writes the rest of the EXIF
# anew, and fails where that is damaged.
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# Each decode may take 150 MB: no more at once in one process than can run at once.
_decoders = threading.BoundedSemaphore(max(1, min(os.cpu_count() or 1, 4)))

# All that Pillow raises for files that are not what they say. SyntaxError: broken PNG
# chunks; struct.error and IndexError: headers cut short.
DAMAGE = (OSError, SyntaxError, ValueError, IndexError, MemoryError, struct.error)
BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def decode(data: bytes) -> Image.Image:
    """The picture upright, in sRGB on white, at most 2400 px, without any metadata.

    Raises ValidationError with a sentence for the person who sent it.
    """
    if not data:
        raise ValidationError(limits.EMPTY, code="empty")
    with _decoders:
        try:
            with Image.open(io.BytesIO(data), formats=limits.FORMATS) as image:
                _check_header(image, data)
                return _plain(image)
        except BOMB as error:
            raise ValidationError(
                limits.far_too_many_pixels(), code="pixels"
            ) from error
        except UnidentifiedImageError as error:
            raise ValidationError(limits.WRONG_FORMAT, code="format") from error
        except DAMAGE as error:
            raise ValidationError(limits.DAMAGED, code="damaged") from error


def _check_header(image: Image.Image, data: bytes) -> None:
    pixels = image.width * image.height
    if not isinstance(image, JpegImagePlugin.JpegImageFile):
        _limit(pixels, limits.OTHER_MAX_PIXELS, "A PNG or WebP photo")
        return
    _limit(pixels, limits.JPEG_MAX_PIXELS, "The photo")
    if image.info.get("progressive"):
        samples_a_pixel = _samples_a_pixel(image)
        most = int(limits.PROGRESSIVE_MAX_SAMPLES / samples_a_pixel)
        _limit(pixels, most, "A progressive JPEG with full colour")
    if data.count(b"\xff\xda") > limits.JPEG_MAX_SCANS:
        raise ValidationError(limits.DAMAGED, code="damaged")


def _limit(pixels: int, most: int, kind: str) -> None:
    if pixels > most:
        raise ValidationError(limits.too_many_pixels(pixels, most, kind), code="pixels")


def _samples_a_pixel(image: JpegImagePlugin.JpegImageFile) -> float:
    """1 for grey, 1.5 for colours at a quarter of the size, 3 for full colours."""
    areas = [horizontal * vertical for _, horizontal, vertical, _ in image.layer]
    if not any(areas):
        raise ValidationError(limits.DAMAGED, code="damaged")
    return sum(areas) / max(areas)


def _plain(image: Image.Image) -> Image.Image:
    """Smaller first, so that every further step works on little."""
    _draft(image)
    profile = image.info.get("icc_profile")
    small = _shrunk(_eight_bits(image))
    # Read from the file's own header: a resized copy may have lost it.
    upright = _upright(small, image)
    on_white = _on_white(_in_srgb(upright, profile))
    # A fresh picture has no text, profile, comment or place of its own to be saved.
    fresh = Image.new("RGB", on_white.size)
    fresh.paste(on_white)
    return fresh


def _draft(image: Image.Image) -> None:
    """Let a JPEG decode at 1/2 to 1/8, as near above the final size as it can."""
    scale = LONGEST_SIDE_PX / max(image.size)
    if scale < 1:
        width, height = (max(1, int(side * scale)) for side in image.size)
        image.draft(None, (width, height))


def _eight_bits(image: Image.Image) -> Image.Image:
    """16-bit grey scaled, not cut, to 8; palettes and single bits as real colours."""
    image.load()
    if image.mode.startswith("I") or image.mode == "F":
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.mode in ("1", "P", "PA") or "transparency" in image.info:
        return image.convert("RGBA")
    return image


def _shrunk(image: Image.Image) -> Image.Image:
    scale = LONGEST_SIDE_PX / max(image.size)
    return image if scale >= 1 else resized(image, scale)


def resized(image: Image.Image, scale: float) -> Image.Image:
    width, height = (max(1, round(side * scale)) for side in image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _upright(small: Image.Image, source: Image.Image) -> Image.Image:
    """Turned as the camera was held, where the file says it in a way one can read."""
    try:
        orientation = source.getexif().get(ExifTags.Base.Orientation)
    except DAMAGE:
        return small
    turn = TURNS.get(orientation or 1)
    return small.transpose(turn) if turn is not None else small


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if not profile or image.mode not in ("RGB", "CMYK", "L"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, SRGB, outputMode="RGB")
    # A profile that cannot be read or is for another kind of picture is left out.
    except (ImageCms.PyCMSError, *DAMAGE):
        return image
    return converted or image


def _on_white(image: Image.Image) -> Image.Image:
    if "A" not in image.getbands() and "a" not in image.getbands():
        return image.convert("RGB")
    coloured = image.convert("RGBA")
    white = Image.new("RGBA", coloured.size, "white")
    return Image.alpha_composite(white, coloured).convert("RGB")
