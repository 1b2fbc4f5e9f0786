import os
import signal
import threading
import time

import pytest
from django.core import mail
from django.core.management import call_command

from amd.mail.models import Outbox
from amd.mail.outbox import queue
from amd.mail.words import Mail

LETTER = Mail("A subject", "Words")


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
        for _ in range(1000):
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
