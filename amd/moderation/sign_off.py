"""Asking one person about their exact words, and keeping what they answer.

Called by the pages of people, of contributors and of leads; nothing here acts on a GET.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from amd.campaign.models import ConsentWording, User
from amd.consent.models import ConsentRecord, Method, SignOff, Use, close_open
from amd.consent.words import Person, SignedWords
from amd.mail import words as mails
from amd.mail.outbox import queue, role_mailbox
from amd.mail.words.letter import plain_name
from amd.records.errors import AlreadyDecided, MoveNotAllowed
from amd.records.models import Record, Role, Status

from .answers import record_answer
from .links import my_address, review_address, sign_off_address
from .step import hold, raise_version

# A person is asked about what may still become public, and about what is.
ASKED_WHILE = (Status.SUBMITTED, Status.SENT_BACK, Status.ACCEPTED, Status.PUBLISHED)
OF_CONTRIBUTOR = "Enter the address of the person quoted: this one is the contributor's"
OF_LEADS = "Enter their own address: what they told you is written down below"
NO_USES = "Nothing. Your words are not used."
TWO_CLICKS = timedelta(minutes=1)


class NotOpen(MoveNotAllowed):
    """The question was answered, replaced, or its time is over."""


class WordsChanged(AlreadyDecided):
    """The words on the page are no longer those of the record."""


class WrongAddress(MoveNotAllowed):
    """Whoever reads there would answer in somebody's place."""


def words_for(record: Record, person: str) -> SignedWords | None:
    """What this person answers for in the record as it stands, if anything."""
    of_theirs = [words for words in record.story.words() if words.person == person]
    return of_theirs[0] if of_theirs else None


@transaction.atomic
def ask(
    record: Record, *, person: str, email: str, by: User | Role, seen_version: int
) -> SignOff:
    """Freeze the words this person answers for, and mail them the question.

    It takes the place of one they have not answered. Raises MoveNotAllowed where there
    is nothing to ask, WrongAddress where somebody else reads, AlreadyDecided where the
    words are no longer those that were seen.
    """
    words = words_for(record, person)
    if record.status not in ASKED_WHILE or words is None:
        raise MoveNotAllowed(
            f"{record.shown_reference}: nothing to ask of {person} ({record.status})",
            sentence="Not sent: there is nothing in it for them to agree to.",
        )
    wrong = wrong_address(record, person=person, email=email, by=by)
    if wrong:
        raise WrongAddress(
            f"{record.shown_reference}: not the address of {person}", sentence=wrong
        )
    hold(record, seen_version=seen_version)
    close_open(record, person)
    question = SignOff.objects.create(
        record_id=record.pk,
        person=person,
        digest=words.digest(),
        texts=words.texts,
        photo_digest=words.photo,
        email=email,
        wording=ConsentWording.objects.current(person),
        asked_by=by if isinstance(by, User) else None,
        asked_as=by if isinstance(by, Role) else Role.LEAD,
    )
    send_question(question)
    return question


def has_just_asked(record: Record, person: str, email: str) -> bool:
    """The second of two clicks: another question would void the link in the first mail."""
    question = SignOff.objects.newest(record, person)
    return (
        question is not None
        and question.is_open
        and question.email == email
        and question.covers(words_for(record, person))
        and question.asked_at > timezone.now() - TWO_CLICKS
    )


def wrong_address(
    record: Record, *, person: str, email: str, by: User | Role | None
) -> str:
    """Why this person cannot be asked at this address, or nothing.

    The contributor does not answer for whom they quote, nor a lead for anybody: she
    vouches for what she was told.
    """
    asked = email.casefold()
    if person == Person.QUOTED and asked == record.author_email.casefold():
        return OF_CONTRIBUTOR
    of_leads = {role_mailbox(record.region).casefold()}
    if isinstance(by, User):
        of_leads.add(by.email.casefold())
    return OF_LEADS if asked in of_leads else ""


def send_question(question: SignOff) -> None:
    """Queue the mail with the link; the same link every time it is sent."""
    record = question.record
    until = timezone.localdate(question.expires_at)
    mail = mails.sign_off_request(
        name=name_in(question),
        kind=record.get_kind_display().lower(),
        reference=record.shown_reference,
        link=sign_off_address(question),
        asked_by=asked_by(question),
        until=f"{until.day} {until:%B %Y}",
    )
    _queue(question.email, mail, record)


def name_in(question: SignOff) -> str:
    """The name in the words, as it is shown; "" where they stay unnamed."""
    return question.texts.get("name") or question.texts.get("quoted_name") or ""


@transaction.atomic
def approve(question: SignOff, *, uses: Iterable[str]) -> ConsentRecord:
    """Their own word for exactly these words. Raises NotOpen or WordsChanged."""
    record, answer = _answer(question, SignOff.Answer.APPROVED, uses)
    send_kept(question, record, agreed_lines(answer))
    _tell_who_asked(question, record)
    return answer


@transaction.atomic
def refuse(question: SignOff, *, comment: str = "") -> ConsentRecord:
    """A "no": an answer without uses, so that no earlier yes counts any more."""
    record, answer = _answer(question, SignOff.Answer.REFUSED, (), comment)
    _tell_who_asked(question, record)
    return answer


@transaction.atomic
def ask_for_changes(question: SignOff, *, comment: str) -> None:
    """They agree to nothing yet, and say what should be different."""
    record, _ = _opened(question)
    raise_version(record, seen_version=record.version)
    _close(question, SignOff.Answer.CHANGES, comment)
    _tell_who_asked(question, record)


def sentences(answer: ConsentRecord) -> list[str]:
    """What was agreed to, in the words that stood beside each box."""
    wording = answer.wording.uses
    return [wording.get(use.value, use.label) for use in Use if answer.allows(use)]


def agreed_lines(answer: ConsentRecord) -> str:
    """The same, as a mail lists it."""
    return "\n".join(f"- {sentence}" for sentence in sentences(answer)) or NO_USES


def send_kept(question: SignOff, record: Record, agreed: str) -> None:
    """Queue the mail about what they agreed to, with the way to change it."""
    mail = mails.sign_off_kept(
        name=name_in(question),
        kind=record.get_kind_display().lower(),
        reference=record.shown_reference,
        link=sign_off_address(question),
        agreed=agreed,
    )
    _queue(question.email, mail, record)


def _answer(
    question: SignOff, answer: SignOff.Answer, uses: Iterable[str], comment: str = ""
) -> tuple[Record, ConsentRecord]:
    record, words = _opened(question)
    # The record's row first, as every move does, so that no two wait for each other.
    kept = record_answer(
        record,
        words=words,
        uses=uses,
        method=Method.SIGN_OFF,
        by=Role.QUOTED_PERSON,
        seen_version=record.version,
    )
    _close(question, answer, comment, kept)
    return record, kept


def _opened(question: SignOff) -> tuple[Record, SignedWords]:
    """The record as it is now, and the words asked about, while both are the same."""
    question.refresh_from_db()
    record: Record = Record.objects.get(pk=question.record_id).story
    if not question.is_open or record.status not in ASKED_WHILE:
        raise _not_open(question)
    words = words_for(record, question.person)
    if words is None or not question.covers(words):
        raise WordsChanged(
            f"Sign-off {question.pk} is about other words",
            sentence="Not kept: the words have changed since we asked you.",
        )
    return record, words


def _close(
    question: SignOff,
    answer: SignOff.Answer,
    comment: str,
    kept: ConsentRecord | None = None,
) -> None:
    """Answer the row while it is open; one of two wins."""
    given: dict[str, Any] = {
        "answer": answer,
        "answered_at": timezone.now(),
        "comment": comment,
        "consent": kept,
    }
    mine = SignOff.objects.open().filter(pk=question.pk, key=question.key)
    if not mine.update(**given):
        raise _not_open(question)
    for name, value in given.items():
        setattr(question, name, value)


def _not_open(question: SignOff) -> NotOpen:
    return NotOpen(
        f"Sign-off {question.pk} is not open",
        sentence="Not kept: this question is not open any more.",
    )


def asked_by(question: SignOff) -> str:
    """Who would like to use the words, as the mail and the page name them."""
    if question.asked_by:
        return str(question.asked_by)
    return plain_name(question.record.author_name) or "A health librarian"


def _tell_who_asked(question: SignOff, record: Record) -> None:
    """The contributor who asked on their own page, else the lead at her role mailbox."""
    is_author = question.asked_as == Role.AUTHOR
    mail = mails.sign_off_answered(
        kind=record.get_kind_display().lower(),
        reference=record.shown_reference,
        page=my_address(record) if is_author else review_address(record),
        who=str(Person(question.person).label),
        answer=str(SignOff.Answer(question.answer).label),
        comment=question.comment,
    )
    address = record.author_email if is_author else role_mailbox(record.region)
    if address:
        _queue(address, mail, record)


def _queue(address: str, mail: mails.Mail, record: Record) -> None:
    queue(address, mail, region=record.region, reference=record.reference)
