"""Addresses of cards and the names of the files that people save."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.text import slugify

from .cards import address_digest
from .models import Publication
from .search import fold

EXTENSIONS = {
    "png": "png",
    "jpg": "jpeg",
    "webp": "webp",
    "pdf": "pdf",
    "pptx": "pptx",
}
"""The engine's kind by the ending of a file's name."""
CONTENT_TYPES = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "pptx": (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ),
}
DOWNLOAD = "download"
SLUG_CHARACTERS = 40


def publication_card_url(
    publication: Publication, format_name: str, ext: str, *, download: bool = False
) -> str:
    """The path of today's drawing; no file and no query."""
    address = reverse(
        "publishing:card",
        args=[
            publication.address_reference,
            address_digest(publication),
            format_name,
            ext,
        ],
    )
    return f"{address}?{urlencode({DOWNLOAD: 1})}" if download else address


def absolute(path: str) -> str:
    """With the site's own address: for link previews, feeds and mails."""
    return f"{settings.SITE_ADDRESS}{path}"


def id_of(publication: Publication) -> str:
    """A record's name for ever, whatever its kind: what is printed on its cards."""
    return absolute(reverse("gallery:short", args=[publication.address_reference]))


def file_name(publication: Publication, format_name: str, ext: str) -> str:
    """amilliondecisions-dr-sample-person-7f3k-2q-square.png, in plain letters."""
    parts = (campaign_slug(), record_slug(publication), format_name)
    return f"{'-'.join(parts)}.{ext}"


def record_slug(publication: Publication) -> str:
    """dr-sample-person-7f3k-2q: at most 48 characters of a to z, 0 to 9 and hyphen."""
    words = publication.card.get("name") or publication.card.get("headline") or ""
    if publication.kind == "casestudy":
        words = publication.card.get("headline") or words
    return f"{short_slug(words) or publication.kind}-{publication.address_reference}"


def short_slug(words: str) -> str:
    """At most 40 characters of a to z, 0 to 9 and hyphen, as far as whole words go."""
    slug = slugify(fold(words))
    if len(slug) <= SLUG_CHARACTERS:
        return slug
    return slug[: SLUG_CHARACTERS + 1].rpartition("-")[0] or slug[:SLUG_CHARACTERS]


def campaign_slug() -> str:
    return slugify(settings.CAMPAIGN_HASHTAG)
