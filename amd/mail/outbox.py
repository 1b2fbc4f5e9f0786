"""Puts a mail where the worker finds it, in the same transaction as its reason."""

from django.conf import settings

from amd.campaign.models import Region

from .models import Outbox
from .words import Mail


def queue(
    to: str,
    mail: Mail,
    *,
    region: Region | None = None,
    reference: str = "",
    is_last: bool = False,
) -> Outbox:
    """The row of a mail to be sent: nothing leaves before the transaction commits.

    `reference` is the record's, so that withdrawing the record finds its mails.
    Of a last mail the address is forgotten once it is sent.
    """
    return Outbox.objects.create(
        address=to,
        subject=mail.subject,
        body=mail.body,
        region=region,
        reference=reference,
        is_last=is_last,
    )


def role_mailbox(region: Region | None) -> str:
    """Where the leads of a region read; without one, whoever runs the site."""
    national = settings.SITE_OWNER["email"] or settings.DEFAULT_FROM_EMAIL
    return str(region.mailbox if region and region.mailbox else national)


def erase(reference: str) -> int:
    """Empty every mail about a record, and send none that still waits; how many."""
    return Outbox.objects.filter(reference=reference).update(
        address="", subject="", body="", next_try_at=None
    )


def erase_to(reference: str, address: str) -> int:
    """The same for the mails about a record to one person; how many."""
    mails = Outbox.objects.filter(reference=reference, address__iexact=address)
    return mails.update(address="", subject="", body="", next_try_at=None)
