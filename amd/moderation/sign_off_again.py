"""A person who holds a link that no longer asks anything has the right one sent again.

Always to the address that we have: whoever found an old email learns nothing.
"""

from django.db import transaction

from amd.consent.covers import WHO
from amd.consent.models import SignOff
from amd.consent.words import Person
from amd.mail import words as mails
from amd.mail.outbox import queue
from amd.records.models import Record, Role

from . import tell
from .links import sign_off_address
from .sign_off import ASKED_WHILE, ask, name_in, send_question, words_for


@transaction.atomic
def send_link_again(question: SignOff) -> None:
    """The newest link where it still asks, a new question where the words still stand.

    Else a lead is told, who decides whether to ask about the words as they are now.
    """
    record: Record = Record.objects.get(pk=question.record_id).story
    newest = SignOff.objects.newest(record, question.person) or question
    if newest.email.casefold() != question.email.casefold():
        # Somebody else's by now, perhaps: a lead knows.
        tell_lead(question, record)
    elif newest.answer:
        _send_kept(newest, record)
    elif record.status not in ASKED_WHILE or not newest.covers(
        words_for(record, newest.person)
    ):
        tell_lead(question, record)
    elif newest.is_open:
        send_question(newest)
    else:
        ask(
            record,
            person=newest.person,
            email=newest.email,
            by=newest.asked_by or Role(newest.asked_as),
            seen_version=record.version,
        )


def tell_lead(question: SignOff, record: Record) -> None:
    tell.lead(record, mails.sign_off_wanted, who=WHO[Person(question.person)])


def _send_kept(question: SignOff, record: Record) -> None:
    mail = mails.sign_off_link(
        name=name_in(question),
        kind=record.get_kind_display().lower(),
        reference=record.shown_reference,
        link=sign_off_address(question),
    )
    queue(question.email, mail, region=record.region, reference=record.reference)
