"""How a text is marked for PowerPoint: its language, and a face for its scripts."""

from dataclasses import dataclass

import regex

from amd.cards.page_text import language

ARIAL_FACE = "Arial"
_COUNTRIES = {
    "en": "GB",
    "ar": "SA",
    "ur": "PK",
    "fa": "IR",
    "he": "IL",
    "el": "GR",
    "hy": "AM",
    "ka": "GE",
    "am": "ET",
    "si": "LK",
    "th": "TH",
    "lo": "LA",
    "km": "KH",
    "my": "MM",
    "zh": "CN",
    "ja": "JP",
    "ko": "KR",
}
_INDIA = "IN"
"""Of all other scripts that tell their language."""
_EAST_ASIAN = (
    (regex.compile(r"[\p{Hiragana}\p{Katakana}]"), "Yu Gothic"),
    (regex.compile(r"\p{Hangul}"), "Malgun Gothic"),
    (regex.compile(r"\p{Han}"), "Microsoft YaHei"),
)
_COMPLEX = (
    (
        regex.compile(
            r"[\p{Devanagari}\p{Bengali}\p{Gujarati}\p{Gurmukhi}\p{Tamil}\p{Telugu}"
            r"\p{Kannada}\p{Malayalam}\p{Oriya}\p{Sinhala}]"
        ),
        "Nirmala UI",
    ),
    (regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}]"), "Leelawadee UI"),
    (regex.compile(r"\p{Myanmar}"), "Myanmar Text"),
    (regex.compile(r"\p{Ethiopic}"), "Ebrima"),
)


@dataclass(frozen=True)
class Voice:
    """For spelling and screen readers; faces that Windows has where Arial has none."""

    language: str = "en-GB"
    east_asian: str = ""
    complex: str = ""


def voice(text: str) -> Voice:
    if text.isascii():
        return Voice()
    code = language(text)
    return Voice(
        f"{code}-{_COUNTRIES.get(code, _INDIA)}",
        next((face for letters, face in _EAST_ASIAN if letters.search(text)), ""),
        next((face for letters, face in _COMPLEX if letters.search(text)), ""),
    )
