"""The questions of a case study by name: what a lead may ask its author to change."""

from typing import TYPE_CHECKING

from django.urls import reverse

from .journey.pages import pages_of

if TYPE_CHECKING:
    from .models import CaseStudy

QUESTIONS = {
    "headline": "Headline",
    "challenge": "The challenge",
    "library_role": "The library's role",
    "outcome": "What happened",
    "impact": "The difference it made",
    "impact_categories": "Kinds of impact",
    "services_used": "Library services used",
    "staff_groups": "Who used the library",
    "brief": "The story in brief",
    "figure": "The figure and how it is known",
    "quote": "The quote",
    "quoted_name": "The person quoted",
    "picture": "The picture",
}
LISTS = ("impact_categories", "services_used", "staff_groups")


def answers_of(story: "CaseStudy") -> dict[str, str]:
    """What stands at each question now; three queries for the lists."""
    answers = {name: getattr(story, name) for name in QUESTIONS}
    for name in LISTS:
        answers[name] = ", ".join(str(term) for term in answers[name].all())
    picture = story.picture
    return answers | {
        "impact": _lines(story.impact, story.get_impact_when_display()),
        "figure": _lines(
            story.figure,
            story.figure_note,
            story.figure_period,
            story.get_figure_basis_display(),
            story.figure_confirmed_by,
        ),
        "quoted_name": _lines(
            story.quoted_name,
            story.quoted_title,
            story.quoted_organisation,
            story.get_attribution_display(),
        ),
        "picture": _lines(picture.alt_text, picture.credit) if picture else "",
    }


def url_of(story: "CaseStudy", name: str, link: str) -> str:
    """The box of this question in the journey; "" where no page of this story asks it."""
    box = f"id_{name}_0" if name in LISTS else f"id_{name}"
    for page in pages_of(story):
        if name in page.fields:
            address = reverse("casestudies:write", args=[link, page.slug])
            return f"{address}?then=check#{box}"
    return ""


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))
