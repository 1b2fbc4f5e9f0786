"""The public copy of a case study: what these uses permit, and nothing else."""

from typing import TYPE_CHECKING

from amd.consent.models import Use
from amd.publishing.copy import IN_THEIR_WORDS, PublicCopy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from amd.campaign.models import Term

    from .models import CaseStudy

DESIGN = "vignette"
KICKER = "Impact case study"
UNNAMED = "A library user"
IMPACT = "The difference it made"
IMPACT_LATER = "The difference it is likely to make"


def copy_of(story: "CaseStudy", uses: frozenset[str]) -> PublicCopy:
    """Five queries, for the facets, unless they were fetched before; one for logos."""
    return PublicCopy(
        title=story.headline,
        byline=_joined(story.service_name, story.organisation_name),
        sections=_sections(story, uses),
        design=DESIGN,
        card=card_of(story, uses),
        photo=story.picture if Use.PHOTO in uses else None,
        logos=story.current_logos,
        facets=_facets(story),
        figures=_figures(story),
    )


def card_of(story: "CaseStudy", uses: frozenset[str]) -> dict[str, str]:
    """The vignette's content by field name; no field is left empty."""
    content = {
        "kicker": KICKER,
        "headline": story.headline,
        "figure": story.figure,
        "figure_basis": figure_words(story) if story.figure else "",
        "body": story.brief,
        "working_with": working_with(story),
        "service": story.service_name,
    }
    if story.quote:
        content |= {"quote": story.quote, **attribution_of(story, uses)}
    return {name: text for name, text in content.items() if text}


def attribution_of(story: "CaseStudy", uses: frozenset[str]) -> dict[str, str]:
    """Name, title and organisation as far as agreed; else the role, else nobody.

    A contributor's word is enough for a job title without a name, but not for one
    that somebody who is quoted by name or pictured has not agreed to show.
    """
    kinds = type(story).Attribution
    if story.attribution == kinds.ROLE and story.quoted_title:
        is_agreed = Use.TITLE in uses or not story.picture_shows_person
        return {"name": story.quoted_title if is_agreed else UNNAMED}
    if story.attribution != kinds.NAMED:
        return {"name": UNNAMED}
    title = story.quoted_title if Use.TITLE in uses else ""
    organisation = story.quoted_organisation if Use.TITLE in uses else ""
    if Use.NAME in uses and story.quoted_name:
        return {
            "name": story.quoted_name,
            "title": title,
            "organisation": organisation,
        }
    return {"name": title or UNNAMED, "organisation": organisation}


def figure_words(story: "CaseStudy") -> str:
    """What it is, over what time, how it is known: "saved, over a year, measured"."""
    basis = story.get_figure_basis_display()
    basis = basis[:1].lower() + basis[1:]
    return _joined(story.figure_note, story.figure_period, basis)


def impact_heading(story: "CaseStudy") -> str:
    """Nobody reads of a difference that is only expected as if it had been made."""
    is_later = story.impact_when == type(story).When.LATER
    return IMPACT_LATER if is_later else IMPACT


def working_with(story: "CaseStudy") -> str:
    if not story.working_with_me:
        return ""
    return _joined(story.author_name, story.contributor_title)


def _sections(story: "CaseStudy", uses: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Everything that a card may show stands here as text, in reading order."""
    quote = ""
    if story.quote:
        who = _joined(*attribution_of(story, uses).values())
        quote = f"{story.quote}\n{who}"
    sections = (
        ("In brief", story.brief),
        ("The challenge", story.challenge),
        ("The library's role", story.library_role),
        ("What happened", story.outcome),
        (impact_heading(story), story.impact),
        (IN_THEIR_WORDS, quote),
        ("Working with", working_with(story)),
    )
    return tuple((heading, text) for heading, text in sections if text)


def _facets(story: "CaseStudy") -> dict[str, list[tuple[str, str]]]:
    if not story.pk:
        return {}
    organisation = story.organisation
    kind = organisation.organisation_type if organisation else None
    return {
        **({"organisation_type": _labels([kind])} if kind else {}),
        "impact_category": _labels(story.impact_categories.all()),
        "service_used": _labels(story.services_used.all()),
        "staff_group": _labels(story.staff_groups.all()),
    }


def _labels(terms: "Iterable[Term]") -> list[tuple[str, str]]:
    return [(term.code, term.label) for term in terms]


def _figures(story: "CaseStudy") -> tuple[tuple[str, str], ...]:
    return ((story.figure, figure_words(story)),) if story.figure else ()


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
