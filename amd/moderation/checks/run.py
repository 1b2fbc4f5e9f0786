"""Every check, in the order in which its findings are read."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from amd.campaign.models import User
from amd.consent.covers import Coverage, covers
from amd.records.models import Record, Role

from .abbreviations import abbreviations
from .contacts import contacts
from .duplicates import near_duplicates
from .findings import Finding
from .patient_details import patient_details
from .pixels import picture
from .quotes import quote_without_name
from .reading import Reading, read
from .savings import savings
from .titles import old_titles

# These ask the database nothing, so that a queue and a form can ask them too.
IN_WORDS: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    patient_details,
    contacts,
    savings,
    quote_without_name,
    abbreviations,
    picture,
)


def found_in_words(
    story: Any, uses: frozenset[str] | None = None
) -> tuple[Finding, ...]:
    """What words and picture show by themselves, of a story that may not be saved yet.

    Blocks first. No query where the picture was fetched with the story.
    """
    return _in_order(_in_words(read(story, uses)))


def found_about(
    record: Record, *, by: User | Role, coverage: Coverage | None = None
) -> tuple[Finding, ...]:
    """All of it, of a record as it is saved, in words for this person.

    One query, or four where other records share its words; one more for each person
    in it where the coverage is not known.
    """
    story = record.story
    known = coverage or covers(record, story.words())
    reading = read(story, known.uses if known.is_complete else None)
    return _in_order(
        (
            *_in_words(reading),
            *old_titles(reading, known),
            *near_duplicates(record, by=by),
        )
    )


def _in_words(reading: Reading) -> Iterator[Finding]:
    for check in IN_WORDS:
        yield from check(reading)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Blocks first, each key once."""
    once: dict[str, Finding] = {}
    for finding in findings:
        once.setdefault(finding.key, finding)
    return tuple(sorted(once.values(), key=lambda finding: not finding.is_block))
