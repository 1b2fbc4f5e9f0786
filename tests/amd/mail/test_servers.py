"""Mail servers that are down, silent, busy or well, on a real socket."""

import socket
from contextlib import contextmanager
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from django.utils import timezone

from amd.mail import sending
from amd.mail.models import Outbox
from amd.mail.outbox import queue
from amd.mail.sending import send_due
from amd.mail.words import Mail

pytestmark = pytest.mark.django_db
LETTER = Mail("A subject", "Words for one person")


class Postbox:
    """Answers 451 so many times, then takes every mail."""

    def __init__(self, busy=0):
        self.busy = busy
        self.taken = []

    async def handle_DATA(self, server, session, envelope):  # its name there
        if self.busy:
            self.busy -= 1
            return "451 Try again later"
        self.taken.append(envelope)
        return "250 OK"

    @property
    def message_ids(self):
        return [
            line.split(b": ", 1)[1].decode()
            for envelope in self.taken
            for line in envelope.content.splitlines()
            if line.lower().startswith(b"message-id")
        ]


@pytest.fixture
def smtp(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_TIMEOUT = 0.3
    return settings


@contextmanager
def serving(smtp, postbox):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        smtp.EMAIL_PORT = free.getsockname()[1]
    server = Controller(postbox, hostname="127.0.0.1", port=smtp.EMAIL_PORT)
    server.start()
    try:
        yield
    finally:
        server.stop()


def try_again():
    Outbox.objects.filter(sent_at=None).update(next_try_at=timezone.now())
    return send_due()


def test_a_server_that_says_451_twice_gets_the_mail_the_third_time(smtp):
    row = queue("sam@example.nhs.uk", LETTER)
    postbox = Postbox(busy=2)

    with serving(smtp, postbox):
        counts = [try_again() for _ in range(4)]

    row.refresh_from_db()
    assert counts == [0, 0, 1, 0]
    assert (row.attempts, row.state, postbox.message_ids) == (
        3,
        "Sent",
        [row.message_id],
    )


def test_a_server_that_is_down_loses_nothing(smtp):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        smtp.EMAIL_PORT = closed.getsockname()[1]
    row = queue("sam@example.nhs.uk", LETTER)

    count = send_due()

    row.refresh_from_db()
    assert (count, row.state, row.last_error) == (
        0,
        "Trying again",
        "ConnectionRefusedError",
    )
    with serving(smtp, Postbox()):
        assert try_again() == 1


def test_a_server_that_says_nothing_is_left_after_the_timeout(smtp):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        smtp.EMAIL_PORT = silent.getsockname()[1]
        row = queue("sam@example.nhs.uk", LETTER)

        count = send_due()

    row.refresh_from_db()
    assert (count, row.state, row.last_error) == (
        0,
        "Trying again",
        "SMTPServerDisconnected",
    )


def test_a_worker_killed_before_it_wrote_down_the_sending_repeats_the_same_mail(
    smtp, monkeypatch
):
    row = queue("sam@example.nhs.uk", LETTER)
    postbox = Postbox()
    send = sending._message

    class Killed(BaseException):
        """As SIGKILL between the sending and the commit: nothing after it runs."""

    def send_and_die(row):
        message = send(row)
        deliver = message.send

        def deliver_and_die():
            deliver()
            raise Killed

        message.send = deliver_and_die
        return message

    with serving(smtp, postbox):
        monkeypatch.setattr(sending, "_message", send_and_die)
        with pytest.raises(Killed):
            send_due()
        monkeypatch.setattr(sending, "_message", send)
        within_lease = send_due()
        Outbox.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))
        after = send_due()

    row.refresh_from_db()
    assert (within_lease, after, row.state) == (0, 1, "Sent")
    assert postbox.message_ids == [row.message_id] * 2
