"""A pack of one record: nothing is stored, it is sent while it is drawn."""

from collections.abc import Iterable, Iterator

from django.utils import timezone

from amd.publishing.models import Publication

from .asking import CannotPack, read_formats
from .contents import Contents
from .reasons import live_copy, why_not
from .zips import Member, zipped


def make_one(publication: Publication, formats: Iterable[str]) -> Iterator[bytes]:
    """The bytes of the ZIP, piece by piece, with one drawing in memory.

    Raises CannotPack at once where it may not be given, or not in these formats. Taken
    down on the way, it raises Changed: the download breaks off, and nobody can open it.
    """
    chosen = read_formats(formats)
    live = live_copy(publication.record_id)
    reason = why_not(live, publication.record_id)
    if live is None or reason:
        raise CannotPack(reason)
    return zipped(_members(live, chosen))


def _members(publication: Publication, formats: list[str]) -> Iterator[Member]:
    contents = Contents(formats, total=1, made_at=timezone.now())
    yield from contents.of(publication, place=1)
    yield from contents.front()
