"""A lead claims a record while she works on it; nobody else decides it meanwhile."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from amd.campaign.models import User
from amd.mail.outbox import queue
from amd.mail.words import taken_over
from amd.records.errors import ModerationError, MoveNotAllowed
from amd.records.models import Record, Status

from .links import review_address
from .models import Claim

# How long a claim lasts after the last sign of work: the campaign's own choice.
LASTS = timedelta(minutes=15)
# While a decision waits; one that is made ends the claim.
CLAIMED_WHILE = (Status.SUBMITTED, Status.ACCEPTED)


class ClaimedByAnother(ModerationError):
    """Raised when a record is decided that somebody else has claimed."""


def claim_of(record: Record) -> Claim | None:
    """The claim in force, with who holds it. One query."""
    return in_force().filter(record_id=record.pk).select_related("user").first()


def in_force() -> "QuerySet[Claim]":
    return Claim.objects.filter(ended_at=None, until__gt=timezone.now())


def refuse_if_claimed(record: Record, *, by: object) -> None:
    """Raises ClaimedByAnother where this person is not the one at work. One query."""
    claim = claim_of(record) if isinstance(by, User) else None
    if claim and claim.user != by:
        raise claimed_by_another(record, claim)


def claim(record: Record, *, by: User) -> Claim:
    """Claim it for 15 minutes, or for 15 more.

    Raises ClaimedByAnother, or MoveNotAllowed where no decision waits.
    """
    with transaction.atomic():
        _wait_for(record)
        mine = renew(record, by=by)
        if mine:
            return mine
        _end_spent(record)
        held = claim_of(record)
        if held:
            raise claimed_by_another(record, held)
        return _begin(record, by)


def renew(record: Record, *, by: User) -> Claim | None:
    """15 more minutes for one's own claim; None where it was ended, or never begun.

    One that has run out goes on if nobody else claimed the record meanwhile.
    """
    mine = Claim.objects.filter(record_id=record.pk, user=by, ended_at=None)
    if not mine.update(until=timezone.now() + LASTS):
        return None
    return mine.first()


def take_over(record: Record, *, by: User, reason: str, seen: int) -> Claim:
    """End the claim that this person saw and begin another; tell whoever held it why.

    Raises ClaimedByAnother where the claim has changed hands since, MoveNotAllowed where
    no decision waits. `seen` is its key.
    """
    with transaction.atomic():
        _wait_for(record)
        held = in_force().filter(pk=seen, record_id=record.pk).exclude(user=by)
        taken_from = held.select_related("user").first()
        if taken_from is None or not held.update(ended_at=timezone.now()):
            return claim(record, by=by)
        taken = _begin(record, by, taken_from=taken_from.user, reason=reason)
        _tell(record, taken)
    return taken


def let_go(record: Record, *, by: User) -> None:
    """End one's own claim; nothing happens where there is none."""
    open_ones = Claim.objects.filter(record_id=record.pk, ended_at=None, user=by)
    open_ones.update(ended_at=timezone.now())


def claimed_by_another(record: Record, held: Claim) -> ClaimedByAnother:
    until = timezone.localtime(held.until)
    return ClaimedByAnother(
        f"{record.shown_reference} is claimed",
        sentence=(
            f"Not changed: {held.user} has claimed this until {until:%H:%M}. "
            "Take it over first, with a reason, or wait."
        ),
    )


def _wait_for(record: Record) -> None:
    """One claim, or decision, of a record after the other; MoveNotAllowed after one."""
    waiting = Record.objects.filter(pk=record.pk, status__in=CLAIMED_WHILE)
    if waiting.update(version=F("version")):
        return
    now = Record.objects.get(pk=record.pk)
    kind, status = now.get_kind_display().lower(), now.get_status_display().lower()
    raise MoveNotAllowed(
        f"{record.shown_reference} cannot be claimed while {now.status}",
        sentence=f"Not claimed: this {kind} is {status}.",
    )


def _begin(record: Record, by: User, **how: Any) -> Claim:
    until = timezone.now() + LASTS
    return Claim.objects.create(record_id=record.pk, user=by, until=until, **how)


def _tell(record: Record, taken: Claim) -> None:
    if taken.taken_from and taken.taken_from.is_active:
        mail = taken_over(
            name=taken.taken_from.name,
            kind=record.get_kind_display().lower(),
            reference=record.shown_reference,
            page=review_address(record),
            who=str(taken.user),
            why=taken.reason,
        )
        queue(
            taken.taken_from.email,
            mail,
            region=record.region,
            reference=record.reference,
        )


def _end_spent(record: Record) -> None:
    now = timezone.now()
    spent = Claim.objects.filter(record_id=record.pk, ended_at=None, until__lte=now)
    spent.update(ended_at=now)
