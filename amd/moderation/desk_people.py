"""What the review page shows of each person who answers for words in a record."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from amd.consent.models import Use
from amd.consent.words import Person
from amd.records.models import Record

from .agreed_words import difference_for
from .asking import Standing, State, standings
from .forms import AskForm, PersonForm, VouchForm
from .sign_off import ASKED_WHILE
from .told import sentences

# Where the person's own words stand with their answer.
SAID_MORE = (State.CHANGES, State.REFUSED)


def people_of(record: Record, sent: Mapping[str, Any] | None = None) -> list[Any]:
    """Forms that were sent with errors come in as ask_form and vouch_form."""
    sent = sent or {}
    return [_person(record, each, sent) for each in standings(record)]


def _person(
    record: Record, standing: Standing, sent: Mapping[str, Any]
) -> dict[str, Any]:
    question = standing.question
    return {
        "key": standing.words.person,
        "who": standing.who,
        "state": standing.state,
        "is_covered": standing.is_covered,
        "is_changed": standing.is_changed,
        "was_asked": question is not None,
        "sentences": sentences(standing),
        "comment": question.comment if question and standing.state in SAID_MORE else "",
        "difference": difference_for(record, standing),
        **_answer(record, standing),
        "ask_form": _ask_form(record, standing, sent.get("ask_form")),
        "again_form": _again_form(record, standing),
        # A contributor's own word counts; a lead who changed theirs asks them again.
        "vouch_form": _vouch_form(record, standing, sent.get("vouch_form"))
        if standing.words.person != Person.CONTRIBUTOR or standing.answer is None
        else None,
    }


def _answer(record: Record, standing: Standing) -> dict[str, Any]:
    """What they said about exactly these words, if anything."""
    answer = standing.answer
    agreed = [use.label for use in Use if answer and answer.allows(use)]
    url = ""
    if answer and answer.evidence_id:
        url = reverse("admin:records_record_paper", args=[record.pk, answer.pk])
    return {
        "answer": answer,
        "is_own_word": answer is not None and answer.is_own_word,
        "agreed": agreed,
        "not_agreed": [use.label for use in Use if use.label not in agreed],
        "paper_url": url,
    }


def _ask_form(
    record: Record, standing: Standing, sent: AskForm | None
) -> AskForm | None:
    """None where nothing can be asked any more."""
    if record.status not in ASKED_WHILE:
        return None
    person = standing.words.person
    if sent is None or sent.data.get("person") != person:
        email = standing.address or record.story.address_of(person)
        sent = AskForm(record=record, initial=_seen(record, standing, email=email))
    sent.auto_id = f"id_ask_{person}_%s"
    return sent


def _again_form(record: Record, standing: Standing) -> PersonForm | None:
    """Only while the link they have asks about these words."""
    if standing.open_question is None or record.status not in ASKED_WHILE:
        return None
    person = standing.words.person
    return PersonForm(initial=_seen(record, standing), auto_id=f"id_again_{person}_%s")


def _vouch_form(
    record: Record, standing: Standing, sent: VouchForm | None
) -> VouchForm:
    person = standing.words.person
    if sent is None or sent.data.get("person") != person:
        # What they ticked themselves is shown; the lead still ticks that she asked.
        uses = standing.answer.uses if standing.answer else []
        sent = VouchForm(initial=_seen(record, standing, uses=uses))
    sent.auto_id = f"id_{person}_%s"
    return sent


def _seen(record: Record, standing: Standing, **more: Any) -> dict[str, Any]:
    return {"version": record.version, "person": standing.words.person, **more}
