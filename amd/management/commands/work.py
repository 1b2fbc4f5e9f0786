"""The worker: sends what waits in the outbox, makes packs, does the nightly acts, clears away.

It keeps nothing in memory: the rows are the truth, and any number of workers may run.
"""

import logging
import signal
import time
import traceback
from argparse import ArgumentParser
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections

from amd.mail.sending import send_due
from amd.moderation.lost_link import answer_links_asked
from amd.moderation.nights import run_if_due
from amd.pictures.sweep import sweep_files, sweep_unclaimed
from amd.publishing.packs.making import make_next, never
from amd.publishing.packs.sweep import sweep_packs
from amd.publishing.sweep import sweep_drawings
from amd.web.throttle import forget_spent

logger = logging.getLogger(__name__)

PAUSE_SECONDS = 5
HOUR_SECONDS = 3600
# So few that a stop waits for ten seconds a mail at the most.
MAILS_A_PASS = 5


def clear_sessions() -> None:
    call_command("clearsessions")


HOURLY: tuple[Callable[[], object], ...] = (
    sweep_unclaimed,
    sweep_files,
    sweep_drawings,
    sweep_packs,
    forget_spent,
    clear_sessions,
)


class Command(BaseCommand):
    help = "Send mails, make packs, do the nightly acts and clear away, until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="one pass, then stop")

    def handle(self, *args: Any, once: bool = False, **options: Any) -> None:
        if once:
            while send_mails():
                pass
            while make_pack():
                pass
            clear_away()
            attempt(run_if_due, "run_if_due")
            return
        stop = Event()
        handlers = {
            number: signal.signal(number, lambda *_: stop.set())
            for number in (signal.SIGTERM, signal.SIGINT)
        }
        try:
            work_until(stop)
        finally:
            for number, handler in handlers.items():
                signal.signal(number, handler)


def work_until(stop: Event) -> None:
    clear_at = time.monotonic()
    while not stop.is_set():
        close_old_connections()
        if time.monotonic() >= clear_at:
            clear_at = time.monotonic() + HOUR_SECONDS
            clear_away()
        attempt(run_if_due, "run_if_due")
        has_more = [send_mails(), make_pack(stop.is_set)]
        if not any(has_more):
            stop.wait(PAUSE_SECONDS)


def send_mails() -> bool:
    """Whether there may be more of them; those that were asked for are written first."""
    attempt(answer_links_asked, "answer_links_asked")
    return attempt(lambda: send_due(MAILS_A_PASS), "send_due") == MAILS_A_PASS


def make_pack(is_stopping: Callable[[], bool] = never) -> bool:
    """Whether there may be more of them; a stop waits for one record at the most."""
    return bool(attempt(partial(make_next, is_stopping), "make_next"))


def clear_away() -> None:
    for job in HOURLY:
        attempt(job, job.__name__)


def attempt(job: Callable[[], object], name: str) -> object:
    """What the job gives; a failure is named in the log and waits for its next turn.

    The text of an exception may hold an address: only its kind and place are logged.
    """
    try:
        return job()
    # One job must not stop the others, and the next pass may succeed.
    except Exception as error:  # noqa: BLE001
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        logger.error("%s failed: %s at %s", name, type(error).__name__, place)
        return None
