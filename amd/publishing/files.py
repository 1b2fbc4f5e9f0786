"""Drawn files: kept under the record's own folder; deleting all of them loses nothing."""

import logging
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from .cards import address_digest

if TYPE_CHECKING:
    from .models import Publication

logger = logging.getLogger(__name__)


def folder_of(reference: str) -> Path:
    return Path(settings.MEDIA_ROOT) / "cards" / reference


def path_of(publication: "Publication", name: str) -> Path:
    """Where the drawing called `name` ("square.png") of this publication is kept."""
    return folder_of(publication.reference) / address_digest(publication) / name


def read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def size(path: Path) -> int:
    """In bytes; 0 where it is not kept."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def write(path: Path, data: bytes) -> None:
    """Keep a drawing: whole under its name or not at all.

    A full disk or a folder deleted meanwhile is logged and no more: the picture is
    drawn again at the next request.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent) as beside:
            whole = Path(beside) / path.name
            whole.write_bytes(data)
            whole.replace(path)
    except OSError as error:
        logger.warning("The drawing %s was not kept: %s", path.name, error)


def discard(path: Path) -> None:
    """Delete one drawing, and the folders that it alone was in."""
    path.unlink(missing_ok=True)
    for folder in (path.parent, path.parent.parent):
        with suppress(OSError):
            folder.rmdir()


def remove(reference: str, *, keep: str = "") -> None:
    """Delete the drawings of a record, all but those of the digest to keep."""
    folder = folder_of(reference)
    if not keep:
        _remove_tree(folder)
        return
    for child in folder.iterdir() if folder.is_dir() else ():
        if child.name != keep:
            _remove_tree(child)


def strays(live: Mapping[str, str]) -> list[Path]:
    """The folders of drawings that no live card needs; `live` is digest by reference."""
    cards = Path(settings.MEDIA_ROOT) / "cards"
    return sorted(
        folder
        for folder in cards.glob("*/*")
        if folder.is_dir() and live.get(folder.parent.name) != folder.name
    )


def remove_drawings(folder: Path) -> None:
    """Delete one folder of drawings, and its record's folder where that is now empty."""
    _remove_tree(folder)
    with suppress(OSError):
        folder.parent.rmdir()


def _remove_tree(folder: Path) -> None:
    # Twice: a drawing may be written while the first round reads the folder.
    for last in (False, True):
        try:
            shutil.rmtree(folder)
        except FileNotFoundError:
            return
        except OSError:
            if last:
                raise
