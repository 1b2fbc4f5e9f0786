"""Which language a text is marked with, and the faces that PowerPoint has for it."""

import re
from dataclasses import dataclass

import regex

ENGLISH = "en-GB"
ARIAL_FACE = "Arial"


@dataclass(frozen=True)
class Voice:
    """How a text is marked, for spelling, screen readers and the choice of a face."""

    language: str = ENGLISH
    east_asian: str = ""
    complex: str = ARIAL_FACE


_INDIC = "Nirmala UI"
_VOICES = {
    "Arabic": Voice("ar-SA"),
    "Hebrew": Voice("he-IL"),
    "Devanagari": Voice("hi-IN", complex=_INDIC),
    "Bengali": Voice("bn-IN", complex=_INDIC),
    "Gujarati": Voice("gu-IN", complex=_INDIC),
    "Gurmukhi": Voice("pa-IN", complex=_INDIC),
    "Tamil": Voice("ta-IN", complex=_INDIC),
    "Telugu": Voice("te-IN", complex=_INDIC),
    "Kannada": Voice("kn-IN", complex=_INDIC),
    "Malayalam": Voice("ml-IN", complex=_INDIC),
    "Oriya": Voice("or-IN", complex=_INDIC),
    "Sinhala": Voice("si-LK", complex=_INDIC),
    "Thai": Voice("th-TH", complex="Leelawadee UI"),
    "Lao": Voice("lo-LA", complex="Leelawadee UI"),
    "Khmer": Voice("km-KH", complex="Leelawadee UI"),
    "Myanmar": Voice("my-MM", complex="Myanmar Text"),
    "Ethiopic": Voice("am-ET", complex="Ebrima"),
    "Greek": Voice("el-GR"),
    "Armenian": Voice("hy-AM"),
    "Georgian": Voice("ka-GE"),
    "Hangul": Voice("ko-KR", east_asian="Malgun Gothic"),
    "Hiragana": Voice("ja-JP", east_asian="Yu Gothic"),
    "Katakana": Voice("ja-JP", east_asian="Yu Gothic"),
    "Han": Voice("zh-CN", east_asian="Microsoft YaHei"),
}
_LETTERS = {
    name: regex.compile(rf"\p{{Script={name}}}") for name in (*_VOICES, "Latin")
}
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_URDU, _PERSIAN = re.compile("[ٹڈڑںےھہ]"), re.compile("[پچژگ]")


def voice(text: str) -> Voice:
    """By the script that most letters are of; Latin ones are taken for English."""
    if text.isascii():
        return Voice()
    counts = {name: len(found.findall(text)) for name, found in _LETTERS.items()}
    script = max(counts, key=lambda name: counts[name])
    if not counts[script] or script == "Latin":
        chosen = Voice()
    elif script == "Arabic":
        chosen = _arabic(text)
    else:
        chosen = _VOICES[script]
    return _with_faces(chosen, counts, text)


def _arabic(text: str) -> Voice:
    """Letters that one of the languages of this script has and the others lack."""
    if _URDU.search(text):
        return Voice("ur-PK")
    return Voice("fa-IR" if _PERSIAN.search(text) else "ar-SA")


def _with_faces(chosen: Voice, counts: dict[str, int], text: str) -> Voice:
    """With the faces of the other scripts in the text, each in its own slot."""
    present = [
        _VOICES[name] for name, count in counts.items() if count and name in _VOICES
    ]
    east = next((each.east_asian for each in present if each.east_asian), "")
    if _KANA.search(text):
        east = _VOICES["Hiragana"].east_asian
        if chosen == _VOICES["Han"]:
            chosen = _VOICES["Hiragana"]
    if chosen.complex != ARIAL_FACE:
        return Voice(chosen.language, chosen.east_asian or east, chosen.complex)
    others = (each.complex for each in present if each.complex != ARIAL_FACE)
    return Voice(chosen.language, chosen.east_asian or east, next(others, ARIAL_FACE))
