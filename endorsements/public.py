"""The public copy of an endorsement: what these uses permit, and nothing else."""

from typing import TYPE_CHECKING

from amd.consent.models import Use
from amd.publishing.copy import IN_THEIR_WORDS, PublicCopy

if TYPE_CHECKING:
    from .models import Endorsement

DESIGN = "social_card"


def copy_of(endorsement: "Endorsement", uses: frozenset[str]) -> PublicCopy:
    """One query for the facet, unless organisation and its type were fetched before;
    another where there are logos.
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
        sections=((IN_THEIR_WORDS, endorsement.quote),),
        design=DESIGN,
        card={field: text for field, text in card.items() if text},
        photo=endorsement.photo if Use.PHOTO in uses else None,
        logos=endorsement.current_logos,
        facets=_facets(endorsement),
    )


def _facets(endorsement: "Endorsement") -> dict[str, list[tuple[str, str]]]:
    organisation = endorsement.organisation
    kind = organisation.organisation_type if organisation else None
    return {kind.scheme: [(kind.code, kind.label)]} if kind else {}
