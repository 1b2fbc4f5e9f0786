"""The published record that somebody starts a card of their own from."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from amd.cards import DESIGNS, THEMES
from amd.publishing.models import Publication
from amd.publishing.page import heading_of

from .forms import FORMS

GONE = (
    "The record that you started from was taken down. Stop using its words and take "
    "down what you made of them"
)


@dataclass(frozen=True)
class Source:
    """What the page says of it, and what stands in the form; its photo does not."""

    reference: str
    heading: str
    url: str
    ends_on: date
    design: str
    initial: dict[str, Any]


def source_of(reference: str) -> Source | None:
    """None where there is none, or its words may not be shared. One query, or none."""
    if not reference:
        return None
    known = Publication.objects.live().for_pages().with_reference(reference)
    publication = known.first()
    if publication is None or not publication.allows_social:
        return None
    card = publication.card
    words = FORMS[publication.design].words
    initial = {name: card[name] for name in words if card.get(name)}
    if publication.theme in THEMES:
        initial["theme"] = publication.theme
    return Source(
        publication.address_reference,
        heading_of(publication),
        publication.get_absolute_url(),
        publication.ends_on,
        DESIGNS[publication.design].name,
        initial,
    )
