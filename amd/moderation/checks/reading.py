"""What the checks read of a record: everything public in it that somebody wrote."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from amd.consent.models import Use
from amd.moderation.patients import Seen, folded, seen_in
from amd.pictures.models import Picture
from amd.records.models import Record

# Chosen from a list, or an address that stands apart: nobody wrote them as words.
NOT_WORDS = {"attribution", "figure_basis", "source_url", "capacity"}
# Proper names and titles, which no sentence of ours can explain.
NAMES = {
    "name",
    "title",
    "organisation_name",
    "service_name",
    "quoted_name",
    "quoted_title",
    "quoted_organisation",
    "author_name",
    "contributor_title",
    "picture_credit",
}
NAMED = "named"


@dataclass(frozen=True)
class Reading:
    """The words of a story by field, saved or not, and its picture.

    `uses` are those agreed to, or None while that is not known: then all is read.
    """

    story: Record
    texts: dict[str, str]
    picture: Picture | None
    uses: frozenset[str] | None = None

    @cached_property
    def words(self) -> list[tuple[str, str]]:
        """(field, text) of everything written that the public would read, folded."""
        return [
            (name, folded(text))
            for name, text in self.texts.items()
            if text and name not in NOT_WORDS
        ]

    @property
    def prose(self) -> Iterator[tuple[str, str]]:
        """The same without names and titles."""
        return (each for each in self.words if each[0] not in NAMES)

    @cached_property
    def seen(self) -> list[tuple[str, str, Seen]]:
        """(field, text, what may point at somebody), each once, where it stands first."""
        once: dict[Seen, tuple[str, str, Seen]] = {}
        for field, text in self.words:
            for seen in seen_in(text, names=self.names):
                once.setdefault(seen, (field, text, seen))
        return list(once.values())

    def shows(self, use: Use) -> bool:
        return self.uses is None or use in self.uses

    @property
    def is_quoted_by_name(self) -> bool:
        """An endorsement always is: it has no way to be quoted otherwise."""
        is_named = self.texts.get("attribution", NAMED) == NAMED
        return is_named and self.shows(Use.NAME)

    @property
    def names(self) -> list[str]:
        """Of people who are named with their own agreement, and of the author."""
        quoted = ("name", "quoted_name") if self.is_quoted_by_name else ()
        named = [self.texts.get(each, "") for each in quoted]
        return [name for name in (*named, self.story.author_name) if name]


def read(story: Any, uses: frozenset[str] | None = None) -> Reading:
    """Asks nothing where the picture was fetched with the story."""
    texts: dict[str, str] = {}
    for signed in story.words():
        texts |= signed.texts
    picture = getattr(story, "photo", None) or getattr(story, "picture", None)
    if picture and (uses is None or Use.PHOTO in uses):
        texts |= {"picture_alt": picture.alt_text, "picture_credit": picture.credit}
    else:
        picture = None
    return Reading(story, texts, picture, uses)
