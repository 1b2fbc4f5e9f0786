"""What looks like spam waits apart, and no lead is told of it before one lets it in."""

from datetime import timedelta
from typing import TypeVar

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from amd.campaign.models import User
from amd.mail import words
from amd.records.models import Move, Record, Status
from amd.web.watched import Sign

from . import tell
from .models import Suspected

R = TypeVar("R", bound=Record)

# Whoever does any of these has read it, and takes it for somebody's own words.
LETS_IN = {Move.ACCEPT, Move.ESCALATE, Move.PUBLISH, Move.SEND_BACK, Move.REOPEN}


def suspect(record: Record, sign: Sign | None) -> None:
    """Keep the first thing that looked odd; what a lead has let in stays in."""
    if sign:
        Suspected.objects.get_or_create(record_id=record.pk, defaults={"why": sign})


def took_their_time(record: Record) -> None:
    """Forget that a first page was quick, where what followed was not.

    A program sends its pages at once. A person whose browser fills in the first one
    still types the others, or opens a mail.
    """
    long_ago = timezone.now() - timedelta(seconds=settings.FORM_LEAST_SECONDS)
    Suspected.objects.filter(
        record_id=record.pk, why=Sign.FAST, cleared_at=None, noticed_at__lt=long_ago
    ).delete()


def is_suspected(record: Record) -> bool:
    """Whether it looks like spam and nobody has let it in. One query."""
    return Suspected.objects.filter(record_id=record.pk, cleared_at=None).exists()


def without_apart(records: "QuerySet[R]") -> "QuerySet[R]":
    """What is counted and told of: all but what waits apart."""
    return records.exclude(pk__in=Suspected.objects.apart().values("record_id"))


@transaction.atomic
def let_in(record: Record, *, by: User) -> bool:
    """Whether this lead was the first; the region's mailbox is told as of any other."""
    is_first = _clear(record, by=by)
    if is_first and record.status == Status.SUBMITTED:
        tell.lead(record, words.new_work)
    return is_first


def settle(record: Record, move: Move, *, by: User) -> None:
    """A decision about it says the same as the button."""
    if move in LETS_IN:
        _clear(record, by=by)


def _clear(record: Record, *, by: User) -> bool:
    still = Suspected.objects.filter(record_id=record.pk, cleared_at=None)
    return still.update(cleared_at=timezone.now(), cleared_by=by) > 0
