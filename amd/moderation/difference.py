"""What changed between two versions of some texts, word by word; knows no models."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

# A word with the spaces after it, so that the parts together are the text again.
WORD = re.compile(r"\S+\s*|^\s+")
Kind = Literal["kept", "removed", "added"]


@dataclass(frozen=True)
class Segment:
    """Some words in a row, with one fate."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Change:
    """One text that is not as it was: `name` is its field's."""

    name: str
    segments: tuple[Segment, ...]

    @property
    def is_only_space(self) -> bool:
        """Every word is the same: line breaks or spaces are not."""
        return all(segment.kind == "kept" for segment in self.segments)


def difference(before: Mapping[str, str], now: Mapping[str, str]) -> list[Change]:
    """The texts that differ, in the order of `now`; a missing one is an empty one."""
    names = [*now, *(name for name in before if name not in now)]
    pairs = ((name, before.get(name, ""), now.get(name, "")) for name in names)
    return [
        Change(name, compare(was, text)) for name, was, text in pairs if was != text
    ]


def compare(before: str, now: str) -> tuple[Segment, ...]:
    """The way from one text to the other; the added and kept parts make the newer."""
    old, new = WORD.findall(before), WORD.findall(now)
    return tuple(_segments(old, new))


def _segments(old: list[str], new: list[str]) -> Iterator[Segment]:
    # In 200 words and more, those that come again and again are no landmarks: without
    # this, a thousand times the same word takes seconds.
    matcher = SequenceMatcher(
        None, [word.strip() for word in old], [word.strip() for word in new]
    )
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            yield Segment("kept", "".join(new[new_from:new_to]))
            continue
        if old_to > old_from:
            yield Segment("removed", "".join(old[old_from:old_to]))
        if new_to > new_from:
            yield Segment("added", "".join(new[new_from:new_to]))
