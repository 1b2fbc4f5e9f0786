import os
import signal
import threading
import time

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection

from amd.mail.models import Outbox
from amd.mail.outbox import queue
from amd.mail.words import Mail
from amd.publishing.packs.asking import ask
from amd.publishing.packs.giving import why_not_given
from tests.factories import make_comms, make_publication

LETTER = Mail("A subject", "Words")
# A minute at the least: a busy machine may take long to draw.
MOST_LOOKS = 6_000


@pytest.mark.django_db
def test_one_pass_sends_every_mail_that_is_due():
    for number in range(12):
        queue(f"person{number}@example.nhs.uk", LETTER)

    call_command("work", once=True)

    assert len(mail.outbox) == 12


@pytest.mark.django_db
def test_a_job_that_fails_stops_no_other_and_is_logged(settings, tmp_path, caplog):
    (tmp_path / "pictures").write_text("a file where a folder should be")
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }
    queue("sam@example.nhs.uk", LETTER)

    call_command("work", once=True)

    assert len(mail.outbox) == 1
    assert [record.getMessage().split(" at ")[0] for record in caplog.records] == [
        "sweep_files failed: NotADirectoryError"
    ]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_the_worker_after_its_pass(number):
    queue("sam@example.nhs.uk", LETTER)
    before = signal.getsignal(number)

    def stop_when_sent():
        for _ in range(MOST_LOOKS):
            if mail.outbox:
                break
            time.sleep(0.01)
        os.kill(os.getpid(), number)

    watcher = threading.Thread(target=stop_when_sent)
    watcher.start()
    call_command("work")
    watcher.join()

    assert Outbox.objects.get().state == "Sent"
    assert signal.getsignal(number) == before


@pytest.mark.django_db
def test_one_pass_makes_every_pack_that_waits():
    publication = make_publication()
    packs = [ask(make_comms(), [publication], ["landscape"]) for _ in range(2)]

    call_command("work", once=True)

    assert [why_not_given(pack) for pack in packs] == ["", ""]


@pytest.mark.django_db(transaction=True)
def test_a_worker_makes_packs_until_it_is_stopped():
    pack = ask(make_comms(), [make_publication()], ["landscape"])

    def stop_when_made():
        for _ in range(MOST_LOOKS):
            if not why_not_given(pack):
                break
            time.sleep(0.01)
        connection.close()
        os.kill(os.getpid(), signal.SIGTERM)

    watcher = threading.Thread(target=stop_when_made)
    watcher.start()
    call_command("work")
    watcher.join()

    assert why_not_given(pack) == ""
