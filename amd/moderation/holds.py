"""The publishing hold: while one is in force nothing new becomes public (IG-27)."""

from amd.campaign.models import User
from amd.records.errors import NotReady
from amd.records.models import Record

from .models import PublishingHold


def hold_in_force() -> PublishingHold | None:
    """One query."""
    return (
        PublishingHold.objects.filter(lifted_at=None).select_related("set_by").first()
    )


def on_hold(hold: PublishingHold) -> str:
    return f"Publishing is on hold: {hold.reason}."


def refuse_while_on_hold(record: Record, *, by: object) -> None:
    """Raises NotReady while a hold is in force; the set-up of samples goes on. One query."""
    hold = hold_in_force() if isinstance(by, User) else None
    if hold:
        raise NotReady(f"{record.shown_reference}: on hold", missing=[on_hold(hold)])
