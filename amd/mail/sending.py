"""Sends what waits in the outbox: a row is claimed with a lease, never sent twice."""

import logging
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from .models import Outbox

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360))
GIVE_UP_AFTER = timedelta(days=3)


def send_due(limit: int = 50) -> int:
    """Send at most `limit` of the mails that are due; how many went.

    Safe beside other workers. Not to be called inside a transaction: a claim that is
    not committed protects nothing.
    """
    tried: set[int] = set()
    sent = 0
    while len(tried) < limit:
        row = Outbox.objects.due().exclude(pk__in=tried).first()
        if row is None:
            break
        tried.add(row.pk)
        if _claim(row):
            sent += _send(row)
    return sent


def _claim(row: Outbox) -> bool:
    """Take the row for this worker; False where another one was first."""
    until = timezone.now() + LEASE
    is_mine = Outbox.objects.filter(
        pk=row.pk, sent_at=None, attempts=row.attempts, next_try_at=row.next_try_at
    ).update(attempts=row.attempts + 1, next_try_at=until)
    row.attempts += 1
    row.next_try_at = until
    return bool(is_mine)


def _send(row: Outbox) -> bool:
    try:
        if not settings.DEBUG:
            _message(row).send()
    # Whatever one mail raises must not stop the others; it is tried again.
    except Exception as error:  # noqa: BLE001
        _put_off(row, _name_of(error))
        return False
    emptied = {} if settings.DEBUG else {"body": ""}
    if row.is_last:
        emptied["address"] = ""
    Outbox.objects.filter(pk=row.pk).update(
        sent_at=timezone.now(), next_try_at=None, last_error="", **emptied
    )
    return True


def _message(row: Outbox) -> EmailMessage:
    return EmailMessage(
        subject=row.subject,
        body=row.body,
        to=[row.address],
        headers={"Message-ID": row.message_id, "Auto-Submitted": "auto-generated"},
    )


def _put_off(row: Outbox, error: str) -> None:
    """Try again after a growing pause, until the mail is three days old."""
    pause = PAUSES[min(row.attempts, len(PAUSES)) - 1]
    next_try_at = timezone.now() + pause
    is_over = next_try_at > row.created_at + GIVE_UP_AFTER
    forgotten = {"address": "", "body": ""} if is_over and row.is_last else {}
    # Only while the lease is ours: a worker that took over knows better.
    Outbox.objects.filter(pk=row.pk, sent_at=None, attempts=row.attempts).update(
        next_try_at=None if is_over else next_try_at, last_error=error, **forgotten
    )
    logger.warning("Mail %s was not sent (attempt %s): %s", row.pk, row.attempts, error)


def _name_of(error: Exception) -> str:
    """The kind of an error and its SMTP code; its text may hold an address."""
    if isinstance(error, SMTPResponseException):
        return f"{type(error).__name__} {error.smtp_code}"
    if isinstance(error, SMTPRecipientsRefused):
        codes = sorted({code for code, _ in error.recipients.values()})
        return f"{type(error).__name__} {' '.join(map(str, codes))}"
    return type(error).__name__
