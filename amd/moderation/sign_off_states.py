"""What became of a question, as far as its link can tell the person who holds it."""

from enum import StrEnum

from amd.consent.models import ConsentRecord, SignOff
from amd.consent.words import Person
from amd.records.models import Record, Status

from .changes_of_mind import standing_answer
from .sign_off import ASKED_WHILE, words_for


class State(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    CHANGED = "changed"
    """The words were edited after they were sent."""
    REPLACED = "replaced"
    EXPIRED = "expired"
    CLOSED = "closed"
    """Declined: there is nothing to publish."""
    ERASED = "erased"


def state_of(question: SignOff, record: Record) -> State:
    """One to six queries: an answered question is asked whether it still counts."""
    if record.status == Status.WITHDRAWN or not question.texts:
        return State.ERASED
    if question.answer:
        return State.ANSWERED if has_say(question, record) else State.REPLACED
    if question.replaced_at:
        return State.REPLACED
    if record.status not in ASKED_WHILE:
        return State.CLOSED
    if question.is_expired:
        return State.EXPIRED
    still = question.covers(words_for(record, question.person))
    return State.OPEN if still else State.CHANGED


def has_say(question: SignOff, record: Record) -> bool:
    """Whether this link still acts: the newest question's, or that of what holds."""
    newest = SignOff.objects.newest(record, question.person)
    if newest is None or newest.pk == question.pk:
        return True
    standing = standing_answer(record, question.person)
    return bool(standing and standing.digest == question.digest)


def own_digest(question: SignOff, record: Record) -> str:
    """Empty where all answers in it are of this person, else the digest of their words.

    A case study may have quoted somebody else before, or may do so next.
    """
    if question.person == Person.CHAMPION:
        return ""
    answered = ConsentRecord.objects.filter(record_id=record.pk, person=question.person)
    digests = set(answered.values_list("digest", flat=True)) - {question.digest}
    asked_here = SignOff.objects.filter(
        record_id=record.pk, person=question.person, email__iexact=question.email
    )
    theirs = set(asked_here.values_list("digest", flat=True))
    return question.digest if digests - theirs else ""
