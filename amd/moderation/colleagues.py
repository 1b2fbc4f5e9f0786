"""A lead asks somebody about a record by a mailed link; the answer comes back to her."""

from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone

from amd.campaign.models import User
from amd.mail.outbox import queue, role_mailbox
from amd.mail.words import colleague_answered, colleague_asked
from amd.records.errors import AlreadyDecided, MoveNotAllowed
from amd.records.models import Record, Status

from .links import colleague_address, review_address
from .models import ColleagueQuestion
from .told import day

# How long the link lets somebody read what is not public.
LASTS = timedelta(days=14)
# What is decided is nobody's question any more.
ASKED_WHILE = (Status.SUBMITTED, Status.ACCEPTED)
TWO_CLICKS = timedelta(minutes=1)
OF_AUTHOR = "Enter a colleague's address: this one belongs to whoever sent it in"
OF_QUOTED = "Enter a colleague's address: this one belongs to a person who is quoted"
OWN = "Enter a colleague's address: this one is your own"


class State(models.TextChoices):
    OPEN = "open", "No answer yet"
    ANSWERED = "answered", "Answered"
    EXPIRED = "expired", "The link ran out before there was an answer"
    STOPPED = "stopped", "Taken back"
    DECIDED = "decided", "Decided before there was an answer"


def state_of(question: ColleagueQuestion, record: Record) -> State:
    if question.answered_at:
        return State.ANSWERED
    if question.key > 1:
        return State.STOPPED
    if record.status not in ASKED_WHILE:
        return State.DECIDED
    is_over = question.expires_at <= timezone.now()
    return State.EXPIRED if is_over else State.OPEN


def wrong_address(record: Record, *, email: str, by: User) -> str:
    """Why this is no colleague's address, or nothing. One query."""
    typed = email.casefold()
    if typed == by.email.casefold():
        return OWN
    if typed == record.author_email.casefold():
        return OF_AUTHOR
    if record.sign_offs.filter(email__iexact=email).exists():
        return OF_QUOTED
    return ""


@transaction.atomic
def ask(record: Record, *, email: str, question: str, by: User) -> ColleagueQuestion:
    """Mail the question with a link; the second of two clicks finds the first's row.

    Raises MoveNotAllowed where no decision waits any more.
    """
    # Waits for a decision under way, and a decision for it.
    waiting = Record.objects.filter(pk=record.pk, status__in=ASKED_WHILE)
    if not waiting.update(version=models.F("version")):
        raise _nothing_to_ask(record)
    now = timezone.now()
    same = {"record_id": record.pk, "asked_by": by, "email": email, "key": 1}
    just_asked = ColleagueQuestion.objects.filter(
        **same, question=question, asked_at__gt=now - TWO_CLICKS
    ).first()
    if just_asked:
        return just_asked
    asked = ColleagueQuestion.objects.create(
        **same, question=question, expires_at=now + LASTS
    )
    mail = colleague_asked(
        kind=record.get_kind_display().lower(),
        reference=record.shown_reference,
        link=colleague_address(asked),
        asked_by=str(by),
        question=question,
        until=day(asked.expires_at),
    )
    queue(email, mail, region=record.region, reference=record.reference)
    return asked


@transaction.atomic
def answer(question: ColleagueQuestion, *, text: str) -> None:
    """Keep the answer and mail it to who asked. Raises AlreadyDecided, MoveNotAllowed.

    The first of two answers is kept.
    """
    record = question.record
    waiting = Record.objects.filter(pk=record.pk, status__in=ASKED_WHILE)
    if not waiting.update(version=models.F("version")):
        raise _nothing_to_ask(record)
    now = timezone.now()
    unanswered = ColleagueQuestion.objects.filter(
        pk=question.pk, key=question.key, answered_at=None, expires_at__gt=now
    )
    if not unanswered.update(answer=text, answered_at=now):
        raise AlreadyDecided(
            f"question {question.pk} is closed",
            sentence="Not kept: this question was answered or taken back meanwhile.",
        )
    question.answer, question.answered_at = text, now
    _tell(question, record)


def stop(record: Record, *, seen: int) -> bool:
    """Void the link of a question that has no answer; whether there was one."""
    unanswered = ColleagueQuestion.objects.filter(
        pk=seen, record_id=record.pk, answered_at=None
    )
    return bool(unanswered.update(key=models.F("key") + 1, email=""))


def questions_about(record: Record) -> list[ColleagueQuestion]:
    """Oldest first. One query."""
    asked = ColleagueQuestion.objects.filter(record_id=record.pk)
    return list(asked.select_related("asked_by"))


def _tell(question: ColleagueQuestion, record: Record) -> None:
    """Whoever asked; the leads of the region where their account is closed."""
    lead = question.asked_by
    is_there = lead is not None and lead.is_active
    mail = colleague_answered(
        name=lead.name if lead and is_there else "",
        kind=record.get_kind_display().lower(),
        reference=record.shown_reference,
        page=review_address(record),
        question=question.question,
        said=question.answer,
    )
    to = lead.email if lead and is_there else role_mailbox(record.region)
    queue(to, mail, region=record.region, reference=record.reference)


def _nothing_to_ask(record: Record) -> MoveNotAllowed:
    return MoveNotAllowed(
        f"{record.shown_reference} is not being decided",
        sentence="Not sent: this has been decided meanwhile. There is nothing to ask.",
    )
