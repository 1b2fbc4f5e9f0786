"""Where the ZIPs lie: a file is whole under its name or it is not there."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings

PART = ".part"
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "packs"


def name_of(pack: int, attempt: int) -> str:
    """Of its own for each attempt: a worker that is late harms no other's file."""
    return f"{pack}-{attempt}.zip"


def path_of(file_name: str) -> Path:
    return folder() / file_name


def part_of(file_name: str) -> Path:
    """Where it is written until it is whole."""
    return folder() / f"{file_name}{PART}"


def keep(file_name: str, pieces: Iterable[bytes]) -> int:
    """Write a whole file and give its size; raises OSError and leaves nothing behind."""
    part = part_of(file_name)
    part.parent.mkdir(parents=True, exist_ok=True)
    try:
        with part.open("wb") as out:
            size = sum(out.write(piece) for piece in pieces)
            out.flush()
            os.fsync(out.fileno())
        part.replace(path_of(file_name))
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return size


def delete(file_name: str) -> None:
    for path in (path_of(file_name), part_of(file_name)):
        path.unlink(missing_ok=True)


def stored() -> Iterator[Path]:
    """Every file there is, half-made ones too."""
    with suppress(FileNotFoundError):
        yield from sorted(folder().iterdir())


def is_about_room(error: Exception) -> bool:
    """Whether the disk, or this account's share of it, is full."""
    return isinstance(error, OSError) and error.errno in NO_ROOM
