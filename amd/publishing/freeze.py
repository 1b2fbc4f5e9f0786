"""Freezing: from a record and what its people agreed to, an unsaved Publication."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from amd.campaign.models import User
from amd.cards import alt_text
from amd.consent.models import END_AFTER, ConsentRecord, Use
from amd.records import reference as references
from amd.records.models import Record

from .cards import THEME_OF, card_in_words, frozen_card
from .copy import PublicCopy
from .logos import in_slots
from .models import Publication
from .search import fold

if TYPE_CHECKING:
    from amd.moderation.story import Story


def build(
    record: Record,
    copy: PublicCopy,
    *,
    consent: ConsentRecord,
    uses: Iterable[str],
    by: User | None,
    ends_on: date | None = None,
) -> Publication:
    """The copy to put live. It ends with the given answer, or earlier where told so."""
    until = min(consent.ends_on, ends_on or consent.ends_on)
    publication = _frozen(record, copy, uses, until)
    publication.consent = consent
    publication.published_by = by
    return publication


def preview(
    record: Record, story: "Story", uses: Iterable[str] = Use.values
) -> Publication:
    """What the public would see with these uses, else with all; never to be saved."""
    permitted = frozenset(uses)
    until = timezone.localdate() + END_AFTER
    return _frozen(record, story.public_copy(permitted), permitted, until)


def _frozen(
    record: Record, copy: PublicCopy, uses: Iterable[str], ends_on: date
) -> Publication:
    publication = Publication(
        record_id=record.pk,
        kind=record.kind,
        reference=record.reference,
        region=record.region,
        organisation_name=record.organisation_name,
        title=copy.title,
        byline=copy.byline,
        sections=[list(section) for section in copy.sections],
        design=copy.design,
        theme=THEME_OF[copy.design],
        card=frozen_card(
            copy,
            reference=record.reference,
            is_sample=record.is_sample,
            ends_on=ends_on,
        ),
        photo=copy.photo,
        **in_slots(copy.logos),
        facets={
            scheme: [list(term) for term in terms]
            for scheme, terms in copy.facets.items()
        },
        figures=[list(figure) for figure in copy.figures],
        search_text=search_text(record, copy),
        as_at=timezone.localdate(),
        uses=sorted(uses),
        ends_on=ends_on,
        is_sample=record.is_sample,
    )
    publication.alt_text = copy.alt_text or alt_text(card_in_words(publication))
    publication.content_digest = publication.digest_of_content()
    return publication


def search_text(record: Record, copy: PublicCopy) -> str:
    """Everything a visitor may look for, folded; nothing that the copy does not show."""
    words: list[Any] = [
        references.shown(record.reference),
        record.reference,
        copy.title,
        copy.byline,
        record.organisation_name,
        record.region.name if record.region else "",
        *(text for section in copy.sections for text in section),
        *(copy.card.get(name, "") for name in SEARCHED_ON_CARD),
        *(logo.name for logo in copy.logos),
        *(text for figure in copy.figures for text in figure),
        *(label for terms in copy.facets.values() for _, label in terms),
        copy.search_text,
    ]
    return fold("\n".join(words))


SEARCHED_ON_CARD = (
    "quote",
    "name",
    "title",
    "organisation",
    "headline",
    "body",
    "working_with",
    "service",
)
