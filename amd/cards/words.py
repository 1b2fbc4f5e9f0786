"""From typed words to set words: quotation marks, dashes and spaces that do not break."""

import re
import unicodedata
from functools import lru_cache

import regex

from amd.cards.bidi import starts_right

NBSP = "\N{NO-BREAK SPACE}"

_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Letters without a shape or a meaning on a card: soft hyphens and the like."""
_JOINED = r"[[\p{L}\p{M}\p{Extended_Pictographic}]--[\p{Latin}\p{Greek}\p{Cyrillic}]]"
_BEFORE = r"(?<![[\p{Emoji_Modifier}\ufe0f]||" + _JOINED + "])"
_VIRAMAS = "[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]"
_STRAY = regex.compile(
    rf"{_BEFORE}[\u200c\u200d]|(?<!{_VIRAMAS})[\u200c\u200d](?!{_JOINED})"
    r"|(?<!\p{Emoji})[\ufe0e\ufe0f]",
    regex.V1,
)
"""Joiners and selectors that steer nothing; in Persian or an emoji they do."""
_DIRECTED = re.compile("[\u061c\u200e\u200f]")
_GERSHAYIM = re.compile('(?<=[א-ת])"(?=[א-ת])')
_TITLES = (
    "Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Baron|Rev|Revd|"
    "Canon|Father|Sister|St"
)
_NO_UNIT = (
    "a|an|and|are|as|at|but|by|for|from|has|have|in|is|it|of|on|or|our|so|than|that|"
    "the|their|then|they|to|was|we|were|when|which|while|who|with"
)
_HONORIFIC = re.compile(rf"\b({_TITLES})(\.?) (?=\w)")
_UNIT = re.compile(rf"(\d%?) (?!(?:{_NO_UNIT})\b)(?=[a-z]{{1,9}}\b)")
_INITIAL = re.compile(r"\b([A-Z]\.) (?=[A-Z])")
_OPENS = re.compile(r"(^|[\s(\[{–—‘“/])[\"](?=\S)")
_SENTENCE = re.compile(
    r"(?<=[.!?…؟।۔])[”’)]* +(?=[\"“‘'(]?[^\W_])|(?<=[。！？])[」』”]*(?=\w)"
)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SHORT_OPENING = 40
_PAIRS = {"“": "”", "‘": "’", "”": "“", "«": "»", "„": "“"}


@lru_cache(maxsize=256)
def typeset(text: str) -> str:
    """The words as a typesetter writes them. No letter is changed, added or taken."""
    text = unicodedata.normalize("NFC", text.translate(_DROPPED))
    if not text.isascii():
        text = _STRAY.sub("", text)
        text = _GERSHAYIM.sub("״", text)
        if _DIRECTED.search(text) and not starts_right(_DIRECTED.sub("", text)):
            text = _DIRECTED.sub("", text)
    text = " ".join(re.split(r"[ \t\r\n\f\v\u2028\u2029]+", text)).strip()
    text = text.replace("...", "…")
    text = re.sub(r"(?<=\s)(?:--?|—)(?=\s)|--", "–", text)
    text = _curly(text)
    text = re.sub(r" (?=[–—](?: |$))", NBSP, text)
    text = _HONORIFIC.sub(rf"\1\2{NBSP}", text)
    text = _UNIT.sub(rf"\1{NBSP}", text)
    return _INITIAL.sub(rf"\1{NBSP}", text)


def spoken(text: str) -> str:
    """A quotation without its outer marks, inner ones single, ready to be quoted."""
    text = _stripped(typeset(text))
    return text.replace("“", "‘").replace("”", "’")


def quotation_marks(text: str) -> tuple[str, str]:
    """What opens and closes a quotation in the direction of these words."""
    if not starts_right(text):
        return "“", "”"
    hebrew = regex.search(r"\p{L}", text)
    return "”", "”" if hebrew and "א" <= hebrew.group() <= "ת" else "“"


def listed(*parts: str) -> str:
    """The parts that there are, with the comma of their script between."""
    given = [part for part in parts if part]
    first = regex.search(r"\p{L}", given[0]) if given else None
    arabic = first is not None and regex.match(r"\p{Arabic}", first.group())
    return ("، " if arabic else ", ").join(given)


def clean(text: str) -> str:
    """Without what no XML may hold: control characters, halves of characters."""
    return _NOT_XML.sub("", text)


def plain(text: str) -> str:
    """Set words with ordinary spaces, for alt text."""
    return text.replace(NBSP, " ")


def opening_words(text: str) -> str:
    """The first sentence of a text, whole, and the next ones while that is very short."""
    for found in _SENTENCE.finditer(text):
        before = text[: found.start()]
        abbreviated = re.search(
            rf"\b(?:{_TITLES}|No|vs|etc|e\.g|i\.e|[A-Z])\.$", before
        )
        if not abbreviated and len(before) >= _SHORT_OPENING:
            return text[: found.end()].rstrip()
    return text


def _curly(text: str) -> str:
    opening, closing = quotation_marks(text)
    text = _OPENS.sub(rf"\1{opening}", text)
    text = _OPENS.sub(rf"\1{opening}", text).replace('"', closing)
    return re.sub("'", lambda found: _single(text, found.start()), text)


def _single(text: str, at: int) -> str:
    """Opening only where it starts a word and a closing mark follows."""
    starts = at == 0 or text[at - 1] in " \t(“[–—\u00a0"
    follows = text[at + 1 : at + 2]
    closes = re.search(r"\w[.,!?]?'(?!\w)", text[at + 1 :])
    return "‘" if starts and follows.isalpha() and closes else "’"


def _stripped(text: str) -> str:
    """Without the outermost pair, if one pair holds the whole text."""
    while len(text) > 1 and _PAIRS.get(text[0]) == text[-1] and _is_outer(text):
        text = text[1:-1].strip()
    if text.count("”") == 2 and text[0] == text[-1] == "”":
        return text[1:-1].strip()
    return text


def _is_outer(text: str) -> bool:
    opening, closing = text[0], text[-1]
    depth = 0
    for at, char in enumerate(text[:-1]):
        inside_word = text[at + 1 : at + 2].isalpha() and text[at - 1 : at].isalpha()
        if char == opening:
            depth += 1
        elif char == closing and not inside_word:
            depth -= 1
            if depth == 0:
                return False
    return True
