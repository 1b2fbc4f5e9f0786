"""What I agreed to: everything that a person with a private link sees of their answer."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from amd.campaign.models import ConsentWording
from amd.cards import Format, short_alt_text
from amd.consent.asked import offered_for
from amd.consent.models import ConsentRecord, SignOff, Use
from amd.consent.words import Person, SignedWords
from amd.publishing.addresses import publication_card_url
from amd.publishing.cards import FORMATS, card_in_words
from amd.publishing.models import Publication
from amd.records.models import Move, Record, Role

from .changes_of_mind import may_add, standing_answers
from .links import my_link, sign_off_link
from .narrowing import counted_for
from .sign_off import sentences, words_for
from .sign_off_shown import pictures_and_documents
from .sign_off_states import own_digest
from .takedowns import uses_told


@dataclass(frozen=True)
class Holder:
    """Whoever holds a private link: whose answers they see and may change.

    `digest` is empty where every answer of this person in the record is theirs.
    """

    record: Record
    person: str
    by: Role
    words: SignedWords
    home: str
    uses: str
    withdraw: str
    digest: str = ""

    def answers(self) -> list[ConsentRecord]:
        return standing_answers(self.record, self.person, digest=self.digest)


@dataclass(frozen=True)
class Shown:
    """A live copy as its person sees it: the page, and each card as a picture."""

    publication: Publication
    pictures: list[tuple[Format, str]]
    documents: list[str]
    alt: str


def holder_of_question(question: SignOff, record: Record) -> Holder:
    link = sign_off_link(question)
    return Holder(
        record,
        question.person,
        Role.QUOTED_PERSON,
        SignedWords(question.person, question.texts, question.photo_digest),
        home=reverse("moderation:sign_off", args=[link]),
        uses=reverse("moderation:sign_off_uses", args=[link]),
        withdraw=reverse("moderation:sign_off_withdraw", args=[link]),
        digest=own_digest(question, record),
    )


def holder_of_record(record: Record) -> Holder:
    """The author: a champion who wrote at /endorse/, or a contributor."""
    is_story = record.story.has_criteria
    person = Person.CONTRIBUTOR if is_story else Person.CHAMPION
    link = my_link(record)
    return Holder(
        record,
        person,
        Role.AUTHOR,
        words_for(record, person) or SignedWords(person),
        home=reverse("moderation:agreed", args=[link]),
        uses=reverse("moderation:my_uses", args=[link]),
        withdraw=reverse("moderation:my_withdraw", args=[link]),
    )


def agreed_context(holder: Holder) -> dict[str, Any]:
    """About ten queries; measures the cards of what is live."""
    answers = holder.answers()
    answer = answers[0] if answers else None
    newer = answers[1] if len(answers) > 1 else None
    shown = shown_to(holder, answer)
    return {
        "holder": holder,
        "answer": answer,
        "is_over": answer is not None and answer.ends_on < timezone.localdate(),
        "agreed": sentences(answer) if answer else [],
        "not_agreed": _not_agreed(holder, answer),
        "newer": newer,
        "newer_agreed": sentences(newer) if newer else [],
        "wording_url": wording_url(answer.wording) if answer else "",
        "shown": shown,
        "card_uses": uses_told(
            holder.record,
            holder.person,
            since=answer.given_at if answer else timezone.now(),
        ),
        "may_withdraw": may_withdraw(holder),
    }


def wording_url(wording: ConsentWording) -> str:
    return reverse("web:wording", args=[wording.person, wording.version])


def shown_to(holder: Holder, answer: ConsentRecord | None) -> Shown | None:
    """The live copy, where it shows the words that this answer is about."""
    publication = _live_copy(holder, answer) if answer else None
    if publication is None:
        return None
    formats, documents = [FORMATS["landscape"]], list[str]()
    if publication.allows_social:
        formats, documents = pictures_and_documents(publication)
    pictures = [
        (each, publication_card_url(publication, each.name, "png")) for each in formats
    ]
    alt = short_alt_text(card_in_words(publication))
    return Shown(publication, pictures, documents, alt)


def _live_copy(holder: Holder, answer: ConsentRecord) -> Publication | None:
    live = Publication.objects.live().filter(record_id=holder.record.pk)
    publication = live.for_pages().first()
    counted = counted_for(publication, holder.person) if publication else None
    return publication if counted and counted.digest == answer.digest else None


def public_already(holder: Holder) -> dict[str, str] | None:
    """Where earlier words of theirs are public, and the ways to change that."""
    answers = holder.answers()
    shown = _live_copy(holder, answers[0]) if answers else None
    if shown is None:
        return None
    return {
        "page": shown.get_absolute_url(),
        "uses": holder.uses,
        "withdraw": holder.withdraw,
    }


def may_withdraw(holder: Holder) -> bool:
    is_part = holder.person == Person.QUOTED
    return holder.record.may(Move.REMOVE_QUOTED_PERSON if is_part else Move.WITHDRAW)


def offered_to(holder: Holder, answer: ConsentRecord) -> list[Use]:
    """What can be ticked: what is agreed already, and what they may still add."""
    asked = offered_for(holder.words) if may_add(answer, holder.by) else ()
    return [use for use in Use if use in asked or answer.allows(use)]


def _not_agreed(holder: Holder, answer: ConsentRecord | None) -> list[str]:
    if answer is None:
        return []
    said = answer.wording.uses
    return [
        said.get(use.value, use.label)
        for use in offered_for(holder.words)
        if not answer.allows(use)
    ]
