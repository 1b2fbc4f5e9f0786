"""Times packs beside the drawing of their pictures alone: python -m tests.bench_packs

In turn, each in a process of its own, as a worker is one; nothing is drawn before. Then
the memory of packs of several sizes, and a pack whose worker is killed on the way.
"""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from zipfile import ZipFile

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

from django.conf import settings

# A process that is started has what its parent has: its database and its files.
DATABASE, MEDIA = "BENCH_DATABASE", "BENCH_MEDIA"
os.environ.setdefault(MEDIA, tempfile.mkdtemp(prefix="amd-packs-"))
settings.MEDIA_ROOT = Path(os.environ[MEDIA])
settings.STORAGES["default"] = {
    "BACKEND": "django.core.files.storage.FileSystemStorage"
}
if DATABASE in os.environ:
    settings.DATABASES["default"]["NAME"] = os.environ[DATABASE]
django.setup()

# After the set-up, which they need.
from django.db import connection  # noqa: E402
from django.test.utils import (  # noqa: E402
    setup_databases,
    setup_test_environment,
    teardown_databases,
)
from django.utils import timezone  # noqa: E402

from amd.cards import draw  # noqa: E402
from amd.publishing.addresses import EXTENSIONS  # noqa: E402
from amd.publishing.cards import card_of  # noqa: E402
from amd.publishing.models import Pack, PackState, Publication  # noqa: E402
from amd.publishing.packs.asking import ask  # noqa: E402
from amd.publishing.packs.contents import endings_of  # noqa: E402
from amd.publishing.packs.giving import path_of  # noqa: E402
from amd.publishing.packs.making import make_next  # noqa: E402
from tests.bench import PHOTO, peak_kb, record  # noqa: E402
from tests.factories import (  # noqa: E402
    make_comms,
    make_endorsement_copy,
    make_picture,
    make_publication,
)

RECORDS = int(os.environ.get("RECORDS", "100"))
ROUNDS = int(os.environ.get("ROUNDS", "5"))
FORMATS = ("landscape", "square")
SIZES = (10, 50, 100)
PATIENCE_SECONDS = 600


def fill() -> None:
    """Records whose cards no other has; two in three have a photo."""
    for number in range(RECORDS):
        words = record(number).content
        photo = make_picture() if number % 3 else None
        if photo:
            photo.store(*[PHOTO.data] * 3)
            photo.save()
        make_publication(
            copy=make_endorsement_copy(name=words.name, quote=words.quote, photo=photo)
        )


def asked(number: int) -> Pack:
    live = Publication.objects.live().order_by("pk")[:number]
    return ask(make_comms(), live, FORMATS)


def draw_alone() -> None:
    """Every picture of a pack, drawn and thrown away."""
    for publication in Publication.objects.live().for_pages().order_by("pk"):
        for name in FORMATS:
            card = card_of(publication)
            for ext in endings_of(name):
                draw(card, name, EXTENSIONS[ext])


ACTS = {"make": make_next, "draw": draw_alone}


def act(name: str) -> None:
    """In the process that was started: seconds of the act, and its peak memory."""
    connection.ensure_connection()
    begun = time.perf_counter()
    ACTS[name]()
    say(f"{time.perf_counter() - begun} {peak_kb()}")


def start(name: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.bench_packs", name]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own words


def timed(name: str, *, drawn_before: bool = False) -> tuple[float, float]:
    """Seconds, and the peak memory in MB, of an act in a process of its own."""
    if not drawn_before:
        shutil.rmtree(settings.MEDIA_ROOT / "cards", ignore_errors=True)
    told, _ = start(name).communicate(timeout=PATIENCE_SECONDS)
    seconds, kilobytes = told.split()
    return float(seconds), int(kilobytes) / 1024


def in_turn() -> None:
    times: dict[str, list[float]] = {"drawing alone": [], "a pack": [], "again": []}
    for _ in range(ROUNDS):
        times["drawing alone"].append(timed("draw")[0])
        asked(RECORDS)
        times["a pack"].append(timed("make")[0])
        asked(RECORDS)
        times["again"].append(timed("make", drawn_before=True)[0])
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    formats = " and ".join(FORMATS)
    say(f"{RECORDS} records, {formats} as PNG and JPEG, median of {ROUNDS}")
    for name, taken in medians.items():
        say(f"{name:16}{taken:8.2f} s{taken / medians['drawing alone']:8.2f} x")


def memory() -> None:
    for number in (1, *SIZES):
        pack = asked(number)
        _, peak = timed("make")
        pack.refresh_from_db()
        size = pack.bytes / 1024**2
        say(f"peak memory of a pack of {number:3}: {peak:5.0f} MB; ZIP {size:4.0f} MB")


def killed() -> None:
    """Half way; then its time is over, and the next worker makes it."""
    pack = asked(RECORDS)
    shutil.rmtree(settings.MEDIA_ROOT / "cards", ignore_errors=True)
    worker = start("make")
    deadline = time.monotonic() + PATIENCE_SECONDS
    while pack.done < RECORDS // 2 and time.monotonic() < deadline:
        time.sleep(0.01)
        pack.refresh_from_db()
    worker.send_signal(signal.SIGKILL)
    worker.communicate()
    Pack.objects.filter(pk=pack.pk).update(taken_until=timezone.now())
    done = pack.done
    seconds, _ = timed("make", drawn_before=True)
    pack.refresh_from_db()
    if pack.state != PackState.READY:
        raise RuntimeError(f"the pack is {pack.state}: {pack.said}")
    with ZipFile(path_of(pack)) as archive:
        broken = archive.testzip()
        names = archive.namelist()
    pictures = sum(name.endswith((".png", ".jpg")) for name in names)
    say(
        f"killed at record {done} of {RECORDS}; the next worker made it in "
        f"{seconds:.1f} s: {pictures} pictures, broken: {broken or 'none'}"
    )


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    if len(sys.argv) > 1:
        act(sys.argv[1])
        return 0
    setup_test_environment(debug=False)
    made = setup_databases(verbosity=0, interactive=False)
    os.environ[DATABASE] = str(connection.settings_dict["NAME"])
    try:
        fill()
        in_turn()
        memory()
        killed()
    finally:
        teardown_databases(made, verbosity=0)
        shutil.rmtree(settings.MEDIA_ROOT)
    return 0


if __name__ == "__main__":
    sys.exit(main())
