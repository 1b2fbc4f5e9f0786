"""What in a text may point at a patient. It says what it saw, never that a text is safe.

Forms and the review desk ask here. Nothing is kept and nothing is changed: a person
decides. Rules: IG-11 to IG-14 of the campaign's information governance.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from .postcodes import AREAS


class Kind(StrEnum):
    NHS_NUMBER = "an NHS number"
    BIRTH = "a date of birth"
    HOSPITAL_NUMBER = "a hospital number"
    NAME = "a person's name"
    POSTCODE = "a postcode"
    PHONE = "a phone number"
    EMAIL = "an email address"
    AGE = "an age over 89"
    DAY_AND_PLACE = "an exact day with a ward"


@dataclass(frozen=True)
class Seen:
    """`words` as they stand in the text, with odd spaces and digits made plain."""

    kind: Kind
    words: str

    @property
    def sentence(self) -> str:
        return f"“{self.words}” looks like {self.kind}"


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:(?:18|19|20)\d\d|'?\d\d)"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:18|19|20)\d\d)?"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR}"
    r"|(?:18|19|20)\d\d-\d\d-\d\d)"
)
_NOT_IN_A_WORD = r"(?<![\w.-])"
_NHS_NUMBER = re.compile(r"(?<![\w.-])\d{3}[ .-]?\d{3}[ .-]?\d{4}(?![\w-]|\.\d)")
# The number of an older book has the same check digit.
_BOOK = re.compile(
    r"\bISBN(?:-?1[03])?:? ?(?:97[89][ -]?)?(?:\d[ -]?){9}[\dX](?!\w)", re.IGNORECASE
)
_BIRTH = re.compile(
    rf"\b(?:date of birth|d\.?o\.?b\.?|birth ?date|birthday|born)(?!\w)"
    rf"[^.\d]{{0,20}}({_DAY})(?!\d)",
    re.IGNORECASE,
)
_HOSPITAL_NUMBER = re.compile(
    r"\b(?:hospital|patient|unit|case ?note|medical record|mrn|pas)\b"
    r"(?: (?:number|num|no|id|identifier|ref(?:erence)?)\b\.?)?[ :#-]{0,3}"
    r"((?=[a-z]{0,3}\d)[a-z]{0,3}\d{5,9}[a-z]?)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Master)\b\.? "
    r"(?:[A-Z]\.? ){0,3}([^\W\d_]['’\w-]{1,40}(?: [A-Z]['’\w-]{1,40})?)"
)
_POSTCODE = re.compile(
    r"(?<![\w-])([A-Za-z]{1,2})\d[A-Za-z\d]? ?\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}(?![\w-])"
)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$")
_PHONE = re.compile(
    r"(?<![\w.+-])(?:\+44 ?(?:\(0\) ?)?|\(?0)[1237](?:[ ().-]{0,2}\d){8,9}(?![\w-])"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_AGE = re.compile(
    r"\b(?:(?:aged?|age of|turned|is|was) (9\d|1[0-2]\d)"
    r"(?! ?(?:%|per|and|or|to|-|–|days?|weeks?|months?|minutes?|hours?|patients?|people"
    r"|beds?|staff|pounds?|miles?|times?)|[\d,.]\d)(?!\w)"
    r"|(9\d|1[0-2]\d)[ -]?(?:years?|yrs?)?[ -]?(?:old\b|y/?o\b)"
    r"|(?:ninety|one hundred)(?:[ -](?:and )?\w{3,5})?[ -]years?[ -]old\b"
    r"|centenarian\b|nonagenarian\b)",
    re.IGNORECASE,
)
_EXACT_DAY = re.compile(rf"{_NOT_IN_A_WORD}{_DAY}(?![\w])", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:ward|bay|bed|icu|itu|hdu|nicu|a&e|emergency department|theatre|clinic|"
    r"maternity unit|hospice|care home|admitted|admission|discharged)\b",
    re.IGNORECASE,
)
# A number that belongs to a service is not a patient's.
_OF_A_SERVICE = re.compile(
    r"librar|enquir|switchboard|help ?line|help ?desk|contact us|call us|ring us|"
    r"email us|e-mail us|our team|opening hours|reception",
    re.IGNORECASE,
)
_WORK_EMAIL = re.compile(r"\.(?:uk|example|org|int)$", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]*(?:\.(?=\S)[^.!?\n]*)*[.!?\n]?")
_ODD_SPACES = re.compile(r"[^\S\n]+")
_NO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def seen_in(text: str, *, names: Iterable[str] = ()) -> list[Seen]:
    """Everything that looks like it, each once, in the order of the rules.

    `names` are those of people who agreed to be named: "Mrs Sample" is then no patient.
    """
    plain = folded(text)
    known = {part.lower() for name in names for part in name.split()}
    found = [Seen(kind, words.strip()) for kind, words in _found(plain, known)]
    return list(dict.fromkeys(found))


def folded(text: str) -> str:
    """Full-width digits, odd spaces and dashes made plain; nothing without a width."""
    plain = unicodedata.normalize("NFKC", text).translate(_NO_WIDTH)
    return _ODD_SPACES.sub(" ", plain.translate(_DASHES))


def is_nhs_number(digits: str) -> bool:
    """Ten digits whose last is the modulus 11 check of the nine before it.

    https://www.datadictionary.nhs.uk/attributes/nhs_number.html
    """
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    total = sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(digits[9])


def _found(text: str, known: set[str]) -> Iterator[tuple[Kind, str]]:
    text = _BOOK.sub("ISBN", text)
    for match in _NHS_NUMBER.finditer(text):
        if is_nhs_number(re.sub(r"\D", "", match[0])):
            yield Kind.NHS_NUMBER, match[0]
    for kind, pattern in (
        (Kind.BIRTH, _BIRTH),
        (Kind.HOSPITAL_NUMBER, _HOSPITAL_NUMBER),
    ):
        yield from ((kind, match[0]) for match in pattern.finditer(text))
    for match in _NAME.finditer(text):
        if match[1][0].isupper() and not set(match[1].lower().split()) & known:
            yield Kind.NAME, match[0]
    yield from (
        (Kind.POSTCODE, match[0])
        for match in _POSTCODE.finditer(text)
        if _is_postcode(match)
    )
    for sentence in _SENTENCE.findall(text):
        yield from _in_sentence(sentence)
    yield from ((Kind.AGE, match[0]) for match in _AGE.finditer(text))


def _is_postcode(match: re.Match[str]) -> bool:
    return match[1].upper() in AREAS and not _ORDINAL.search(match[0])


def _in_sentence(sentence: str) -> Iterator[tuple[Kind, str]]:
    """What depends on the words around it."""
    if not _OF_A_SERVICE.search(sentence):
        yield from ((Kind.PHONE, match[0]) for match in _PHONE.finditer(sentence))
        for match in _EMAIL.finditer(sentence):
            if not _WORK_EMAIL.search(match[0].rstrip(".")):
                yield Kind.EMAIL, match[0]
    day = _EXACT_DAY.search(sentence)
    if day and _PLACE.search(sentence):
        yield Kind.DAY_AND_PLACE, day[0]
