"""The public copy of an endorsement: what these uses permit, and nothing else."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from amd.consent.models import Use
from amd.publishing.copy import IN_THEIR_WORDS, WHERE_IT_WAS_SAID, PublicCopy

from .circumstances import Circumstances

if TYPE_CHECKING:
    from .models import Endorsement

DESIGN = "social_card"
CAPACITY = ("In which capacity", "Speaking for their organisation")
TRANSCRIPT = "Transcript of the interview"


def copy_of(endorsement: "Endorsement", uses: frozenset[str]) -> PublicCopy:
    """A query for each row it names, unless that was fetched before: the organisation
    and its type, phase, event and champion; another where there are logos.
    """
    name = endorsement.name if Use.NAME in uses else ""
    title = endorsement.title if Use.TITLE in uses else ""
    organisation = endorsement.organisation_name if Use.TITLE in uses else ""
    card = {
        "quote": endorsement.card_words,
        "name": name,
        "title": title,
        "organisation": organisation,
    }
    return PublicCopy(
        title=name,
        byline=", ".join(part for part in (title, organisation) if part),
        sections=_sections(endorsement),
        design=DESIGN,
        card={field: text for field, text in card.items() if text},
        photo=endorsement.photo if Use.PHOTO in uses else None,
        logos=endorsement.current_logos,
        facets=_facets(endorsement),
    )


def _sections(endorsement: "Endorsement") -> tuple[tuple[str, str], ...]:
    sections = [(IN_THEIR_WORDS, endorsement.quote)]
    if endorsement.capacity == Circumstances.Capacity.FOR_ORGANISATION:
        sections.append(CAPACITY)
    if endorsement.source_url:
        lines = (_way_to_it(endorsement), endorsement.source_url)
        sections.append((WHERE_IT_WAS_SAID, "\n".join(lines)))
    if endorsement.transcript:
        sections.append((TRANSCRIPT, endorsement.transcript))
    return tuple(sections)


def _way_to_it(endorsement: "Endorsement") -> str:
    """The words of the link: what one does there, and on whose site."""
    host = (urlsplit(endorsement.source_url).hostname or "").removeprefix("www.")
    if endorsement.source == Circumstances.Source.INTERVIEW:
        return f"Watch the interview on {host}"
    return f"Read the post on {host}"


def _facets(endorsement: "Endorsement") -> dict[str, list[tuple[str, str]]]:
    """What the gallery may sort by; a champion's level says nothing of who they are."""
    organisation = endorsement.organisation
    kind = organisation.organisation_type if organisation else None
    phase, event, champion = endorsement.phase, endorsement.event, endorsement.champion
    facets = {
        kind.scheme if kind else "": kind and (kind.code, kind.label),
        "phase": phase and (str(phase.number), phase.name),
        "event": event and (event.code, event.name),
        "level": champion and (champion.level, champion.get_level_display()),
    }
    return {scheme: [term] for scheme, term in facets.items() if term}
