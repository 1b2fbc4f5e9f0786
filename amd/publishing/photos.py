"""Pictures that a record has let go of, while an approved copy may still show them."""

from amd.pictures.models import Picture
from amd.records.models import Record

from .models import Publication


def let_go(picture: Picture) -> None:
    """Erase a picture that was replaced, unless an approved copy shows it."""
    if not Publication.objects.filter(photo=picture).exists():
        picture.erase()


def erase_published(record: Record, *, but: Picture | None = None) -> None:
    """Erase every picture of the record's approved copies; call before they are emptied."""
    shown = Publication.objects.filter(record_id=record.pk).values("photo")
    for picture in Picture.objects.filter(pk__in=shown):
        if picture != but:
            picture.erase()
