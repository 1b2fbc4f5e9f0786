"""The publishing hold: while one is in force nothing new becomes public (IG-27)."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from amd.campaign.models import User
from amd.records.errors import ModerationError, NotReady
from amd.records.models import Move, Record

from .models import PublishingHold

ONE_ALREADY = "Publishing is on hold already. Lift that hold before you set another"


class AlreadyOnHold(ModerationError):
    """Somebody else has set one; two would have to be lifted one after the other."""


def hold_in_force() -> PublishingHold | None:
    """One query."""
    return (
        PublishingHold.objects.filter(lifted_at=None).select_related("set_by").first()
    )


def on_hold(hold: PublishingHold) -> str:
    return f"Publishing is on hold: {hold.reason}. What is accepted waits until it is lifted."


def why_on_hold(record: Record) -> list[str]:
    """The sentence where this could be published but for a hold. One query."""
    hold = hold_in_force() if record.may(Move.PUBLISH) else None
    return [on_hold(hold)] if hold else []


def refuse_while_on_hold(record: Record, *, by: object) -> None:
    """Raises NotReady while a hold is in force; the set-up of samples goes on. One query."""
    hold = hold_in_force() if isinstance(by, User) else None
    if hold:
        raise NotReady(f"{record.shown_reference}: on hold", missing=[on_hold(hold)])


def set_hold(hold: PublishingHold, *, by: User) -> None:
    """From now on nothing new becomes public. Raises AlreadyOnHold."""
    hold.set_by = by
    try:
        with transaction.atomic():
            hold.save(force_insert=True)
    except IntegrityError:
        raise AlreadyOnHold("a hold is in force", sentence=ONE_ALREADY) from None


def lift(hold: PublishingHold, *, by: User) -> bool:
    """Publishing goes on; False where somebody else has lifted it already."""
    in_force = PublishingHold.objects.filter(pk=hold.pk, lifted_at=None)
    return bool(in_force.update(lifted_at=timezone.now(), lifted_by=by))
