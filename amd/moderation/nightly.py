"""The acts of each night: what has ended comes down, whoever is asked again is told.

Each act may be done twice: it finds what is still to do, and does each in a transaction
of its own, so that one that fails stops no other.
"""

import logging
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from django.db import IntegrityError, connection, transaction
from django.db.models import Q

from amd.consent.models import ConsentRecord, Reminder, SignOff
from amd.consent.words import Person
from amd.mail import words as mails
from amd.mail.outbox import queue
from amd.publishing.matching import settle
from amd.publishing.models import Publication
from amd.records.errors import ModerationError
from amd.records.models import Kind, Record, Role

from . import moves, tell
from .digest import send_digests
from .links import my_address, sign_off_address
from .narrowing import counted_for
from .sign_off import name_in
from .takedowns import ask_what_was_missed, remind_of_takedowns

logger = logging.getLogger(__name__)

ENDED = "What was agreed to has come to its end."
FIRST_REMINDER = timedelta(days=60)
LAST_REMINDER = timedelta(days=14)

Act = Callable[[date, bool], int]


def take_down_ended(today: date, really: bool) -> int:
    """Take down each copy that was agreed to until yesterday or before."""
    ended = Publication.objects.live().filter(ends_on__lt=today).order_by("pk")
    if not really:
        return ended.count()
    return sum(_take_down(publication.record_id) for publication in ended)


def remind(today: date, really: bool) -> int:
    """One mail for each answer that ends soon, or is due to be asked again."""
    due = list(_due(today))
    if not really:
        return len(due)
    return sum(_remind(*each) for each in due)


def settle_search(today: date, really: bool) -> int:
    """Merge the index of words, so that nothing is left in it of what was withdrawn."""
    if really:
        settle(connection)
    return 1


ACTS: dict[str, Act] = {
    "Taken down at the end of consent": take_down_ended,
    "Reminders of consent": remind,
    "Digests to leads": send_digests,
    "Uses found to take down": ask_what_was_missed,
    "Reminders of takedowns": remind_of_takedowns,
    "Merges of the index of words": settle_search,
}


def _take_down(record_id: int) -> bool:
    try:
        with transaction.atomic():
            record: Record = Record.objects.get(pk=record_id).story
            moves.take_down(
                record, by=Role.NIGHTLY, seen_version=record.version, note=ENDED
            )
            _tell_of_end(record)
    except ModerationError:
        # Somebody was first; tomorrow's run finds what is left of it.
        logger.info("Record %s moved while the nightly run came to it", record_id)
        return False
    return True


def _tell_of_end(record: Record) -> None:
    about = _about(record)
    for person in people_of(record):
        address, name, _ = reached(record, person)
        if address:
            _queue(address, mails.consent_ended(name=name, **about), record)
    tell.lead(record, mails.taken_down_at_end)


def _due(today: date) -> Iterator[tuple[Publication, ConsentRecord, Reminder.Kind]]:
    """A few queries for each copy that may be due; none for the others."""
    for_review = ConsentRecord.objects.filter(review_on__lte=today).values("record")
    soon = Publication.objects.live().filter(
        Q(ends_on__lte=today + FIRST_REMINDER) | Q(record__in=for_review),
        ends_on__gte=today,
    )
    for publication in soon.select_related("record", "consent").order_by("pk"):
        for person in people_of(publication.record):
            answer = counted_for(publication, person)
            kind = _kind_due(answer, today) if answer else None
            if answer and kind and not answer.reminders.filter(kind=kind).exists():
                yield publication, answer, kind


def _kind_due(answer: ConsentRecord, today: date) -> Reminder.Kind | None:
    left = answer.ends_on - today
    if left <= LAST_REMINDER:
        return Reminder.Kind.FOURTEEN
    if left <= FIRST_REMINDER:
        return Reminder.Kind.SIXTY
    return Reminder.Kind.REVIEW if answer.review_on <= today else None


def _remind(
    publication: Publication, answer: ConsentRecord, kind: Reminder.Kind
) -> bool:
    try:
        with transaction.atomic():
            Reminder.objects.create(consent=answer, kind=kind)
            _write_reminder(publication.record.story, answer, kind)
    except IntegrityError:
        # Another worker's run has just made it.
        return False
    return True


def _write_reminder(record: Record, answer: ConsentRecord, kind: Reminder.Kind) -> None:
    address, name, link = reached(record, answer.person)
    until = f"{answer.ends_on.day} {answer.ends_on:%B %Y}"
    about = _about(record)
    if not address:
        who = str(Person(answer.person).label)
        tell.lead(record, mails.consent_needs_asking, who=who, until=until)
        return
    is_review = kind == Reminder.Kind.REVIEW
    write = mails.consent_review if is_review else mails.consent_ends
    _queue(address, write(name=name, **about, link=link, until=until), record)


def people_of(record: Record) -> tuple[str, ...]:
    """Who may have agreed to a record of this kind."""
    if record.kind == Kind.CASE_STUDY:
        return Person.CONTRIBUTOR, Person.QUOTED
    return (Person.CHAMPION,)


def reached(record: Record, person: str) -> tuple[str, str, str]:
    """Address, name and private page of this person; all "" where we know no address."""
    question = SignOff.objects.newest(record, person)
    if question and question.email:
        return question.email, name_in(question), sign_off_address(question)
    if person != Person.QUOTED and record.author_email:
        return record.author_email, record.author_name, my_address(record)
    return "", "", ""


def _about(record: Record) -> dict[str, str]:
    kind = record.get_kind_display().lower()
    return {"kind": kind, "reference": record.shown_reference}


def _queue(address: str, mail: mails.Mail, record: Record) -> None:
    queue(address, mail, region=record.region, reference=record.reference)
