"""What a case study still needs before it can be sent or published."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from amd.web.words import too_long

from . import limits

if TYPE_CHECKING:
    from .models import CaseStudy

REQUIRED = {
    "headline": "the headline",
    "service_name": "the name of the knowledge and library service",
    "organisation_name": "the organisation",
    "challenge": "what the challenge was",
    "library_role": "what the library did",
    "outcome": "what happened",
    "impact": "what difference it made",
    "brief": "the story in brief",
}
WORD_LIMITS = {
    "challenge": ("The challenge", limits.STORY_BOX_WORDS),
    "library_role": ("The library's role", limits.STORY_BOX_WORDS),
    "outcome": ("What happened", limits.STORY_BOX_WORDS),
    "impact": ("The difference it made", limits.STORY_BOX_WORDS),
    "brief": ("The story in brief", limits.BRIEF_WORDS),
}


def problems_of(story: "CaseStudy") -> list[str]:
    """One sentence for each; asks the database once, for the impact categories."""
    return [
        *(
            f"Enter {what}"
            for name, what in REQUIRED.items()
            if not getattr(story, name) and not (story.is_quick and name == "outcome")
        ),
        *_too_long(story),
        *_about_impact(story),
        *_about_quote(story),
        *_about_picture(story),
        *_declarations(story),
    ]


def _too_long(story: "CaseStudy") -> Iterator[str]:
    for name, (what, limit) in WORD_LIMITS.items():
        sentence = too_long(getattr(story, name), limit)
        if sentence:
            yield f"{what} {sentence}"


def _about_impact(story: "CaseStudy") -> Iterator[str]:
    if not story.impact_categories.exists():
        yield "Select at least one kind of impact"
    if story.figure and not (story.figure_note and story.figure_basis):
        yield "Say what the figure is and how it is known"


def _about_quote(story: "CaseStudy") -> Iterator[str]:
    kinds = story.Attribution
    if not story.quote:
        return
    if not story.attribution:
        yield "Select how the person quoted should be shown"
    if story.attribution == kinds.NAMED and not story.quoted_name:
        yield "Enter the name of the person quoted"
    if story.attribution in (kinds.NAMED, kinds.ROLE) and not story.quoted_title:
        yield "Enter the job title of the person quoted"


def _about_picture(story: "CaseStudy") -> Iterator[str]:
    if story.picture and not story.picture.alt_text:
        yield "Describe the picture for people who cannot see it"
    if story.picture_shows_person and not (story.picture and story.quote):
        yield "Add the quote of the person whom the picture shows"


def _declarations(story: "CaseStudy") -> Iterator[str]:
    if story.working_with_me and not story.author_name:
        yield "Enter the contributor's name to show it under “Working with”"
    if not story.no_patient_identifiable:
        yield "Confirm that no patient can be identified"
