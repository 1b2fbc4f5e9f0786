"""The words of a page as data for its template: runs in the order they are read."""

import re
from typing import Any

import regex

from amd.cards.bidi import starts_right
from amd.cards.compose import Composition, words_of
from amd.cards.content import Card
from amd.cards.fonts import EMOJI, HAN, LATIN, SOURCES
from amd.cards.layout import Theme
from amd.cards.runs import han_face, runs
from amd.cards.setting import SetText
from amd.cards.words import quotation_marks

POINTS = 72 / 150
"""In a pixel of the design."""
_CJK = {"japanese": "JP", "korean": "KR", "chinese": "SC"}
FAMILIES = {
    name: f"Noto Sans CJK {_CJK[name]}" if name in HAN else f"Noto Sans {name}"
    for name in SOURCES
} | {
    LATIN: "Source Sans 3",
    "noto": "Noto Sans",
    EMOJI: "Noto Emoji",
    "symbols": "Noto Sans Symbols",
}
_SIMPLE = regex.compile(
    r"[^\p{M}\p{Arabic}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]*", regex.V1
)
_UNWRITABLE = regex.compile(r"[\p{Cc}\p{Cs}\ufeff\ufffe\uffff]")
_URDU = re.compile("[ٹڈڑںےہھ]")
_PERSIAN = re.compile("[پچژگ]")
_LANGUAGES = {
    "Hebrew": "he",
    "Greek": "el",
    "Devanagari": "hi",
    "Bengali": "bn",
    "Gujarati": "gu",
    "Gurmukhi": "pa",
    "Tamil": "ta",
    "Telugu": "te",
    "Kannada": "kn",
    "Malayalam": "ml",
    "Oriya": "or",
    "Sinhala": "si",
    "Thai": "th",
    "Lao": "lo",
    "Khmer": "km",
    "Myanmar": "my",
    "Armenian": "hy",
    "Georgian": "ka",
    "Ethiopic": "am",
    "Hangul": "ko",
}
"""Of scripts that tell their language. Cyrillic and Latin do not, Arabic nearly."""


def set_texts(card: Card, found: Composition, theme: Theme) -> list[dict[str, Any]]:
    """Every block of words, with its place and look."""
    words = words_of(card.content, found.layout, found.left_out)
    han = han_face(words.values())
    blocks = [(text, words.get(text.slot, "")) for text in found.texts]
    blocks += [(text, "") for text in found.foot]
    return [_block(text, whole, han, theme) for text, whole in blocks]


def writable(text: str) -> str:
    """Without what a PDF may not hold: control characters, marks of byte order."""
    return _UNWRITABLE.sub("", text)


def has_signs(blocks: list[dict[str, Any]]) -> bool:
    """Whether some letters are more than one glyph, such as those of Arabic."""
    return any(
        not _SIMPLE.fullmatch(run[0])
        for block in blocks
        for line in block["lines"]
        for run in line
    )


def language(text: str) -> str:
    """What a script tells of the language, for a voice that reads; else English."""
    first = regex.search(r"\p{L}", text)
    if first is None or first.group().isascii():
        return "en"
    if regex.match(r"\p{Arabic}", first.group()):
        if _URDU.search(text):
            return "ur"
        return "fa" if _PERSIAN.search(text) else "ar"
    if regex.search(r"[\p{Hiragana}\p{Katakana}]", text):
        return "ja"
    if regex.match(r"\p{Han}", first.group()):
        return "zh"
    for script, code in _LANGUAGES.items():
        if regex.match(rf"\p{{{script}}}", first.group()):
            return code
    return "en"


def _block(text: SetText, whole: str, han: str, theme: Theme) -> dict[str, Any]:
    first, lines = text.lines[0], text.lines
    hang = text.hung_width
    edge = first.x + first.width + hang if text.mirrored else first.x - hang
    step = lines[1].baseline - first.baseline if len(lines) > 1 else text.size
    said = " ".join(line.text for line in lines)
    code = language(said)
    return {
        "slot": text.slot,
        "x": _points(edge),
        "y": _points(first.baseline),
        "step": _points(step),
        "size": _points(text.size),
        "weight": text.weight,
        "fill": getattr(theme, text.tone),
        "mirrored": text.mirrored,
        "rtl": starts_right(said),
        "lang": code,
        "region": "GB" if code == "en" else None,
        "hung": text.hung,
        "hang": _points(hang),
        "lines": [
            _runs(line, text, han)
            for line in _spaced(
                [writable(line.text) for line in lines], whole, text.hung
            )
        ],
    }


def _spaced(lines: list[str], whole: str, hung: str) -> list[str]:
    """Each line with the space that ended it, so that words stay apart when read."""
    closing = quotation_marks(whole)[1] if hung else ""
    rest, found = whole + closing if whole else " ".join(lines), []
    for line in lines:
        rest = rest.lstrip(" ")
        taken = line if rest.startswith(line) else line[:-1]
        rest = rest[len(taken) :]
        found.append(line + (" " if rest.startswith(" ") else ""))
    return found


def _runs(line: str, text: SetText, han: str) -> list[list[Any]]:
    """The line in pieces of one face; the first face's need no more than their words."""
    found: list[list[Any]] = []
    for run in runs(line, text.weight, han):
        if run.face == LATIN:
            found.append([run.text])
            continue
        source = SOURCES[run.face]
        weight = text.weight - (source.lighter if text.weight > 500 else 0)
        size = _points(text.size * source.scale)
        found.append([run.text, FAMILIES[run.face], weight, size])
    return found


def _points(pixels: float) -> float:
    return round(pixels * POINTS, 3)
