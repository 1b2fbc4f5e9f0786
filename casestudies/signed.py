"""Who answers for which words of a case study, before anybody is asked."""

from typing import TYPE_CHECKING

from amd.consent.words import Person, SignedWords

if TYPE_CHECKING:
    from .models import CaseStudy

QUOTED = ("quote", "quoted_name", "quoted_title", "quoted_organisation")
STORY = (
    "headline",
    "service_name",
    "organisation_name",
    "challenge",
    "library_role",
    "outcome",
    "impact",
    "brief",
    "figure",
    "figure_note",
    "figure_basis",
    *QUOTED,
    "attribution",
)
# Part of what is signed only where they are answered: the digest of a story that was
# agreed to before they were asked stays the same.
WHERE_GIVEN = ("impact_when", "figure_period")
WORKING_WITH = ("author_name", "contributor_title")


def words_of(story: "CaseStudy") -> tuple[SignedWords, ...]:
    """The contributor's words, and those of a person quoted by name or pictured."""
    contributors = contributor_words(story)
    if story.quotes_by_name or story.picture_shows_person:
        return contributors, quoted_words(story)
    return (contributors,)


def contributor_words(story: "CaseStudy") -> SignedWords:
    """The whole story; a picture of somebody else is that person's to agree to."""
    names = STORY + (WORKING_WITH if story.working_with_me else ())
    names += tuple(name for name in WHERE_GIVEN if getattr(story, name))
    photo = "" if story.picture_shows_person else _digest(story)
    return SignedWords(Person.CONTRIBUTOR, _texts(story, names), photo)


def quoted_words(story: "CaseStudy") -> SignedWords:
    photo = _digest(story) if story.picture_shows_person else ""
    return SignedWords(Person.QUOTED, _texts(story, QUOTED), photo)


def _texts(story: "CaseStudy", names: tuple[str, ...]) -> dict[str, str]:
    return {name: getattr(story, name) for name in names}


def _digest(story: "CaseStudy") -> str:
    return story.picture.digest if story.picture else ""
