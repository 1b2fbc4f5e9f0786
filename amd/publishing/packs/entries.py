"""What README and manifest tell of each record of a pack: in it, or left out."""

from dataclasses import dataclass, field
from functools import cached_property

from amd.cards import FORMATS, Format, short_alt_text
from amd.publishing.addresses import absolute
from amd.publishing.cards import card_in_words
from amd.publishing.models import Publication
from amd.publishing.post_texts import Post, post_texts
from amd.records.models import Record

from .names import folder_name


@dataclass(frozen=True)
class Drawn:
    """One drawn file: its path in the ZIP and its size."""

    name: str
    format: Format
    ext: str
    bytes: int

    @property
    def size(self) -> str:
        return self.format.size


@dataclass
class Entry:
    """A record that is in the pack; its files are added as they are drawn."""

    publication: Publication
    place: int
    total: int
    drawn: list[Drawn] = field(default_factory=list)
    refused: list[Format] = field(default_factory=list)

    @property
    def folder(self) -> str:
        return folder_name(self.publication, self.place, self.total)

    @property
    def page(self) -> str:
        return absolute(self.publication.get_absolute_url())

    @property
    def called(self) -> str:
        """Endorsement 7F3K-2Q."""
        return str(self.publication)

    @cached_property
    def posts(self) -> list[Post]:
        """Fitted once: told in files of their own and in README."""
        return post_texts(self.publication)

    @cached_property
    def short_alt(self) -> str:
        return short_alt_text(card_in_words(self.publication))

    @property
    def formats(self) -> list[str]:
        return list(dict.fromkeys(each.format.name for each in self.drawn))

    @property
    def not_drawn(self) -> str:
        """A sentence about the formats in which it could not be drawn, if any."""
        names = [each.label for each in self.refused]
        return f"Not in {', '.join(names)}: it cannot be drawn well." if names else ""

    def add(self, name: str, format_name: str, ext: str, size: int) -> None:
        self.drawn.append(Drawn(name, FORMATS[format_name], ext, size))


@dataclass(frozen=True)
class LeftOut:
    """A record that is not in the pack: by its reference alone, and why."""

    record: Record
    reason: str

    @property
    def called(self) -> str:
        return str(self.record)
