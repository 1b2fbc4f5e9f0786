"""Patient details in public words: a number stops the publication, the rest is judged.

The rules are in amd/moderation/patients.py. It never says that a text is safe.
"""

from collections.abc import Iterator

from amd.moderation.patients import Kind, Seen

from .contacts import CONTACTS
from .findings import Finding, Weight
from .reading import Reading
from .sentences import sentence_with

CODE = "patient"
# What names one patient without anything beside it.
BLOCKS = {Kind.NHS_NUMBER, Kind.BIRTH, Kind.HOSPITAL_NUMBER}


def patient_details(reading: Reading) -> Iterator[Finding]:
    """A phone number or an address may be anybody's: see contacts."""
    for field, text, seen in reading.seen:
        if seen.kind not in CONTACTS:
            yield _finding(seen, field, sentence_with(seen.words, text))


def _finding(seen: Seen, field: str, around: str) -> Finding:
    sentence, weight = seen.sentence, Weight.WARN
    if seen.kind in BLOCKS:
        sentence = f"Take out “{seen.words}”: it looks like {seen.kind}"
        weight = Weight.BLOCK
    found = f"{seen.kind.name}\0{seen.words}\0{around}"
    return Finding(CODE, weight, sentence, found, field, around, words=seen.words)
