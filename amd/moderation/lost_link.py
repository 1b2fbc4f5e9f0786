"""Mails people the private links of what they have sent in; the worker's part of it."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from django.db import transaction
from django.utils import timezone

from amd.mail import words
from amd.mail.outbox import queue
from amd.records.models import Record, Status

from .links import my_address
from .models import LinksAsked

# Nobody has written more; whoever fills in our form with somebody's address might.
MOST = 50
AT_ONCE = 100

# Kind → the page that opens for whoever reads the record's mailbox. A kind that proves
# its address first names another than the author's own.
OWN_PAGES: dict[str, Callable[[Any], str]] = {}


def answer_links_asked() -> int:
    """One mail to each address that something belongs to; how many had asked.

    Nothing is sent to any other. Of two workers the one that deletes the row answers it.
    """
    waiting = list(LinksAsked.objects.all()[:AT_ONCE])
    for asked in waiting:
        with transaction.atomic():
            row = LinksAsked.objects.filter(pk=asked.pk)
            if row.delete()[0]:
                mail_links(asked.address)
    return len(waiting)


def mail_links(address: str) -> None:
    """To the addresses as they are kept, not as one was typed."""
    known = Record.objects.filter(author_email__iexact=address)
    kept = known.exclude(status=Status.WITHDRAWN).select_related("region")
    newest = kept.order_by("-created_at", "-pk")[:MOST]
    by_address = sorted(newest, key=_address)
    for _, theirs in groupby(by_address, key=_address):
        _mail(list(theirs))


def _address(record: Record) -> str:
    return record.author_email.lower()


def _mail(records: list[Record]) -> None:
    first, regions = records[0], {record.region_id for record in records}
    is_alone = len(records) == 1
    queue(
        first.author_email,
        words.links_again(links="\n\n".join(map(_line, records))),
        region=first.region if len(regions) == 1 else None,
        # Its withdrawal empties the mail too; one about several says nothing of them.
        reference=first.reference if is_alone else "",
    )


def _line(record: Record) -> str:
    own_page = OWN_PAGES.get(record.kind, my_address)
    begun = f"{timezone.localdate(record.created_at):%-d %B %Y}"
    state = record.get_status_display().lower()
    kind = record.get_kind_display()
    return f"{kind} {record.shown_reference}, {state}, begun on {begun}:\n" + own_page(
        record.story
    )
