"""What is in a pack: each record's drawings and words, then README and manifest."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from amd.cards import FORMATS, CardError
from amd.publishing.drawing import drawn
from amd.publishing.models import Publication
from amd.records.models import Record

from . import names, texts
from .entries import Entry, LeftOut
from .manifest import manifest
from .readme import readme
from .reasons import LOST_PICTURE, NOT_DRAWN
from .zips import Member

# PNG is sharp; Instagram takes nothing but JPEG.
PICTURE_ENDINGS = ("png", "jpg")


class Changed(Exception):
    """A record that was in the pack already may not be given any more."""


@dataclass
class Contents:
    """Gives the members of a ZIP one after the other, and keeps what they tell of."""

    formats: list[str]
    total: int
    made_at: datetime
    entries: list[Entry] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def of(self, publication: Publication, place: int) -> Iterator[Member]:
        """The folder of one record, with one drawing in memory; Changed if it goes.

        Nothing of a record that cannot be drawn: it is left out, with the reason.
        """
        entry = Entry(publication, place, self.total)
        drawings = Drawings(entry)
        for format_name in self.formats:
            yield from drawings.of(format_name)
        if not entry.drawn:
            reason = LOST_PICTURE if drawings.lost_a_picture else NOT_DRAWN
            self.leave_out(publication.record, reason)
            return
        self.entries.append(entry)
        for name, text in _words(entry):
            yield _member(entry, name, text.encode())

    def leave_out(self, record: Record, reason: str) -> None:
        self.left_out.append(LeftOut(record, reason))

    def front(self) -> Iterator[Member]:
        """What lies beside the folders: made last, for only now is all of it known."""
        yield Member(names.README, readme(self).encode(), self.made_at)
        yield Member(names.MANIFEST, manifest(self).encode(), self.made_at)


@dataclass
class Drawings:
    """Draws one record, format by format."""

    entry: Entry
    lost_a_picture: bool = False

    def of(self, format_name: str) -> Iterator[Member]:
        publication = self.entry.publication
        for ext in endings_of(format_name):
            data = self._drawn(format_name, ext)
            if not data:
                self.entry.refused.append(FORMATS[format_name])
                return
            name = names.drawing_name(publication, format_name, ext)
            member = _member(self.entry, name, data)
            self.entry.add(member.name, format_name, ext, len(data))
            yield member

    def _drawn(self, format_name: str, ext: str) -> bytes:
        """Nothing where it cannot be drawn, or not with all of its pictures."""
        try:
            drawing = drawn(self.entry.publication, format_name, ext)
        except CardError:
            return b""
        if drawing is None:
            raise Changed(str(self.entry.publication))
        if not drawing.is_whole:
            self.lost_a_picture = True
            return b""
        return drawing.data


def endings_of(format_name: str) -> tuple[str, ...]:
    """Of the files that a pack has of this format."""
    shown = FORMATS[format_name]
    return shown.kinds if shown.is_document else PICTURE_ENDINGS


def _words(entry: Entry) -> Iterator[tuple[str, str]]:
    publication = entry.publication
    yield names.ALT, texts.alt_file(entry.short_alt, publication.alt_text)
    for post in entry.posts:
        yield names.post_name(post.network.key), post.text
    yield names.TERMS, texts.terms_of(entry)
    yield names.RECORD, texts.record_json(publication)


def _member(entry: Entry, name: str, data: bytes) -> Member:
    return Member(f"{entry.folder}/{name}", data, entry.publication.published_at)
