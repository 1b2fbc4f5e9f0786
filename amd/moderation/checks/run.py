"""Every check, in the order in which its findings are read."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .findings import Finding
from .patient_details import patient_details
from .reading import Reading, read

# These ask the database nothing, so that a queue and a form can ask them too.
IN_WORDS: tuple[Callable[[Reading], Iterator[Finding]], ...] = (patient_details,)


def found_in_words(
    story: Any, uses: frozenset[str] | None = None
) -> tuple[Finding, ...]:
    """What words and picture show by themselves, of a story that may not be saved yet.

    Blocks first. No query where the picture was fetched with the story.
    """
    reading = read(story, uses)
    return in_order(finding for check in IN_WORDS for finding in check(reading))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Blocks first, each key once."""
    once = {finding.key: finding for finding in findings}
    return tuple(sorted(once.values(), key=lambda finding: not finding.is_block))
