"""Measuring, wrapping and balancing: all arithmetic on widths, nothing is drawn."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from amd.cards.breaks import may_break
from amd.cards.runs import Run, clusters, is_latin, reach, run_width, runs
from amd.cards.setting import ASCENT, DESCENT

__all__ = ["Broken", "Run", "Token", "break_lines", "runs", "tokens", "width_em"]

_HYPHENS = re.compile(r"(?<=\w\w[-‐])(?=\w\w)|(?<=\w[/—])(?=\w)")
_HIRAGANA = re.compile("[\u3041-\u309f]")
_KATAKANA = re.compile("[\u30a0-\u30ff]")
_SHORT_WORD = 4
"""Chinese letters between spaces that are one word, in an English text or a name."""
_OPENS = re.compile(r"[(\[（「『][^)\]）」』]*$")
"""A bracket that the next word closes."""
_FORCED = 0.72
"""Of the widest line, for a part of a word that is cut: all words may be larger."""
_SHORT_ENDING = 6
"""Letters of a last word that would be lonely on a line of its own."""
_WEAK_ENDINGS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "and",
        "or",
        "but",
        "i",
        "is",
        "as",
        "we",
    ]
)


class Token(NamedTuple):
    """Letters that stay together. Widths are in ems, so they serve every size."""

    text: str
    width: float
    space: float
    """Width of the space that follows, when the line goes on."""
    hyphen: float = 0
    """Width of the hyphen that a break here needs."""
    cost: float = 0


@lru_cache(maxsize=8192)
def width_em(text: str, weight: int) -> float:
    return sum(run_width(run) for run in runs(text, weight))


@lru_cache(maxsize=512)
def reach_em(text: str, weight: int) -> tuple[float, float]:
    """How far these words go above and below their baseline: some scripts are tall."""
    if is_latin(text):
        return ASCENT, DESCENT
    found = [reach(run) for run in runs(text, weight)]
    return (
        max(ASCENT, *(above for above, _ in found)),
        max(DESCENT, *(below for _, below in found)),
    )


@lru_cache(maxsize=256)
def tokens(
    text: str, weight: int, limit_em: float, hyphens: bool = True
) -> tuple[Token, ...]:
    """Words, cut at their own hyphens; what is wider than `limit_em` is cut by force.

    Without `hyphens` a word is cut at its hyphen only when it is too wide.
    """
    space = width_em(" ", weight)
    found: list[Token] = []
    japanese = bool(_HIRAGANA.search(text))
    for word in text.split(" "):
        if not word:
            continue
        whole = not hyphens and len(word) < 60 and width_em(word, weight) <= limit_em
        for piece in [word] if whole else _HYPHENS.split(word):
            parts = _parts(piece)
            for part, after in zip(parts, [*parts[1:], ""], strict=True):
                cost = _within(part, after, japanese=japanese)
                found.extend(_forced(part, weight, limit_em, cost))
        found[-1] = Token(found[-1].text, found[-1].width, space, 0, _ending(word))
    return tuple(found)


def _parts(piece: str) -> list[str]:
    """Chinese and Japanese break between characters; other words stay whole."""
    if len(piece) <= _SHORT_WORD or is_latin(piece):
        return [piece]
    found = [""]
    for cluster in clusters(piece):
        if found[-1] and may_break(found[-1][-1], cluster[0]):
            found.append("")
        found[-1] += cluster
    return found


def _forced(piece: str, weight: int, limit_em: float, cost: float) -> list[Token]:
    """One token, or as many as it takes, each with a hyphen should the line end there."""
    if len(piece) < 60 and width_em(piece, weight) <= limit_em:
        return [Token(piece, width_em(piece, weight), 0, 0, cost)]
    hyphen = width_em("-", weight)
    letters_em = [
        (cluster, width_em(cluster, weight) if len(cluster) < 8 else limit_em)
        for cluster in clusters(piece)
    ]
    whole = sum(step for _, step in letters_em)
    even = whole / max(1, math.ceil(whole / (limit_em * _FORCED)))
    found: list[Token] = []
    letters, width = "", 0.0
    for cluster, step in letters_em:
        if letters and (width + step / 2 > even or width + step + hyphen > limit_em):
            mark = hyphen if _is_cased(letters[-1]) and _is_cased(cluster[0]) else 0
            found.append(Token(letters, width, 0, mark, 0.6))
            letters, width = "", 0.0
        letters += cluster
        width += step
    found.append(Token(letters, width, 0, 0, 0.12))
    return found


def _is_cased(letter: str) -> bool:
    """Whether its script has capitals; those that do write a hyphen at a break."""
    return letter.lower() != letter.upper()


def _within(piece: str, after: str, *, japanese: bool) -> float:
    """What it costs to end a line inside a word, or between two characters."""
    if piece[-1:] in ("。", "！", "？", "；"):
        return 0
    if piece[-1:] in ("，", "、", "："):
        return 0.01
    if is_latin(piece):
        return 0.12
    return _within_japanese(piece[-1], after[0]) if japanese and after else 0.03


def _within_japanese(last: str, first: str) -> float:
    """A phrase of Japanese ends with hiragana, so the next does not start with any."""
    if _HIRAGANA.match(first) or (_KATAKANA.match(first) and _KATAKANA.match(last)):
        return 0.15
    return 0.015 if _HIRAGANA.match(last) else 0.13


def _ending(word: str) -> float:
    """What it costs to end a line with this word: sense ends at a stop, not at "the"."""
    bare = word.rstrip("”’)")
    if bare[-1:] in (".", "!", "?", "…", ":", ";", "؟", "؛", "।", "۔", "。"):
        return 0
    if bare[-1:] in (",", "–", "—", "،", "，", "、"):
        return 0.01
    if _OPENS.search(word):
        return 0.1
    weak = len(word) == 1 or word.lower() in _WEAK_ENDINGS
    return 0.055 if weak else 0.03


def line_count(words: tuple[Token, ...], limit_em: float) -> int:
    """How few lines of this width hold the words; 0 if one is too wide for any."""
    count, used, space = 1, 0.0, 0.0
    for word in words:
        if used and used + space + word.width + word.hyphen > limit_em:
            count, used = count + 1, word.width
        else:
            used += space + word.width
        if word.width + word.hyphen > limit_em:
            return 0
        space = word.space
    return count


@dataclass(frozen=True)
class Broken:
    """Lines, and what is wrong with them: 0 is even lines that end at stops."""

    lines: tuple[str, ...]
    flaw: float


@lru_cache(maxsize=64)
def break_lines(
    words: tuple[Token, ...], limit_em: float, *, ragged: bool = False
) -> Broken:
    """The fewest lines, and among those the evenest, by dynamic programming.

    `ragged` fills each line and lets the last be shorter, as running text does.
    The fewer the words, the more it counts where the sense is cut.
    """
    count = line_count(words, limit_em)
    if count < 2:
        return Broken((_joined(words),), 0)
    total = sum(word.width + word.space for word in words)
    target = limit_em if ragged else total / count
    weight = min(5.0, max(1.0, 32 / len(words)))
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        last = end == len(words)
        ending = 0.0 if last else words[end - 1].cost * weight
        best.append(_best_start(words, end, limit_em, target, best, ragged, ending))
    cuts, end = [], len(words)
    while end:
        cuts.append((best[end][1], end))
        end = best[end][1]
    lines = tuple(_joined(words[start:stop]) for start, stop in reversed(cuts))
    return Broken(lines, (best[-1][0] - 1000 * len(lines)) / len(lines))


def _best_start(
    words: tuple[Token, ...],
    end: int,
    limit_em: float,
    target: float,
    best: list[tuple[float, int]],
    ragged: bool,
    ending: float,
) -> tuple[float, int]:
    """The cheapest way to end a line at `end`: its cost, and where that line starts."""
    last = end == len(words)
    width = words[end - 1].width + words[end - 1].hyphen
    chosen, least = end - 1, math.inf
    for start in range(end - 1, -1, -1):
        if start < end - 1:
            word = words[start]
            width += word.width + word.space
            if width > limit_em:
                break
        cost = best[start][0] + 1000 + ending + _line_cost(width, target, last, ragged)
        if last and end - start == 1 and _is_lonely(words, width / target):
            cost += 1
        if cost <= least:
            chosen, least = start, cost
    return least, chosen


def _is_lonely(words: tuple[Token, ...], share: float) -> bool:
    """Whether the last word, so wide a share of a line, would look left over.

    Beside few other words it may be a sentence of its own.
    """
    letters = sum(map(str.isalnum, words[-1].text))
    told_apart = len(words) < 6 and words[-2].cost == 0 and share > 0.3
    return share < 0.45 or (letters <= _SHORT_ENDING and share < 0.8 and not told_apart)


def _line_cost(width: float, target: float, last: bool, ragged: bool) -> float:
    short = (target - width) / target
    if last and ragged:
        return 0.3 * max(0.0, short - 0.7) ** 2
    return 1.4 * short * short * (0.6 if last and short > 0 else 1)


def _joined(words: tuple[Token, ...]) -> str:
    parts = [word.text + (" " if word.space else "") for word in words[:-1]]
    final = words[-1]
    return "".join(parts) + final.text + ("-" if final.hyphen else "")
