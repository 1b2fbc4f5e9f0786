"""Ways to reach one person in public words; a library's own phone and mailbox are not."""

import re
from collections.abc import Iterator

from amd.moderation.patients import Kind

from .findings import Finding, Weight
from .reading import Reading
from .sentences import sentence_with

CODE = "contact"
CONTACTS = {Kind.PHONE, Kind.EMAIL}

_EMAIL = re.compile(r"(?<![\w.+-])([\w.+'-]{1,64})@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
# A mailbox that outlives whoever reads it today.
_OF_A_SERVICE = re.compile(
    r"librar|knowledge|evidence|enquir|info|contact|admin|office|team|service|search|"
    r"comms|communications|help|hello|mail|reception|outreach|kls|lks|press|events",
    re.IGNORECASE,
)
_MOBILE = re.compile(
    r"(?<![\w.+-])(?:\+44 ?(?:\(0\) ?)?|\(?0)7(?:[ ().-]{0,2}\d){9}(?![\w-])"
)
_BLEEP = re.compile(
    r"\b(?:bleep|pager|ext(?:ension)?\b\.?)(?: (?:number|no)\b\.?)?[ :]{0,2}\d{3,6}\b",
    re.IGNORECASE,
)


def contacts(reading: Reading) -> Iterator[Finding]:
    """Each once, where it stands first."""
    told: set[str] = set()
    for field, text, words, what in _seen(reading):
        if words not in told:
            told.add(words)
            yield Finding(
                CODE,
                Weight.WARN,
                f"“{words}” looks like {what}",
                words,
                field,
                sentence_with(words, text),
                words=words,
            )


def _seen(reading: Reading) -> Iterator[tuple[str, str, str, str]]:
    for field, text, seen in reading.seen:
        if seen.kind in CONTACTS:
            yield field, text, seen.words, str(seen.kind)
    for field, text in reading.words:
        for match in _EMAIL.finditer(text):
            if not _OF_A_SERVICE.search(match[1]):
                yield field, text, match[0].rstrip("."), "somebody's own email address"
        for match in _MOBILE.finditer(text):
            yield field, text, match[0].strip(), "a mobile number"
        for match in _BLEEP.finditer(text):
            yield field, text, match[0], "a bleep or extension"
