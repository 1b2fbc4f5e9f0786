"""Asking staff to take down what was used elsewhere, at once and each week until it is."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import cast

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from amd.campaign.models import Region, User
from amd.consent.words import Person
from amd.mail import words
from amd.mail.outbox import queue, role_mailbox
from amd.publishing.models import CardUse, Takedown
from amd.publishing.takedowns import ask_for_takedowns, missed
from amd.records.models import Record, Status

from .ages import start_of

REMIND_AFTER = timedelta(days=7)


def tell_owners(record: Record, asked: Iterable[Takedown]) -> None:
    """One mail to each who noted a use that has to come down now."""
    owned = sorted((each for each in asked if each.owner), key=_owner_number)
    for _, found in groupby(owned, key=_owner_number):
        theirs = list(found)
        owner = cast("User", theirs[0].owner)
        mail = words.takedowns_asked(
            name=owner.name,
            kind=record.get_kind_display().lower(),
            reference=record.shown_reference,
            places=places_of(theirs),
        )
        queue(owner.email, mail, region=record.region, reference=record.reference)


def _owner_number(takedown: Takedown) -> int:
    return takedown.owner_id or 0


def places_of(takedowns: Sequence[Takedown]) -> str:
    """ "2 places"; "" for none."""
    count = len(takedowns)
    return "1 place" if count == 1 else f"{count} places" if count else ""


def uses_told(
    record: Record, person: str, *, since: datetime | None = None
) -> list[CardUse]:
    """Where the words of this person were used, the newest first. One query.

    In a case study somebody else may have been quoted before: what was withdrawn
    before this person agreed is of no concern of theirs. Once the part of a person
    quoted is erased, with no `since`, theirs is what was withdrawn.
    """
    uses = CardUse.objects.filter(record_id=record.pk).for_lists()
    if person != Person.QUOTED or record.status == Status.WITHDRAWN:
        return list(uses)
    withdrawn = Q(takedown__why=Takedown.Why.WITHDRAWN)
    if since is None:
        return list(uses.filter(withdrawn))
    return list(uses.exclude(withdrawn & Q(takedown__asked_at__lt=since)))


def ask_what_was_missed(today: date, really: bool) -> int:
    """Uses noted in the moment in which their record came down."""
    records = Record.objects.filter(pk__in=missed().values("record"))
    if not really:
        return records.count()
    found = list(records.order_by("pk"))
    for record in found:
        is_gone = record.status == Status.WITHDRAWN
        why = Takedown.Why.WITHDRAWN if is_gone else Takedown.Why.TAKEN_DOWN
        with transaction.atomic():
            tell_owners(record, ask_for_takedowns(record, why))
    return len(found)


def remind_of_takedowns(today: date, really: bool) -> int:
    """One mail a week to each who has something to take down; how many mails.

    What nobody sees to is told to the mailbox of its region.
    """
    due = _due(today).select_related("use__record__region", "owner")
    mails = [list(theirs) for _, theirs in groupby(sorted(due, key=_reader), _reader)]
    if not really:
        return len(mails)
    return sum(_remind(theirs, today) for theirs in mails)


def _due(today: date) -> QuerySet[Takedown]:
    before = start_of(today - REMIND_AFTER + timedelta(days=1))
    return Takedown.objects.open().filter(
        Q(reminded_at=None) | Q(reminded_at__lt=before), asked_at__lt=before
    )


def _reader(takedown: Takedown) -> tuple[str, str]:
    """Address and name: of who sees to it, else of the region."""
    owner = takedown.seen_to_by
    if owner:
        return owner.email, owner.name
    return role_mailbox(takedown.use.record.region), ""


@transaction.atomic
def _remind(theirs: list[Takedown], today: date) -> bool:
    """False where another worker's run has just written to them."""
    still_due = _due(today).filter(pk__in=[each.pk for each in theirs])
    if still_due.update(reminded_at=start_of(today)) != len(theirs):
        transaction.set_rollback(True)
        return False
    address, name = _reader(theirs[0])
    mail = words.takedowns_waiting(
        name=name, places=places_of(theirs), waiting=_lines(theirs)
    )
    queue(address, mail, region=_region_of(theirs))
    return True


def _region_of(theirs: Iterable[Takedown]) -> Region | None:
    """Where all are of one region, its leads see that the mail went."""
    regions = {each.use.record.region for each in theirs}
    return regions.pop() if len(regions) == 1 else None


def _lines(theirs: list[Takedown]) -> str:
    """By record: its kind and reference, how many places, and since when."""
    lines = []
    by_record = sorted(theirs, key=lambda each: (each.use.record_id, each.asked_at))
    for _, found in groupby(by_record, key=lambda each: each.use.record_id):
        places = list(found)
        record, since = places[0].use.record, timezone.localdate(places[0].asked_at)
        lines.append(f"- {record}: {places_of(places)}, asked on {since:%-d %B %Y}")
    return "\n".join(lines)
