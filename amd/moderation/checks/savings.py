"""Savings: a number needs its unit, and a saving how it is known."""

import re
from calendar import month_name
from collections.abc import Iterator
from typing import NamedTuple

from amd.moderation.patients import folded

from .findings import Finding, Weight
from .reading import Reading
from .sentences import sentences_of

CODE = "saving"
# Where the basis is chosen from a list.
FIGURE = ("figure", "figure_note")

_SAVING = re.compile(
    r"\b(?:sav(?:e|es|ed|ing|ings)|cost avoid|avoided costs?|reduc(?:e|es|ed|ing|tion)|"
    r"cut|cuts|freed|released|spared)\b",
    re.IGNORECASE,
)
# "£1.5m", "120", "1,200", "30%"; a year or a day of the month is no amount.
_NUMBER = re.compile(
    r"(?P<before>[£$€]\s?)?(?<![\w.,/-])(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"(?P<after>\s?%|\s?(?:k|m|bn|million|billion|thousand)\b)?"
    r"(?:[ -](?P<next>[^\W\d_][\w'’-]*))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
# What follows a number without being its unit.
_SMALL_WORDS = """
a an and annually as at because but by each every for from in last of on or over per
since so that the this through to was were when which while with within yearly
"""
_NO_UNIT = frozenset(_SMALL_WORDS.split())
_BASIS = re.compile(
    r"\b(?:measured|measure|counted|count|recorded|audit(?:ed)?|estimat\w*|calculat\w*|"
    r"modelled|model|survey\w*|based on|according to|compared (?:with|to)|evaluat\w*|"
    r"reported|data|logged|timed|study|trial|baseline|before and after)\b",
    re.IGNORECASE,
)
_MONTHS = frozenset(name.lower() for name in month_name if name)


def savings(reading: Reading) -> Iterator[Finding]:
    """The figure, then each sentence that claims a saving with a number."""
    figure, note = (reading.texts.get(name, "") for name in FIGURE)
    if counts_nothing(figure, note):
        yield _finding(f"The figure “{figure}” has no unit", figure, "figure", "")
    has_basis = bool(reading.texts.get("figure_basis")) or any(
        _BASIS.search(text) for _, text in reading.prose
    )
    for field, text in reading.prose:
        if field not in FIGURE:
            yield from _in_text(field, text, has_basis=has_basis)


def counts_nothing(figure: str, note: str) -> bool:
    """Whether it is a number, and neither it nor its note says of what."""
    return bool(figure) and _lacks_unit(figure) and _lacks_words(note)


def first_saving(text: str) -> str:
    """The first amount with its unit in a sentence that claims a saving; else nothing."""
    for sentence in sentences_of(folded(text)):
        if _SAVING.search(sentence):
            for amount in _amounts(sentence):
                if amount.unit:
                    return amount.words
    return ""


def _in_text(field: str, text: str, *, has_basis: bool) -> Iterator[Finding]:
    for sentence in sentences_of(text):
        amounts = list(_amounts(sentence)) if _SAVING.search(sentence) else []
        bare = [amount.number for amount in amounts if not amount.unit]
        if bare:
            said = f"The saving “{bare[0]}” has no unit"
            yield _finding(said, f"unit\0{sentence}", field, sentence)
        elif amounts and not has_basis:
            said = "A saving does not say how it is known"
            yield _finding(said, f"basis\0{sentence}", field, sentence)


class Amount(NamedTuple):
    """`number` as it stands, with its unit as `words` where one stands with it."""

    number: str
    words: str
    unit: bool


def _amounts(sentence: str) -> Iterator[Amount]:
    for match in _NUMBER.finditer(sentence):
        following = (match["next"] or "").lower()
        if following in _MONTHS or (
            not match["before"] and not match["after"] and _YEAR.match(match["number"])
        ):
            continue
        parts = (match["before"], match["number"], match["after"])
        number = "".join(filter(None, parts)).strip()
        is_share = "%" in (match["after"] or "")
        is_counted = bool(following) and following not in _NO_UNIT
        is_whole = bool(match["before"]) or is_share
        words = match[0] if is_counted and not is_whole else number
        yield Amount(number, words.strip(), is_whole or is_counted)


def _lacks_unit(figure: str) -> bool:
    return not re.search(r"[^\W\d_]{2}|[£$€%]", figure)


def _lacks_words(note: str) -> bool:
    """No noun at its head: "saved a year" says of what nothing."""
    first = note.split()[0].lower() if note.split() else ""
    return not first or first in _NO_UNIT or bool(_SAVING.fullmatch(first))


def _finding(sentence: str, found: str, field: str, around: str) -> Finding:
    return Finding(CODE, Weight.WARN, sentence, found, field, around)
