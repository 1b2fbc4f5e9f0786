"""How to cite a publication: as a sentence, and as the tags that reference managers read."""

from datetime import date

from django.conf import settings
from django.utils.timezone import localdate

from amd.records.models import Kind

from .models import Publication


def citation_of(publication: Publication, canonical: str) -> str:
    """Author, year, title, address and the day it was read, as Harvard style has it."""
    day = localdate()
    read = f"{day.day} {day:%B %Y}"
    return (
        f"{author_of(publication)} ({_published(publication).year}) "
        f"{title_of(publication)}. Available at: {canonical} (Accessed: {read})."
    )


def citation_tags(publication: Publication, canonical: str) -> list[tuple[str, str]]:
    """As Zotero, Mendeley and search engines for scholars read them."""
    return [
        ("citation_title", title_of(publication)),
        ("citation_author", author_of(publication)),
        ("citation_publication_date", f"{_published(publication):%Y/%m/%d}"),
        ("citation_publisher", settings.SITE_NAME),
        ("citation_language", "en"),
        ("citation_public_url", canonical),
    ]


def author_of(publication: Publication) -> str:
    """Who says it, as far as that is shown; of a case study the library service."""
    card = publication.card
    if publication.kind == Kind.ENDORSEMENT:
        return card.get("name") or "A champion"
    return card.get("service") or publication.organisation_name or settings.SITE_NAME


def title_of(publication: Publication) -> str:
    kind = publication.get_kind_display()
    what = f"{kind} {publication.shown_reference}"
    if publication.kind == Kind.ENDORSEMENT:
        return f"{what} for {settings.SITE_NAME}"
    headline = publication.card.get("headline") or publication.title
    return f"{headline} ({what} for {settings.SITE_NAME})"


def _published(publication: Publication) -> date:
    return localdate(publication.published_at)
