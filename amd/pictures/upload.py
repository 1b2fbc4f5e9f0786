"""An uploaded file becomes a stored, unclaimed Picture, or a sentence why not."""

import hashlib

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from . import limits
from .decode import decode
from .encode import encode
from .models import Picture


def store_upload(upload: UploadedFile) -> Picture:
    """Decode within bounds, encode anew, store at once; the upload itself is not kept.

    Raises ValidationError with a sentence. Files first, row last: a crash between
    leaves files without a row, which the sweep finds.
    """
    size_bytes = upload.size or 0
    if size_bytes > settings.UPLOAD_MAX_BYTES:
        sentence = limits.too_many_bytes(size_bytes, settings.UPLOAD_MAX_BYTES)
        raise ValidationError(sentence, code="bytes")
    upload.seek(0)
    encoded = encode(decode(upload.read()))
    picture = Picture(
        digest=hashlib.sha256(encoded.original).hexdigest(),
        width_px=encoded.width_px,
        height_px=encoded.height_px,
    )
    picture.store(encoded.original, encoded.medium, encoded.small)
    picture.save()
    return picture
