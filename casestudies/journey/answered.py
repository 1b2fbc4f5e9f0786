"""Which of the five criteria a story answers so far, and what is missing, in words.

It never says that one is met: a person decides that.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amd.moderation.checks.savings import counts_nothing, first_saving
from amd.moderation.models import Criterion

from . import saying

if TYPE_CHECKING:
    from casestudies.models import CaseStudy

# Fewer words than these tell nobody what happened; no source, our own judgement.
FEW_WORDS = 8
CORE = (Criterion.ACHIEVED, Criterion.IMPACT, Criterion.LIBRARY_ROLE)
# As an author would say them; a reviewer reads the criteria in full.
NAMES = {
    Criterion.ACHIEVED: "What was achieved",
    Criterion.IMPACT: "What the impact was",
    Criterion.LIBRARY_ROLE: "What the library's role was",
    Criterion.SAVING: "A cost or time saving, or a similar effect",
    Criterion.NAMED_QUOTE: "A quote from a named library user",
}


@dataclass(frozen=True)
class Answered:
    """One criterion: what stands for it so far, or what to add.

    `page` asks for it, at `url` where it may be added; `is_here` on that page itself.
    """

    criterion: Criterion
    page: str
    is_answered: bool
    missing: str = ""
    url: str = ""
    is_here: bool = False

    @property
    def name(self) -> str:
        return NAMES[self.criterion]

    @property
    def is_core(self) -> bool:
        return self.criterion in CORE

    @property
    def state(self) -> str:
        """Said before the name, and read out: a colour alone would tell nobody."""
        if self.is_answered:
            return "Answered"
        return "Still missing" if self.is_core else "Makes it stronger"


def answered(story: "CaseStudy") -> list[Answered]:
    """In the order of the criteria. No query."""
    achieved = story.impact if story.is_quick else story.outcome
    return [
        _prose(
            Criterion.ACHIEVED,
            _page(story, "outcome"),
            achieved,
            "Say what was decided or done",
            others=(story.challenge, story.library_role),
        ),
        _prose(
            Criterion.IMPACT,
            _page(story, "impact"),
            story.impact,
            "Say what changed, and for whom",
            others=(story.challenge, story.library_role, story.outcome),
        ),
        _prose(
            Criterion.LIBRARY_ROLE,
            _page(story, "role"),
            story.library_role,
            "Say what the library did",
            others=(story.challenge,),
        ),
        _saving(story),
        _quote(story),
    ]


def in_short(each: list[Answered]) -> str:
    """One sentence, which a screen reader hears when it changes."""
    core = sum(one.is_answered for one in each if one.is_core)
    more = sum(one.is_answered for one in each if not one.is_core)
    known = "All" if core == len(CORE) else f"{core} of the"
    sentence = f"{known} {len(CORE)} things that every case study needs"
    if not more:
        return f"{sentence} {'is' if core == 1 else 'are'} answered"
    of_more = "both" if more == len(each) - len(CORE) else "one"
    return f"{sentence}, and {of_more} of the 2 that make it stronger"


def _page(story: "CaseStudy", slug: str) -> str:
    return "story" if story.is_quick else slug


def _prose(
    criterion: Criterion, page: str, text: str, ask: str, *, others: tuple[str, ...]
) -> Answered:
    missing = _missing(criterion, text, others)
    if missing is None:
        return Answered(criterion, page, is_answered=True)
    missing = f"{ask}: {missing}" if missing else ask
    return Answered(criterion, page, is_answered=False, missing=missing)


def _missing(criterion: Criterion, text: str, others: tuple[str, ...]) -> str | None:
    """Why these words are no answer yet, as the end of a sentence; None where they are."""
    words = len(text.split())
    if not words:
        return ""
    if words < FEW_WORDS:
        return f"{words} {'word is' if words == 1 else 'words are'} very few"
    if any(saying.is_the_same(text, other) for other in others):
        return "the same words stand in another box"
    if criterion == Criterion.LIBRARY_ROLE:
        return None
    if saying.is_only_praise(text):
        return "so far it says that somebody was pleased"
    if saying.is_only_of_the_library(text):
        return "so far it says what the library did"
    return None


def _saving(story: "CaseStudy") -> Answered:
    is_bare = counts_nothing(story.figure, story.figure_note)
    is_answered = bool(story.figure and story.figure_basis) and not is_bare
    missing = "Add a figure of time or money, even an estimate, with how it is known"
    texts = (story.outcome, story.impact)
    amount = next(filter(None, map(first_saving, texts)), "")
    if is_bare:
        missing = "Say what the figure counts, such as hours or pounds"
    elif amount:
        missing = f"Your text says “{amount}”: add it as a figure, with how it is known"
    elif any(map(saying.speaks_of_a_saving, texts)):
        missing = "Your text speaks of a saving: ask how much, and add it as a figure"
    return Answered(
        Criterion.SAVING, "figures", is_answered, "" if is_answered else missing
    )


def _quote(story: "CaseStudy") -> Answered:
    is_answered = bool(story.quote and story.quotes_by_name and story.quoted_name)
    missing = "Add words of somebody who benefited, with their name"
    if story.quote:
        missing = "Name the person quoted, if they agree to it"
    elif any(map(saying.quotes_somebody, (story.outcome, story.impact))):
        missing = "Your text quotes somebody: add their words here, with their name"
    return Answered(
        Criterion.NAMED_QUOTE, "quote", is_answered, "" if is_answered else missing
    )
