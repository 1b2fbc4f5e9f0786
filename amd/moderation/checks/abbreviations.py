"""Abbreviations that the public words use and nowhere explain."""

import re
from collections.abc import Iterator
from functools import lru_cache

from .findings import Finding, Weight
from .reading import Reading
from .sentences import sentence_with, sentences_of

CODE = "abbreviation"
# Better known than what they stand for; the list is ours.
_KNOWN = """
A&E AD AGM AI AIDS AM BA BBC BC BMA BMI BMJ BSc BSL CBE CD CEO COVID CPD CT CV DIY DNA
DVD ECG EEG EU FAQ FRCP FRCS GP HIV HR ID IQ IT IVF LGBT MA MBE MD MP MRI MRSA MS MSc NB
NHS NICE OBE OK PC PDF PE PhD PIN PM PPE PR QR RAF RCN RCP RNA SMS TB TV UK UN URL US USA
VAT VIP WHO WiFi
"""
KNOWN = frozenset(_KNOWN.split())
ROMAN = re.compile(r"[IVX]+$")
_SHORT = re.compile(
    r"(?<![\w#@&/.-])([A-Za-z]?[A-Z](?:[A-Z0-9]|[a-z](?=[A-Z])|&(?=[A-Z])){1,6})"
    r"(?:s|['’]s)?(?![\w@&])"
)
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL = {
    "a",
    "an",
    "and",
    "at",
    "by",
    "for",
    "in",
    "of",
    "on",
    "or",
    "the",
    "to",
    "with",
}
MOST_CAPITALS = 0.6


def abbreviations(reading: Reading) -> Iterator[Finding]:
    """Each once, in the sentence in which it stands first."""
    whole = "\n".join(text for _, text in reading.words)
    told: set[str] = set()
    for field, text in reading.prose:
        for short in _used_in(text):
            if short not in told and not is_explained(short, whole):
                told.add(short)
                yield Finding(
                    CODE,
                    Weight.WARN,
                    f"“{short}” is not explained",
                    short,
                    field,
                    sentence_with(short, text),
                )


def _used_in(text: str) -> Iterator[str]:
    for sentence in sentences_of(_ADDRESS.sub(" ", text)):
        used = [match[1] for match in _SHORT.finditer(sentence)]
        if used and not _is_shouted(sentence):
            yield from (short for short in used if _is_unknown(short))


def _is_unknown(short: str) -> bool:
    capitals = sum(letter.isupper() for letter in short)
    return capitals > 1 and short not in KNOWN and not ROMAN.match(short)


def is_explained(short: str, whole: str) -> bool:
    """In brackets beside its words, or by words with these initials anywhere."""
    escaped = re.escape(short)
    if re.search(rf"\w \({escaped}s?\)", whole):
        return True
    if re.search(rf"(?<!\w){escaped}s? \([^)]*[a-z]{{3}}[^)]*\)", whole):
        return True
    letters = "".join(filter(str.isalpha, short)).lower()
    return any(letters in initials for initials in _initials(whole))


@lru_cache(maxsize=4)
def _initials(whole: str) -> tuple[str, ...]:
    """Of all words that are no abbreviations, with and without the small ones."""
    words = [w.lower() for w in _WORD.findall(whole) if not w.isupper()]
    great = [word for word in words if word not in _SMALL]
    return "".join(w[0] for w in words), "".join(w[0] for w in great)


def _is_shouted(sentence: str) -> bool:
    """All of it is in capitals, so that they say nothing."""
    letters = [letter for letter in sentence if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return len(sentence.split()) > 3 and capitals > len(letters) * MOST_CAPITALS
