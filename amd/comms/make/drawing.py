"""Draws for anybody who asks, one card at a time, and not without end."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.http import HttpRequest

from amd.web.throttle import allow, client_address

# A hospital's staff may all share one address; a drawing takes some hundredths of a second.
DRAWINGS, FILES, ZIPS, SECONDS = 300, 120, 20, 60
# Of everybody together: what leaves most of the machine to those who read.
OF_ALL, OF_ALL_SECONDS = 300, 10
WAIT_SECONDS, PATIENCE_SECONDS = 1.0, 5.0
RETRY_AFTER_SECONDS = 5

TOO_MANY = (
    "Many cards were drawn from your network in the last minute. "
    "Wait a moment and try again"
)
BUSY = "Many people are making cards just now. Wait a few seconds and try again"

_pen = threading.BoundedSemaphore(1)


class TurnedAway(Exception):
    """A sentence for the person, and the status that a program understands."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status


@contextmanager
def pen(wait_seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Held while one picture is decoded and drawn. Raises TurnedAway after a short wait."""
    if not _pen.acquire(timeout=wait_seconds):
        raise TurnedAway(BUSY, 503)
    try:
        yield
    finally:
        _pen.release()


def count(request: HttpRequest, scope: str, most: int) -> None:
    """Two queries. Raises TurnedAway for one too many, of this address or of all."""
    if not allow(f"make-{scope}", client_address(request), most, SECONDS):
        raise TurnedAway(TOO_MANY, 429)
    if not allow("make", "all", OF_ALL, OF_ALL_SECONDS):
        raise TurnedAway(BUSY, 503)
