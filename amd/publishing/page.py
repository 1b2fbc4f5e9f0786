"""What the one page of a publication shows: for the gallery, the review and previews."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from amd.campaign.models import Term
from amd.cards import FORMATS, Format, short_alt_text
from amd.cards.words import plain, spoken
from amd.records.models import Kind

from .addresses import absolute, publication_card_url
from .cards import card_in_words, offered_formats
from .citing import citation_of, citation_tags
from .copy import IN_THEIR_WORDS, WHERE_IT_WAS_SAID
from .drawing import drawn_bytes
from .models import Publication
from .post_texts import post_texts
from .structured import structured_data

DESCRIPTION_CHARACTERS = 200
# What the page names; the gallery may sort by more.
SHOWN_FACETS = {scheme.value: str(scheme.label) for scheme in Term.Scheme}
SHOWN_FACETS |= {"phase": "Campaign phase", "event": "Event"}
PICTURE_KINDS = {"PNG": "png", "JPEG": "jpg"}
DOCUMENT_KINDS = {"pdf": "PDF", "pptx": "PowerPoint"}


@dataclass(frozen=True)
class Picture:
    """An image with the numbers that keep its place while it loads."""

    url: str
    width_px: int
    height_px: int
    alt: str


@dataclass(frozen=True)
class Section:
    """A heading and its paragraphs; `is_quote` for the words of the person named.

    With `link`, the one paragraph is the words of a link to that address.
    """

    heading: str
    paragraphs: list[str]
    is_quote: bool
    link: str = ""


@dataclass(frozen=True)
class File:
    """A file to save: its kind as people call it, and its size where that matters."""

    kind: str
    url: str
    bytes: int = 0


@dataclass(frozen=True)
class Download:
    format: Format
    files: list[File]


def page_context(
    publication: Publication, *, preview: bool = False, picture_url: str = ""
) -> dict[str, Any]:
    """Everything that publishing/record.html needs.

    With documents offered, a query for the logos, and three for each one that is not
    drawn yet. A preview has no address, link previews or downloads; its picture comes from
    `picture_url`, behind the record's own check.
    """
    is_story = publication.kind == Kind.CASE_STUDY
    offered = [] if preview else downloads_of(publication)
    shape = _shape(publication, is_story=is_story, offered=offered)
    context = {
        "publication": publication,
        "card": publication.card,
        "is_preview": preview,
        "is_story": is_story,
        "kind": publication.get_kind_display(),
        "region": publication.region.name if publication.region else "National",
        "mailbox": publication.region.mailbox if publication.region else "",
        "heading": heading_of(publication),
        "description": description_of(publication),
        "sections": sections_of(publication),
        "figures": publication.figures,
        "facets": [*facets_of(publication), *shown_beside(publication)],
        "picture": _picture(publication, shape, picture_url if preview else None),
        "downloads": offered,
    }
    return context | ({} if preview else _for_other_machines(publication, context))


def heading_of(publication: Publication) -> str:
    card = publication.card
    return card.get("headline") or card.get("name") or publication.title


def sections_of(publication: Publication) -> list[Section]:
    """The words in reading order. An endorsement begins with its quotation."""
    is_endorsement = publication.kind == Kind.ENDORSEMENT
    return [
        _section(
            publication,
            heading,
            text,
            is_quote=heading == IN_THEIR_WORDS or (is_endorsement and place == 0),
        )
        for place, (heading, text) in enumerate(publication.sections)
    ]


def _section(
    publication: Publication, heading: str, text: str, *, is_quote: bool
) -> Section:
    if heading == WHERE_IT_WAS_SAID:
        words, _, address = text.partition("\n")
        if address.startswith("https://"):
            return Section(heading, [words], is_quote=False, link=address)
    words = _without_attribution(publication, text) if is_quote else text
    return Section(heading, _paragraphs(words, is_quote), is_quote)


def facets_of(publication: Publication) -> list[tuple[str, list[str]]]:
    """(name of the list, labels) for each list with an entry."""
    return [
        (SHOWN_FACETS[scheme], [label for _, label in terms])
        for scheme, terms in publication.facets.items()
        if terms and scheme in SHOWN_FACETS
    ]


def shown_beside(publication: Publication) -> list[tuple[str, list[str]]]:
    """Whose logos the card shows, for they are words on it too, and who took its photo."""
    card = publication.card
    given = {"Partners": card.get("partners"), "Photo": card.get("photo_credit")}
    return [(name, [who]) for name, who in given.items() if who]


def description_of(publication: Publication) -> str:
    """One or two sentences for search engines and link previews, cut at a word."""
    if publication.kind == Kind.ENDORSEMENT:
        card = publication.card
        who = ", ".join(filter(None, (card.get("title"), card.get("organisation"))))
        words = f"“{plain(spoken(card.get('quote', '')))}” {who}"
    else:
        words = publication.card.get("body") or publication.byline
    words = " ".join(words.split())
    if len(words) <= DESCRIPTION_CHARACTERS:
        return words
    return words[:DESCRIPTION_CHARACTERS].rsplit(" ", 1)[0] + "…"


def downloads_of(publication: Publication) -> list[Download]:
    return [
        Download(each, _files(publication, each)) for each in formats_of(publication)
    ]


def formats_of(publication: Publication) -> list[Format]:
    """What it is offered in: nothing without consent to social media."""
    return offered_formats(publication) if publication.allows_social else []


def _files(publication: Publication, shown: Format) -> list[File]:
    """A document says its size; to know it, it is drawn once."""
    if not shown.is_document:
        return [
            File(
                kind, publication_card_url(publication, shown.name, ext, download=True)
            )
            for kind, ext in PICTURE_KINDS.items()
        ]
    ext = shown.kinds[0]
    url = publication_card_url(publication, shown.name, ext, download=True)
    size = drawn_bytes(publication, shown.name, ext)
    return [File(DOCUMENT_KINDS[ext], url, size)]


def _shape(
    publication: Publication, *, is_story: bool, offered: list[Download]
) -> Format:
    """A vignette is whole only in portrait, which needs consent to social media."""
    portrait = FORMATS["portrait"]
    has_portrait = any(each.format == portrait for each in offered)
    return portrait if is_story and has_portrait else FORMATS["landscape"]


def _picture(
    publication: Publication, shape: Format, preview_url: str | None
) -> Picture | None:
    """In a preview, the address given or none."""
    if preview_url == "":
        return None
    url = preview_url or publication_card_url(publication, shape.name, "png")
    alt = short_alt_text(card_in_words(publication))
    return Picture(url, shape.width_px, shape.height_px, alt)


def _for_other_machines(
    publication: Publication, context: dict[str, Any]
) -> dict[str, Any]:
    """Canonical address, link preview and data for search engines.

    The link preview shows the person: only with consent to social media.
    """
    canonical = absolute(publication.get_absolute_url())
    shared = None
    if any(each.format.name == "link" for each in context["downloads"]):
        link = FORMATS["link"]
        url = absolute(publication_card_url(publication, "link", "png"))
        shared = Picture(url, link.width_px, link.height_px, publication.alt_text)
    return {
        "canonical": canonical,
        "citation": citation_of(publication, canonical),
        "citation_tags": citation_tags(publication, canonical),
        "posts": post_texts(publication),
        "similar": [],
        "shared_picture": shared,
        "structured_data": structured_data(publication, canonical, context),
        "report_url": reverse("gallery:report", args=[publication.address_reference]),
    }


def _without_attribution(publication: Publication, text: str) -> str:
    """Without a last line that names who speaks: the page sets it by itself."""
    words, newline, last = text.rpartition("\n")
    name = publication.card.get("name", "")
    return words if newline and name and last.startswith(name) else text


def _paragraphs(text: str, is_quote: bool) -> list[str]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if is_quote and len(lines) == 1:
        return [plain(spoken(lines[0]))]
    return lines
