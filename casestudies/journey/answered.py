"""Which of the five criteria a story answers so far, and what is missing, in words.

It never says that one is met: a person decides that.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amd.moderation.models import Criterion

if TYPE_CHECKING:
    from casestudies.models import CaseStudy

# Fewer words than these tell nobody what happened; no source, our own judgement.
FEW_WORDS = 8
CORE = (Criterion.ACHIEVED, Criterion.IMPACT, Criterion.LIBRARY_ROLE)


@dataclass(frozen=True)
class Answered:
    """One criterion: what stands for it so far, or what to add."""

    criterion: Criterion
    is_answered: bool
    missing: str = ""

    @property
    def is_core(self) -> bool:
        return self.criterion in CORE


def answered(story: "CaseStudy") -> list[Answered]:
    """In the order of the criteria. No query."""
    return [
        _prose(
            Criterion.ACHIEVED,
            story.impact if story.is_quick else story.outcome,
            "Say what was decided or done",
        ),
        _prose(Criterion.IMPACT, story.impact, "Say what changed, and for whom"),
        _prose(Criterion.LIBRARY_ROLE, story.library_role, "Say what the library did"),
        _saving(story),
        _quote(story),
    ]


def _prose(criterion: Criterion, text: str, ask: str) -> Answered:
    words = len(text.split())
    if not words:
        return Answered(criterion, is_answered=False, missing=ask)
    if words < FEW_WORDS:
        more = f"{ask}: {words} {'word is' if words == 1 else 'words are'} very few"
        return Answered(criterion, is_answered=False, missing=more)
    return Answered(criterion, is_answered=True)


def _saving(story: "CaseStudy") -> Answered:
    if story.figure and story.figure_basis:
        return Answered(Criterion.SAVING, is_answered=True)
    missing = "Add a figure of time or money, even an estimate, with how it is known"
    return Answered(Criterion.SAVING, is_answered=False, missing=missing)


def _quote(story: "CaseStudy") -> Answered:
    if story.quote and story.quotes_by_name and story.quoted_name:
        return Answered(Criterion.NAMED_QUOTE, is_answered=True)
    missing = "Add words of somebody who benefited, with their name"
    if story.quote:
        missing = "Name the person quoted, if they agree to it"
    return Answered(Criterion.NAMED_QUOTE, is_answered=False, missing=missing)
