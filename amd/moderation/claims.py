"""A lead claims a record while she works on it; nobody else decides it meanwhile."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from amd.campaign.models import User
from amd.records.errors import ModerationError
from amd.records.models import Record

from .models import Claim

# How long a claim lasts after the last sign of work: the campaign's own choice.
LASTS = timedelta(minutes=15)


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
    """Claim it for 15 minutes, or for 15 more. Raises ClaimedByAnother."""
    until = timezone.now() + LASTS
    mine = in_force().filter(record_id=record.pk, user=by)
    if mine.update(until=until):
        return mine.get()
    try:
        with transaction.atomic():
            _end_spent(record)
            return Claim.objects.create(record_id=record.pk, user=by, until=until)
    except IntegrityError:
        held = claim_of(record)
        if held is None or held.user == by:
            return claim(record, by=by)
        raise claimed_by_another(record, held) from None


def take_over(record: Record, *, by: User, reason: str, seen: int) -> Claim:
    """End the claim that this person saw and begin another, with why.

    Raises ClaimedByAnother where the claim has changed hands since. `seen` is its key.
    """
    now = timezone.now()
    with transaction.atomic():
        held = in_force().filter(pk=seen, record_id=record.pk).exclude(user=by).first()
        if held is None:
            return claim(record, by=by)
        if not Claim.objects.filter(pk=seen, ended_at=None).update(ended_at=now):
            return claim(record, by=by)
        return Claim.objects.create(
            record_id=record.pk,
            user=by,
            until=now + LASTS,
            taken_from=held.user,
            reason=reason,
        )


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


def _end_spent(record: Record) -> None:
    now = timezone.now()
    spent = Claim.objects.filter(record_id=record.pk, ended_at=None, until__lte=now)
    spent.update(ended_at=now)
