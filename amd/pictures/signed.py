"""The signed value that names a stored picture in a form and in its preview's address."""

from datetime import timedelta

from django.core import signing
from django.urls import reverse

from .models import Picture

SALT = "amd.pictures.kept"
PREVIEW_LASTS = timedelta(days=1)


def sign(picture: Picture) -> str:
    return signing.dumps(picture.pk, salt=SALT)


def read(value: str, max_age: timedelta | None = None) -> Picture | None:
    """The picture that a value names; None for a forged, old or erased one."""
    try:
        pk = signing.loads(value, salt=SALT, max_age=max_age)
    except signing.BadSignature:
        return None
    return Picture.objects.filter(pk=pk, erased_at=None).first()


def preview_address(picture: Picture) -> str:
    return reverse("pictures:preview", args=[sign(picture)])
