"""Whether the words for the card are the champion's own words, part by part."""

import re
from collections.abc import Iterator

CUT = "[…]"
_CUT = re.compile(r"\[\s*(?:…|\.\.\.|\.\s\.\s\.)\s*\]")
# Written in many ways, and said the same.
_PLAIN = str.maketrans("‘’‚‛“”„‟«»–—‐‑", "''''" + '"' * 6 + "----")
# A part may end, or begin, where the sentence in the quote goes on.
_EDGES = " .,;:!?-\"'"


def has_cuts(extract: str) -> bool:
    return _CUT.search(extract) is not None


def problems_of(extract: str, quote: str) -> Iterator[str]:
    """One sentence for each part that does not stand in the quote, in its order."""
    whole, begin = _plain(quote), 0
    for part in _CUT.split(extract):
        words = _plain(part).strip(_EDGES)
        if not words:
            continue
        found = whole.find(words, begin)
        if found >= 0:
            begin = found + len(words)
        elif words in whole:
            yield f"Keep the order of the endorsement: “{_begin_of(part)}” stands earlier in it"
        else:
            yield f"Use words of the endorsement only: “{_begin_of(part)}” is not in it"


def _plain(text: str) -> str:
    """One kind of quotation mark, dash and space, and no capitals."""
    return " ".join(text.translate(_PLAIN).casefold().split())


def _begin_of(part: str) -> str:
    """Enough of it to find it again."""
    words = part.split()
    return " ".join(words[:6]) + ("…" if len(words) > 6 else "")
