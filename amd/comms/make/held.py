"""A picture that nobody stores: made small at once, it travels in the form, signed."""

import base64
import io
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from PIL import Image

from amd.pictures import limits
from amd.pictures.decode import decode
from amd.pictures.encode import derivative
from amd.pictures.focal import DEFAULT

SALT = "amd.comms.make.held"
# As long as somebody works on a card.
LASTS = timedelta(hours=12)
# What a form may carry; a noisy picture is written at a lower quality.
MOST_BYTES = 200_000
QUALITIES = (88, 75, 60, 40)
SVG_SEEN_SOON = 1000
NO_SVG = (
    "Save the {called} as a PNG and select that: an SVG can hold programs as well as "
    "pictures"
)


@dataclass(frozen=True)
class Held:
    """JPEG bytes of our own encoding, with the middle of their crop."""

    data: bytes
    focal: tuple[float, float] = DEFAULT

    @property
    def size(self) -> tuple[int, int]:
        with Image.open(io.BytesIO(self.data), formats=["JPEG"]) as image:
            return image.size

    def thumbnail(self, side_px: int) -> bytes:
        """For the page that shows what is kept."""
        with Image.open(io.BytesIO(self.data), formats=["JPEG"]) as image:
            image.thumbnail((side_px, side_px))
            return _jpeg(image, QUALITIES[1])


def held_from(upload: UploadedFile, *, called: str, short_side_px: int) -> Held:
    """Decoded within bounds and encoded anew. Raises ValidationError with a sentence."""
    size_bytes = upload.size or 0
    most = settings.UPLOAD_MAX_BYTES
    if size_bytes > most:
        raise _about(called, limits.too_many_bytes(size_bytes, most), "bytes")
    upload.seek(0)
    data = upload.read()
    try:
        image = decode(data)
    except ValidationError as error:
        if b"<svg" in data[:SVG_SEEN_SOON].lower():
            raise ValidationError(NO_SVG.format(called=called), code="svg") from error
        raise _about(called, error.messages[0], error.code) from error
    return Held(_small(derivative(image, short_side_px)))


def sign(held: Held, name: str) -> str:
    """For a hidden field of this name: what comes back is what we encoded."""
    encoded = base64.urlsafe_b64encode(held.data).decode()
    return _signer(name).sign(encoded)


def read(value: str, name: str) -> Held | None:
    """None for what is forged, old, too long, or signed for another field."""
    if len(value) > 2 * MOST_BYTES:
        return None
    try:
        encoded = _signer(name).unsign(value, max_age=LASTS)
    except signing.BadSignature:
        return None
    return Held(base64.urlsafe_b64decode(encoded))


def _signer(name: str) -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=f"{SALT}.{name}")


def _about(called: str, sentence: str, code: str | None) -> ValidationError:
    """The sentences of every upload speak of photos."""
    return ValidationError(sentence.replace("photo", called), code=code)


def _small(image: Image.Image) -> bytes:
    found = b""
    for quality in QUALITIES:
        found = _jpeg(image, quality)
        if len(found) <= MOST_BYTES:
            break
    return found


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()
