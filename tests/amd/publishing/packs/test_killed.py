"""A worker is killed while it makes a pack: the next one makes it whole."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.utils import timezone

from amd.publishing.models import Pack, PackState
from amd.publishing.packs.giving import why_not_given
from amd.publishing.packs.making import make_next
from amd.publishing.packs.sweep import sweep_packs
from tests.amd.publishing.packs.steps import (
    asked_pack,
    files_of,
    folders_of,
    stored_files,
)
from tests.factories import make_publication

RECORDS = 12
PATIENCE_SECONDS = 60
# Over the database and the files of this test.
WORKER = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
settings.MEDIA_ROOT = sys.argv[2]
import django
django.setup()
from amd.publishing.packs.making import make_next
make_next()
"""


@pytest.fixture
def worker(settings):
    """A process of its own, which makes one pack."""
    database = str(connection.settings_dict["NAME"])
    process = subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", WORKER, database, settings.MEDIA_ROOT],
        cwd=django_settings.BASE_DIR,
        env=os.environ,
        stdin=subprocess.DEVNULL,
    )
    yield process
    process.kill()
    process.wait()


def wait_until_under_way(pack, process):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while pack.done < 2:
        assert process.poll() is None, "the worker ended before it was killed"
        assert time.monotonic() < deadline, "the worker does not begin"
        time.sleep(0.005)
        pack.refresh_from_db()


@pytest.mark.django_db(transaction=True)
def test_a_pack_whose_worker_was_killed_is_made_whole_by_the_next(settings, request):
    publications = [make_publication() for _ in range(RECORDS)]
    pack = asked_pack(*publications, formats=["landscape", "square", "story"])
    process = request.getfixturevalue("worker")
    wait_until_under_way(pack, process)

    process.send_signal(signal.SIGKILL)
    process.wait()

    half = f"{pack.pk}-1.zip.part"
    pack.refresh_from_db()
    assert (pack.state, stored_files(settings)) == (PackState.MAKING, [half])
    assert not make_next()
    # Its time is over.
    Pack.objects.update(taken_until=timezone.now())

    assert make_next()
    sweep_packs()

    pack.refresh_from_db()
    assert (pack.state, pack.attempts, pack.done) == (PackState.READY, 2, RECORDS)
    assert why_not_given(pack) == ""
    assert len(folders_of(pack)) == RECORDS
    pictures = [name for name in files_of(pack) if name.endswith((".png", ".jpg"))]
    assert len(pictures) == RECORDS * 3 * 2
    assert stored_files(settings) == [pack.file_name]
