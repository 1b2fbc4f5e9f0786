"""Deletes what nobody uses: pictures of forms never sent, files without a row."""

from datetime import datetime, timedelta
from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.db import models, transaction
from django.utils import timezone

from .models import Picture

DAY = timedelta(days=1)
FOLDER = "pictures"


def sweep_unclaimed(older_than: timedelta = DAY) -> int:
    """Delete pictures that no record took, and those replaced by another; how many."""
    before = timezone.now() - older_than
    taken_long_ago = models.Q(claimed_at=None) | models.Q(claimed_at__lt=before)
    old = Picture.objects.filter(taken_long_ago, uploaded_at__lt=before).unused()
    return sum(_delete(picture) for picture in old.iterator(chunk_size=500))


def _delete(picture: Picture) -> int:
    with transaction.atomic():
        # Read again under the row's lock: it may be claimed at this moment.
        rows = Picture.objects.select_for_update().filter(
            pk=picture.pk, claimed_at=picture.claimed_at
        )
        locked = rows.unused().first()
        if locked is None:
            return 0
        locked.delete_files_on_commit()
        locked.delete()
        return 1


def sweep_files(older_than: timedelta = DAY) -> int:
    """Delete files that no row names, which a crash left behind; how many."""
    before = timezone.now() - older_than
    swept = 0
    for name in _stored_names():
        if _modified_at(name) < before and not _is_named(name):
            default_storage.delete(name)
            swept += 1
    return swept


def _stored_names() -> list[str]:
    if not default_storage.exists(FOLDER):
        return []
    folders, _ = default_storage.listdir(FOLDER)
    paths = [PurePosixPath(FOLDER, folder) for folder in folders]
    return [
        str(path / n) for path in paths for n in default_storage.listdir(str(path))[1]
    ]


def _modified_at(name: str) -> datetime:
    try:
        return default_storage.get_modified_time(name)
    except FileNotFoundError:
        # Another sweep was quicker.
        return timezone.now()


def _is_named(name: str) -> bool:
    any_of = models.Q(original=name) | models.Q(medium=name) | models.Q(small=name)
    return Picture.objects.filter(any_of).exists()
