"""Lines as PowerPoint breaks them, each as full as it goes, and how to even them."""

from amd.cards.text import Token

_SAFE = 0.985
"""A program may find letters so much wider and still break the same lines."""
_STEPS = 24


def filled(words: tuple[Token, ...], limit: float) -> list[float]:
    """The widths of the lines, in ems, when each takes all the words it can."""
    lines, used, space = [], 0.0, 0.0
    for word in words:
        if used and used + space + word.width > limit:
            lines.append(used)
            used, space = 0.0, 0.0
        used += space + word.width
        space = word.space
    return [*lines, used]


def evenest(words: tuple[Token, ...], limit: float) -> float:
    """The narrower limit that makes as many lines, and more even ones."""
    count = len(filled(words, limit))
    widest = max(word.width for word in words)
    chosen, least = limit, _unevenness(filled(words, limit))
    for step in range(1, _STEPS):
        tried = limit * (1 - step / (2 * _STEPS))
        lines = filled(words, tried * _SAFE)
        if len(lines) > count or widest > tried * _SAFE:
            break
        if len(filled(words, tried)) == count:
            uneven = max(_unevenness(lines), _unevenness(filled(words, tried)))
            if uneven < least:
                chosen, least = tried, uneven
    return chosen


def _unevenness(lines: list[float]) -> float:
    """How far the lines stay behind the longest; a lone last word counts most."""
    longest = max(lines)
    short = [(longest - width) / longest for width in lines]
    return sum(each * each for each in short) + 2 * max(0, short[-1] - 0.6)
