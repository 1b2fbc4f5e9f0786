"""Which way each letter runs, and in which order the runs of a line stand (UAX #9)."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeVar

from bidi import algorithm

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_PAIRS = dict(zip("([{⟨（［｛「『【《〈", ")]}⟩）］｝」』】》〉", strict=True))
_CLOSING = frozenset(_PAIRS.values())
_DEEPEST = 63
"""Brackets within brackets that the rules follow (BD16)."""
_RIGHT = ("R", "AL", "EN", "AN")
_Item = TypeVar("_Item")


def starts_right(text: str) -> bool:
    """Whether a paragraph runs from right to left: its first strong letter says so."""
    if not _RIGHT_TO_LEFT.search(text):
        return False
    kinds = map(unicodedata.bidirectional, text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


@lru_cache(maxsize=128)
def levels(text: str) -> bytes:
    """The embedding level of each letter of a paragraph: odd runs from right to left."""
    if not _RIGHT_TO_LEFT.search(text):
        return bytes(len(text))
    base = int(starts_right(text))
    seen = [unicodedata.bidirectional(char) != "BN" for char in text]
    resolved = iter(_resolved("".join(c for c, s in zip(text, seen, strict=True) if s)))
    found, level = bytearray(), base
    for is_seen in seen:
        level = next(resolved) if is_seen else level
        found.append(level)
    return bytes(found)


def in_visual_order(
    items: Sequence[_Item], item_levels: Sequence[int]
) -> tuple[_Item, ...]:
    """Rule L2: from the highest level to the lowest odd one, each stretch reversed."""
    order = list(range(len(items)))
    for level in range(max(item_levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and item_levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return tuple(items[at] for at in order)


def _resolved(text: str) -> list[int]:
    base = int(starts_right(text))
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], base)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return [char["level"] for char in storage["chars"]]


def _resolve_brackets(chars: list[dict[str, Any]], base: int) -> None:
    """Rule N0: both halves of a pair run the way of the words that they hold."""
    ours = "LR"[base]
    for opening, closing in _bracket_pairs(chars):
        inside = {_strong(char["type"]) for char in chars[opening + 1 : closing]}
        if ours in inside:
            chosen = ours
        elif inside & {"L", "R"}:
            before = [_strong(char["type"]) for char in chars[:opening]]
            chosen = next((kind for kind in reversed(before) if kind), ours)
        else:
            continue
        chars[opening]["type"] = chars[closing]["type"] = chosen


def _bracket_pairs(chars: list[dict[str, Any]]) -> list[tuple[int, int]]:
    waiting: list[int] = []
    found = []
    for at, char in enumerate(chars):
        if char["ch"] in _PAIRS:
            if len(waiting) == _DEEPEST:
                break
            waiting.append(at)
        elif char["ch"] in _CLOSING:
            for depth in range(len(waiting) - 1, -1, -1):
                if _PAIRS[chars[waiting[depth]]["ch"]] == char["ch"]:
                    found.append((waiting[depth], at))
                    del waiting[depth:]
                    break
    return sorted(found)


def _strong(kind: str) -> str:
    """L, R, or nothing for a letter that takes its direction from others."""
    return "R" if kind in _RIGHT else kind if kind == "L" else ""
