import threading
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from django.utils import timezone

from amd.mail.models import Outbox
from amd.mail.outbox import erase, queue
from amd.mail.sending import PAUSES, send_due
from amd.mail.words import Mail

pytestmark = pytest.mark.django_db
LETTER = Mail("A subject", "Words with https://example.org/my/secret/")


class RefusingBackend(BaseEmailBackend):
    """A mail server that knows nobody."""

    def send_messages(self, messages):
        address = messages[0].to[0]
        raise SMTPRecipientsRefused({address: (550, f"no {address}".encode())})


class SilentBackend(BaseEmailBackend):
    """A mail server that is away for one address."""

    def send_messages(self, messages):
        if messages[0].to == ["away@example.nhs.uk"]:
            raise SMTPServerDisconnected
        mail.outbox.extend(messages)
        return len(messages)


def make_due(row):
    Outbox.objects.filter(pk=row.pk).update(next_try_at=timezone.now())


def test_a_queued_mail_is_sent_once_and_its_body_emptied():
    row = queue("sam@example.nhs.uk", LETTER)

    counts = [send_due(), send_due()]

    row.refresh_from_db()
    assert counts == [1, 0]
    assert [(m.to, m.body) for m in mail.outbox] == [
        (["sam@example.nhs.uk"], LETTER.body)
    ]
    assert (row.state, row.body, row.subject) == ("Sent", "", "A subject")


def test_a_mail_carries_the_message_id_of_its_row():
    row = queue("sam@example.nhs.uk", LETTER)

    send_due()

    assert mail.outbox[0].message()["Message-ID"] == row.message_id
    assert row.message_id.endswith("@amilliondecisions.example>")


def test_with_debug_nothing_leaves_and_the_body_is_kept(settings):
    settings.DEBUG = True
    row = queue("sam@example.nhs.uk", LETTER)

    send_due()

    row.refresh_from_db()
    assert (mail.outbox, row.state, row.body) == ([], "Sent", LETTER.body)


def test_a_refused_mail_waits_longer_each_time_and_is_given_up(settings):
    settings.EMAIL_BACKEND = f"{__name__}.RefusingBackend"
    row = queue("sam@example.nhs.uk", LETTER)
    pauses = []

    for _ in PAUSES:
        make_due(row)
        send_due()
        row.refresh_from_db()
        pauses.append(round((row.next_try_at - timezone.now()) / timedelta(minutes=1)))
    row.created_at = timezone.now() - timedelta(days=3)
    row.save(update_fields=["created_at"])
    make_due(row)
    send_due()

    row.refresh_from_db()
    assert pauses == [1, 5, 15, 60, 180, 360]
    assert (row.state, row.next_try_at, row.body) == ("Given up", None, LETTER.body)


def test_neither_the_log_nor_the_row_says_who_was_refused(settings, caplog):
    settings.EMAIL_BACKEND = f"{__name__}.RefusingBackend"
    row = queue("sam@example.nhs.uk", LETTER)

    send_due()

    row.refresh_from_db()
    assert row.last_error == "SMTPRecipientsRefused 550"
    assert f"Mail {row.pk} was not sent (attempt 1)" in caplog.text
    assert "sam@" not in caplog.text


def test_the_address_of_a_last_mail_is_forgotten_once_it_is_sent():
    row = queue("sam@example.nhs.uk", LETTER, is_last=True)

    send_due()

    row.refresh_from_db()
    assert [message.to for message in mail.outbox] == [["sam@example.nhs.uk"]]
    assert (row.address, row.body, row.state) == ("", "", "Sent")


def test_the_address_of_a_last_mail_is_forgotten_even_when_it_is_given_up(settings):
    settings.EMAIL_BACKEND = f"{__name__}.RefusingBackend"
    row = queue("sam@example.nhs.uk", LETTER, is_last=True)
    Outbox.objects.update(created_at=timezone.now() - timedelta(days=3))

    send_due()

    row.refresh_from_db()
    assert (row.address, row.body, row.state) == ("", "", "Given up")


def test_one_mail_that_fails_does_not_stop_the_others(settings):
    settings.EMAIL_BACKEND = f"{__name__}.SilentBackend"
    queue("away@example.nhs.uk", LETTER)
    queue("sam@example.nhs.uk", LETTER)

    count = send_due()

    assert (count, [m.to for m in mail.outbox]) == (1, [["sam@example.nhs.uk"]])


def test_a_mail_whose_worker_died_is_sent_after_the_lease():
    row = queue("sam@example.nhs.uk", LETTER)
    Outbox.objects.filter(pk=row.pk).update(
        attempts=1, next_try_at=timezone.now() + timedelta(minutes=5)
    )

    within_lease = send_due()
    make_due(row)

    assert (within_lease, send_due()) == (0, 1)


def test_send_due_stops_at_its_limit():
    for _ in range(3):
        queue("sam@example.nhs.uk", LETTER)

    assert (send_due(limit=2), send_due(limit=2)) == (2, 1)


def test_erasing_a_record_empties_its_mails_and_stops_those_that_wait():
    row = queue("sam@example.nhs.uk", LETTER, reference="7F3K2Q")
    other = queue("kim@example.nhs.uk", LETTER, reference="8F3K2Q")

    erase("7F3K2Q")
    sent = send_due()

    row.refresh_from_db()
    other.refresh_from_db()
    assert (row.address, row.subject, row.body) == ("", "", "")
    assert row.state == "Emptied before it was sent"
    assert (sent, other.state) == (1, "Sent")


@pytest.mark.django_db(transaction=True)
def test_workers_at_once_never_send_a_mail_twice():
    for number in range(10):
        queue(f"person{number}@example.nhs.uk", LETTER)
    start = threading.Barrier(4)

    def work():
        start.wait()
        send_due()
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    addresses = sorted(message.to[0] for message in mail.outbox)
    assert addresses == [f"person{number}@example.nhs.uk" for number in range(10)]
