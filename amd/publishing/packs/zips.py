"""Members become a ZIP piece by piece: to a file or to a browser, one member in memory."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from django.utils import timezone

CONTENT_TYPE = "application/zip"
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16
"""A file that its owner may write and anybody may read."""


@dataclass(frozen=True)
class Member:
    """One file: its path inside the ZIP, its bytes, and the time that it carries."""

    name: str
    data: bytes
    at: datetime


def zipped(members: Iterable[Member]) -> Iterator[bytes]:
    """The bytes of a ZIP, a piece for each member: pictures gain nothing by deflating.

    The same members give the same bytes. Each has its size and checksum before it, so
    that programs which read as it arrives can unpack it too.
    """
    out = _Outgoing()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for member in members:
            archive.writestr(_about(member), member.data)
            yield out.take()
    yield out.take()


def _about(member: Member) -> ZipInfo:
    at = timezone.localtime(member.at)
    stamp = (at.year, at.month, at.day, at.hour, at.minute, at.second)
    about = ZipInfo(member.name, stamp)
    about.create_system = _UNIX
    about.external_attr = _PLAIN_FILE
    return about


class _Outgoing:
    """A file whose head is taken away as soon as it is whole."""

    def __init__(self) -> None:
        self._taken = 0
        self._kept = BytesIO()

    def take(self) -> bytes:
        data = self._kept.getvalue()
        self._taken += len(data)
        self._kept = BytesIO()
        return data

    def write(self, data: bytes) -> int:
        return self._kept.write(data)

    def tell(self) -> int:
        return self._taken + self._kept.tell()

    def seek(self, place: int, whence: int = 0) -> int:
        """To set a header right, which never lies in what was taken."""
        return self._taken + self._kept.seek(place - self._taken, whence)

    def flush(self) -> None:
        """There is nothing behind it."""

    def close(self) -> None:
        """What is left is still to be taken."""
