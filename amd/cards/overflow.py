"""When nothing fits: which words are too long, and by how many characters."""

from dataclasses import replace

from amd.cards.compose import LONGEST_READ, fits
from amd.cards.content import Card

USUAL_LENGTHS = {
    "quote": 240,
    "body": 750,
    "headline": 80,
    "title": 120,
    "organisation": 120,
    "name": 80,
    "figure": 16,
    "figure_basis": 80,
    "working_with": 202,
    "service": 120,
    "kicker": 80,
}


def overflow(card: Card, format_name: str) -> tuple[str, int]:
    """The field to shorten, and by how many characters at its end.

    What is longer than it usually is comes first, then the longest.
    """
    lengths = {name: len(getattr(card.content, name)) for name in USUAL_LENGTHS}
    order = sorted(
        (name for name in lengths if lengths[name]),
        key=lambda name: (lengths[name] <= USUAL_LENGTHS[name], -lengths[name]),
    )
    for name in order:
        kept = _longest_start(card, format_name, name)
        if 0 < kept < lengths[name]:
            return name, lengths[name] - kept
    longest = order[0]
    return longest, max(1, lengths[longest] - USUAL_LENGTHS[longest])


def _longest_start(card: Card, format_name: str, name: str) -> int:
    """How many characters of this field fit, all else as it is."""
    text = getattr(card.content, name)
    low, high = 0, min(len(text), LONGEST_READ)
    while low < high:
        middle = (low + high + 1) // 2
        start = replace(card.content, **{name: text[:middle].rstrip()})
        if fits(replace(card, content=start), format_name):
            low = middle
        else:
            high = middle - 1
    return low
