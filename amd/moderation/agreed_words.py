"""Which words somebody agreed to, and how they differ from those that stand there now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from amd.consent.models import ConsentRecord
from amd.consent.words import Person, SignedWords
from amd.publishing.models import Publication
from amd.records.models import Record

from .asking import Standing
from .difference import Change, difference


@dataclass(frozen=True)
class Difference:
    """What to show of it: changed texts by their labels, and the picture in words."""

    texts: list[tuple[str, Change]]
    photo: str = ""


def difference_for(record: Record, standing: Standing) -> Difference | None:
    """From what they signed, or were last asked about, to the words as they stand.

    None where those words are not known: of an answer that a lead vouched for we keep
    the digest alone, unless they were asked by link or the public copy has them.
    """
    before = _words_before(record, standing)
    if before is None or before.digest() == standing.digest:
        return None
    now = standing.words
    changes = difference(
        shown_texts(record, before.texts), shown_texts(record, now.texts)
    )
    labels = [(label_of(record, change.name), change) for change in changes]
    return Difference(labels, _of_photo(before.photo, now.photo))


def _words_before(record: Record, standing: Standing) -> SignedWords | None:
    if standing.earlier:
        return _asked(standing, standing.earlier.digest) or _published(
            record, standing.earlier, standing.words
        )
    return _asked(standing, standing.question.digest) if standing.question else None


def _asked(standing: Standing, digest: str) -> SignedWords | None:
    """The words as a question about them froze them."""
    for question in standing.questions:
        if question.digest == digest and question.texts:
            person = standing.words.person
            return SignedWords(person, question.texts, question.photo_digest)
    return None


def _published(
    record: Record, answer: ConsentRecord, now: SignedWords
) -> SignedWords | None:
    """The words of the live copy, where the digest proves that they are those. 2 queries.

    What a copy does not keep as it was signed, such as the address of a video or a photo
    that they did not agree to, may still be as it stands now.
    """
    live = Publication.objects.live().filter(record_id=record.pk)
    copy = live.select_related("photo").first()
    if copy is None:
        return None
    texts = _texts_of(copy, answer.person)
    for photo in (copy.photo.digest if copy.photo else "", now.photo):
        for signed in (texts, {**now.texts, **texts}):
            words = SignedWords(answer.person, signed, photo)
            if words.digest() == answer.digest:
                return words
    return None


def _texts_of(copy: Publication, person: str) -> dict[str, str]:
    card = copy.card
    name, title = card.get("name", ""), card.get("title", "")
    organisation, quote = card.get("organisation", ""), card.get("quote", "")
    if person == Person.QUOTED:
        return {
            "quote": quote,
            "quoted_name": name,
            "quoted_title": title,
            "quoted_organisation": organisation,
        }
    whole = copy.sections[0][1] if copy.sections else ""
    return {
        "quote": whole,
        "extract": quote if quote != whole else "",
        "name": name,
        "title": title,
        "organisation_name": organisation,
    }


def shown_texts(record: Record, texts: Mapping[str, str]) -> dict[str, str]:
    """What was chosen from a list by its label."""
    shown = {}
    for name, text in texts.items():
        choices = dict(_field(record, name).flatchoices)
        shown[name] = str(choices.get(text, text))
    return shown


def label_of(record: Record, name: str) -> str:
    label = str(_field(record, name).verbose_name)
    return label[:1].upper() + label[1:]


def _field(record: Record, name: str) -> Any:
    return record._meta.get_field(name)


def _of_photo(before: str, now: str) -> str:
    if before == now:
        return ""
    if not before:
        return "A photo was added."
    return (
        "Another photo took the place of theirs." if now else "The photo was removed."
    )
