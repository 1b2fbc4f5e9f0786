"""What the page of a sign-off shows: the exact words, their cards, the story around."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from amd.cards import Format, short_alt_text
from amd.consent.models import SignOff, Use
from amd.consent.words import Person
from amd.pictures import signed
from amd.publishing.cards import card_in_words, offered_formats
from amd.publishing.freeze import preview
from amd.publishing.models import Publication
from amd.publishing.page import heading_of, sections_of
from amd.records.models import Record

from .difference import difference
from .links import sign_off_link
from .sign_off import words_for
from .sign_off_states import State, state_of

LABELS = {
    "quote": "Words",
    "extract": "Words on the card",
    "name": "Name",
    "quoted_name": "Name",
    "title": "Job title",
    "quoted_title": "Job title",
    "organisation_name": "Organisation",
    "quoted_organisation": "Organisation",
    "capacity": "Speaking",
    "transcript": "What you said in the interview",
    "source_url": "Where the interview can be seen",
}
WHOLE = "portrait"
WIDE = "landscape"


@dataclass(frozen=True)
class Texts:
    """The frozen words of a question, by what they are."""

    quote: list[str]
    extract: str
    name: str
    title: str
    organisation: str
    is_for_organisation: bool
    transcript: list[str]
    source_url: str


@dataclass(frozen=True)
class Pictures:
    """The first is shown large; the others are the same words in other shapes."""

    first: tuple[Format, str]
    others: list[tuple[Format, str]]
    documents: list[str]
    alt: str


def texts_of(question: SignOff) -> Texts:
    texts = question.texts
    is_part = question.person == Person.QUOTED
    extract = texts.get("extract", "")
    return Texts(
        quote=_paragraphs(texts.get("quote", "")),
        extract=extract if extract != texts.get("quote", "") else "",
        name=texts.get("quoted_name" if is_part else "name", ""),
        title=texts.get("quoted_title" if is_part else "title", ""),
        organisation=texts.get(
            "quoted_organisation" if is_part else "organisation_name", ""
        ),
        is_for_organisation=bool(texts.get("capacity")),
        transcript=_paragraphs(texts.get("transcript", "")),
        source_url=texts.get("source_url", ""),
    )


def preview_for(question: SignOff, record: Record) -> Publication | None:
    """What would be public: with every use while they are asked, then with theirs.

    None where the record no longer holds the words that were asked about.
    """
    if state_of(question, record) not in (State.OPEN, State.ANSWERED):
        return None
    if not question.covers(words_for(record, question.person)):
        return None
    uses = set(Use.values)
    if question.answer:
        if question.answer != SignOff.Answer.APPROVED or question.consent is None:
            return None
        own = {Use.NAME, Use.TITLE} | ({Use.PHOTO} if question.photo_digest else set())
        uses -= own - set(question.consent.uses)
    return preview(record, record.story, uses)


def pictures_of(question: SignOff, record: Record) -> Pictures | None:
    """Private addresses of the cards, in each format that can be drawn. Measures them."""
    publication = preview_for(question, record)
    if publication is None:
        return None
    offered, documents = pictures_and_documents(publication)
    if not offered:
        return None
    first_name = WHOLE if record.story.has_criteria else WIDE
    offered.sort(key=lambda each: each.name != first_name)
    link = sign_off_link(question)
    addressed = [
        (each, reverse("moderation:sign_off_card", args=[link, each.name]))
        for each in offered
    ]
    alt = short_alt_text(card_in_words(publication))
    return Pictures(addressed[0], addressed[1:], documents, alt)


def pictures_and_documents(
    publication: Publication,
) -> tuple[list[Format], list[str]]:
    """The pictures in which this card can be drawn, and what else it is offered as."""
    offered = offered_formats(publication)
    pictures = [each for each in offered if not each.is_document]
    return pictures, [each.label for each in offered if each.is_document]


def story_context(question: SignOff, record: Record) -> dict[str, Any]:
    """The story around a quoted person's part, and the photo that is asked about."""
    context: dict[str, Any] = {"photo": None, "story": None}
    picture = getattr(record, "photo", None) or getattr(record, "picture", None)
    if question.photo_digest and picture:
        context["photo"] = {
            "url": signed.preview_address(picture),
            "alt": picture.alt_text,
            "credit": picture.credit,
        }
    if question.person == Person.QUOTED:
        around = preview(record, record.story)
        context["story"] = {
            "heading": heading_of(around),
            "byline": around.byline,
            "sections": [each for each in sections_of(around) if not each.is_quote],
        }
    return context


def changed_context(question: SignOff, record: Record) -> dict[str, Any]:
    """The words as they are now, with what was taken out and put in."""
    now = words_for(record, question.person)
    if now is None:
        return {"changes": [], "is_still_quoted": False, "is_new_photo": False}
    return {
        "changes": [
            (LABELS.get(each.name, each.name), each)
            for each in difference(question.texts, now.texts)
        ],
        "is_still_quoted": True,
        "is_new_photo": now.photo != question.photo_digest,
    }


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
