"""Text in runs: letters that one face draws in one direction, in the order they stand."""

import itertools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import regex

from amd.cards.bidi import in_visual_order, levels
from amd.cards.fonts import ARIAL, EMOJI, HAN, LATIN, coverage, face, face_for

MEASURE_PX = 200
UNDRAWN = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"
"""Letters without a shape, which steer those beside them."""
_UNDRAWN = frozenset(UNDRAWN) | frozenset(map(chr, range(0xE0020, 0xE0080)))
_CLUSTER = regex.compile(r"\X")
_PICTURE = regex.compile(
    r"\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|.\ufe0f?\u20e3"
)
_USUAL = re.compile("[ -~\u00a1-\u017f‘’“”–—…\u00a0]*")
"""What most texts are made of, told ten times as fast."""
_KANA = re.compile("[\u3041-\u30ff\uff66-\uff9f]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_LENT = ("Mn", "Mc", "Po")
_MIXED = (LATIN, "noto", EMOJI, "symbols", *HAN)
"""Faces that lend no punctuation to the words before it."""


@dataclass(frozen=True)
class Run:
    """Letters that one face draws in one direction."""

    text: str
    weight: int
    face: str = LATIN
    right_to_left: bool = False

    @property
    def direction(self) -> str | None:
        """What Raqm is told; the first face's letters all run one way."""
        if self.face == LATIN and not self.right_to_left:
            return None
        return "rtl" if self.right_to_left else "ltr"


def is_latin(text: str) -> bool:
    """Whether the first face draws all of it, from left to right: most texts."""
    if text.isascii() and text.isprintable():
        return True
    return bool(_USUAL.fullmatch(text)) or coverage().issuperset(text)


def clusters(text: str) -> list[str]:
    """What a reader sees as one letter: a base with all its marks, an emoji."""
    return _CLUSTER.findall(text)


def han_face(texts: Iterable[str]) -> str:
    """How Chinese characters are drawn on a card with these texts."""
    whole = "".join(texts)
    if _KANA.search(whole):
        return "japanese"
    return "korean" if _HANGUL.search(whole) else "chinese"


def runs(text: str, weight: int, han: str = "chinese") -> tuple[Run, ...]:
    """The text in pieces of one face, in the order of its letters."""
    if is_latin(text):
        return (Run(text, weight),)
    return tuple(run for run, _ in _levelled(text, levels(text), weight, han))


def line_runs(
    lines: tuple[str, ...], weight: int, han: str
) -> tuple[tuple[Run, ...], ...]:
    """The runs of each line of a paragraph, in the order in which they stand."""
    whole = " ".join(lines)
    if is_latin(whole):
        return tuple((Run(line, weight),) for line in lines)
    found, at = [], 0
    of_all = levels(whole)
    for line in lines:
        pairs = _levelled(line, of_all[at : at + len(line)], weight, han)
        found.append(in_visual_order([run for run, _ in pairs], [n for _, n in pairs]))
        at += len(line) + 1
    return tuple(found)


def _levelled(
    text: str, of_letters: bytes, weight: int, han: str
) -> list[tuple[Run, int]]:
    """Runs with their levels, in the order of the letters."""
    if not any(of_letters) and is_latin(text):
        return [(Run(text, weight), 0)]
    found: list[tuple[str, str, int]] = []
    at, before = 0, LATIN
    for cluster in clusters(text):
        before = _face_of(cluster, before, han)
        alone = before == EMOJI and of_letters[at] % 2
        found.append((before, "" if not alone else str(at), of_letters[at]))
        at += len(cluster)
    pairs = zip(clusters(text), found, strict=True)
    return [
        (
            Run(
                "".join(c for c, _ in group), weight, name, bool(level % 2 and not key)
            ),
            level,
        )
        for (name, key, level), group in itertools.groupby(pairs, lambda pair: pair[1])
    ]


def _face_of(cluster: str, before: str, han: str) -> str:
    """The first face with all its letters; the words' own for their punctuation."""
    letters = frozenset(cluster) - _UNDRAWN
    if not letters:
        return before
    if _PICTURE.match(cluster) and letters <= coverage(EMOJI):
        return EMOJI
    own = unicodedata.category(cluster[0]) in _LENT and before not in _MIXED
    found = face_for(letters, before if own else LATIN) or LATIN
    return han if found in HAN else found


def undrawable(text: str) -> list[str]:
    """The letters of a text that no face can draw with those that they stand on."""
    if is_latin(text):
        return []
    found: list[str] = []
    for cluster in dict.fromkeys(clusters(text)):
        letters = frozenset(cluster) - _UNDRAWN
        if letters and face_for(letters) is None:
            lone = [char for char in cluster if char in letters]
            absent = [char for char in lone if face_for(frozenset(char)) is None]
            found.extend(absent or lone[1:])
    return list(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def run_width(run: Run) -> float:
    """In ems, so that it serves every size."""
    font = face(run.weight, MEASURE_PX, run.face)
    # A program that sets text in Arial need not kern it: no line may count on it.
    features = ["-kern"] if run.weight > ARIAL else None
    width = font.getlength(run.text, direction=run.direction, features=features)
    return width / MEASURE_PX


@lru_cache(maxsize=4096)
def reach(run: Run) -> tuple[float, float]:
    """How far its ink goes above and below the baseline, in ems."""
    font = face(run.weight, MEASURE_PX, run.face)
    box = font.getbbox(run.text, direction=run.direction, anchor="ls")
    return -box[1] / MEASURE_PX, box[3] / MEASURE_PX
