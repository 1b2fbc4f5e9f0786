"""From a frozen copy to the engine's card: words by field name, the photo as bytes."""

import hashlib
import logging
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings

from amd.cards import (
    DESIGNS,
    FORMATS,
    Card,
    Content,
    Format,
    Photo,
    Problem,
    check,
    digest,
)
from amd.records import reference as references

from .copy import PublicCopy

if TYPE_CHECKING:
    from amd.pictures.models import Picture

    from .logos import PartnerLogo
    from .models import Publication

logger = logging.getLogger(__name__)

# A champion speaks in the campaign's blue; a case study reads as a document does.
THEME_OF = {"social_card": "blue", "vignette": "light"}
# Without a problem in all of these nothing is published.
NEEDED_FORMATS = ("landscape", "link", "square", "portrait")
DOWNLOAD_FORMATS = (*NEEDED_FORMATS, "tall", "story", "slide")
DOCUMENT_FORMATS = ("a4", "pptx")
OFFERED_FORMATS = (*DOWNLOAD_FORMATS, *DOCUMENT_FORMATS)
# What answers without consent to social media: the gallery and the record's page.
PAGE_FORMATS = ("landscape", "thumb")
PHOTO_PX = 640
LOGO_PX = 320
DIGEST_CHARACTERS = 20
CREDIT = "© the person quoted"
TEXT_FIELDS = [each.name for each in fields(Content) if isinstance(each.default, str)]


def frozen_card(
    copy: PublicCopy, *, reference: str, is_sample: bool, ends_on: date | None = None
) -> dict[str, str]:
    """The card's words as they are stored, with mark, address, focal point and terms."""
    words = dict(copy.card)
    words["hashtag"] = settings.CAMPAIGN_HASHTAG
    words["mark"] = "Sample" if is_sample else ""
    words["address"] = settings.CARD_ADDRESS
    if reference:
        words["address"] += f"/{references.in_address(reference)}"
    words["credit"] = credited(copy.photo.credit if copy.photo else "")
    words["terms"] = terms_until(ends_on) if ends_on else ""
    if copy.logos:
        words["partners"] = ", ".join(logo.name for logo in copy.logos)
    if copy.photo:
        words["focal"] = f"{copy.photo.focal_x:.3f} {copy.photo.focal_y:.3f}"
        words["photo_alt"] = copy.photo.alt_text
        if copy.photo.credit:
            words["photo_credit"] = copy.photo.credit
    return words


def credited(photographer: str = "") -> str:
    """Whose words and whose photo, to travel inside the file."""
    return f"{CREDIT}. Photo: {photographer}" if photographer else CREDIT


def terms_until(day: date) -> str:
    """What the page of the record says about use, to travel inside the file."""
    until = f"{day.day} {day:%B %Y}"
    return f"Share this card unchanged until {until}; stop when it is withdrawn."


def card_of(publication: "Publication") -> Card:
    """The card to draw. Reads the photo's file; one that is lost is left out, and logged."""
    card = card_in_words(publication)
    return _pictured(card, publication.card, publication.photo, publication.logos)


def card_in_words(publication: "Publication") -> Card:
    """The card without its pictures: for alt text; reads no file."""
    return _in_words(publication.design, publication.theme, publication.card)


def card_of_copy(
    copy: PublicCopy,
    *,
    reference: str = "",
    is_sample: bool = False,
    ends_on: date | None = None,
) -> Card:
    """The card of a copy that is not frozen: previews and checks."""
    words = frozen_card(copy, reference=reference, is_sample=is_sample, ends_on=ends_on)
    card = _in_words(copy.design, THEME_OF[copy.design], words)
    return _pictured(card, words, copy.photo, copy.logos)


def address_digest(publication: "Publication") -> str:
    """Names the drawn files: words, picture, design, fonts and engine; reads no file."""
    stamp = _engine_stamp(publication.design, publication.theme)
    whole = f"{publication.content_digest}:{stamp}"
    return hashlib.sha256(whole.encode()).hexdigest()[:DIGEST_CHARACTERS]


def offered_formats(publication: "Publication") -> list[Format]:
    """The formats for download in which this card can be drawn without a problem."""
    card = card_of(publication)
    return [FORMATS[name] for name in OFFERED_FORMATS if check(card, name).ok]


def problems_of(card: Card) -> list[str]:
    """A sentence for each slot that refuses; the format that asks for most speaks."""
    return [problem.sentence for problem in worst_problems(card)]


def worst_problems(card: Card) -> list[Problem]:
    """The same with the slot of each, so that a form can say it beside the question."""
    worst: dict[tuple[str, str], Problem] = {}
    for name in NEEDED_FORMATS:
        for problem in check(card, name).problems:
            by_length = problem.over_by_characters > 0
            key = (problem.slot, "" if by_length else problem.sentence)
            known = worst.get(key)
            if not known or problem.over_by_characters > known.over_by_characters:
                worst[key] = problem
    return list(worst.values())


@lru_cache(maxsize=32)
def _engine_stamp(design: str, theme: str) -> str:
    """Moves with the design, the fonts and the engine's version."""
    return digest(Card(DESIGNS[design], theme, Content()))


def _in_words(design: str, theme: str, words: dict[str, str]) -> Card:
    texts: dict[str, Any] = {
        name: words[name] for name in TEXT_FIELDS if words.get(name)
    }
    return Card(DESIGNS[design], theme, Content(**texts))


def _pictured(
    card: Card,
    words: dict[str, str],
    picture: "Picture | None",
    logos: "Iterable[PartnerLogo]",
) -> Card:
    """With the bytes of photo and logos; a file that is lost is left out, and logged."""
    photo = _photo(picture, words.get("focal", "")) if picture else None
    shown = (_bytes(logo.picture, LOGO_PX) for logo in logos)
    content = replace(
        card.content, photo=photo, logos=tuple(data for data in shown if data)
    )
    return replace(card, content=content)


def _photo(picture: "Picture", focal: str) -> Photo | None:
    data = _bytes(picture, PHOTO_PX)
    x, y = (float(part) for part in focal.split()) if focal else (0.5, 0.35)
    return Photo(data, (x, y)) if data else None


def _bytes(picture: "Picture", short_side_px: int) -> bytes:
    try:
        return picture.bytes_at(short_side_px)
    except (OSError, ValueError):
        logger.exception("The file of picture %s cannot be read", picture.pk)
        return b""
