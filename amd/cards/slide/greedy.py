"""Lines as PowerPoint breaks them, each as full as it goes, and how to even them."""

from collections.abc import Sequence

from amd.cards.text import Token, tokens
from amd.cards.words import NBSP

_SAFE = 0.985
"""A program may find letters so much wider and still break the same lines."""
_LOOSE = 1.04
"""Or so much narrower, by kerning and without the hair that we add."""
_PROGRAMS = (_SAFE, 1, 1.02, _LOOSE)
_STEPS = 24
_MOST_HELD = 2
_FEW_WORDS = 30
"""Up to which it is worth holding words together that read badly apart."""


def filled(words: Sequence[Token], limit: float) -> list[list[Token]]:
    """The lines when each takes all the words it can."""
    lines: list[list[Token]] = [[]]
    for word in words:
        if lines[-1] and _width([*lines[-1], word]) > limit:
            lines.append([])
        lines[-1].append(word)
    return lines


def evenest(words: Sequence[Token], limit: float) -> float:
    """The narrower limit that makes as many lines, and more even ones."""
    chosen, least = limit, _worst(words, limit)
    count, widest = len(filled(words, limit)), max(word.width for word in words)
    for step in range(1, _STEPS):
        tried = limit * (1 - step / (2 * _STEPS))
        if widest > tried * _SAFE or len(filled(words, tried * _SAFE)) > count:
            break
        uneven = _worst(words, tried)
        if uneven < least:
            chosen, least = tried, uneven
    return chosen


def held(text: str, lines: Sequence[str], weight: int, limit: float) -> str:
    """The text with spaces that do not break where a full line would end too late.

    `lines` is how it reads best; a few words are worth it, a long text finds its way.
    """
    if text != " ".join(lines) or text.count(" ") >= _FEW_WORDS:
        return text
    found, rest = [], text
    for line in lines[:-1]:
        head, rest = rest[: len(line)], rest[len(line) + 1 :]
        first = filled(tokens(f"{head} {rest}", weight, limit), limit * _LOOSE)[0]
        pulled = len(first) - len(tokens(head, weight, limit))
        if 0 < pulled <= _MOST_HELD:
            rest = rest.replace(" ", NBSP, pulled)
        found.append(head)
    return " ".join([*found, rest])


def _worst(words: Sequence[Token], limit: float) -> float:
    """How uneven the lines are in the program that breaks them worst."""
    return max(_unevenness(filled(words, limit * wider)) for wider in _PROGRAMS)


def _unevenness(lines: Sequence[Sequence[Token]]) -> float:
    """How far the lines stay behind the longest; a lone last word counts most."""
    widths = [_width(line) for line in lines]
    short = [(max(widths) - width) / max(widths) for width in widths]
    return sum(each * each for each in short) + 2 * max(0, short[-1] - 0.6)


def _width(line: Sequence[Token]) -> float:
    return sum(word.width + word.space for word in line) - line[-1].space
