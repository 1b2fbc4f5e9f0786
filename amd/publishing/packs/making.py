"""The worker's part: makes the pack that waits longest; any number of workers may run.

A worker takes a pack for a time and asks for more at each record. One that dies leaves
the row to the next, which begins anew; one that is late finds that the row is not its own.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from amd.publishing.models import Publication

from . import files
from .contents import Changed, Contents
from .models import KEPT_FOR, Pack, PackQuerySet, PackRecord, PackState
from .reasons import live_copy, why_not
from .zips import Member, zipped

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
"""Far more than one record takes, in every format."""
PAUSE = timedelta(seconds=10)
"""Before the next attempt at what failed."""
MOST_ATTEMPTS = 3
MOST_ROUNDS = 5
GAVE_UP = "The pack could not be made in three attempts. We have noted it."
NO_ROOM = "There was no room left on the disk. Try again when room has been made."
UNSETTLED = "Its records changed while it was made, again and again. Try again later."
NOTHING_LEFT = "None of its records may be shared any more."


class NotOurs(Exception):
    """The pack was cancelled, or another worker has it."""


class Stopping(Exception):
    """The worker is to stop: another one begins anew."""


class NothingLeft(Exception):
    """No record of the pack is in it."""


def never() -> bool:
    return False


def make_next(is_stopping: Callable[[], bool] = never) -> bool:
    """Make one pack; whether there may be more of them. Not inside a transaction.

    Raises what it did not expect: the row is tried again after a pause.
    """
    pack = Pack.objects.to_make().first()
    if pack is None:
        return False
    if _claim(pack):
        Making(pack, is_stopping).make()
    return True


def _claim(pack: Pack) -> bool:
    """Take it for this worker; False where another was first, or it failed too often."""
    seen = Pack.objects.to_make().filter(pk=pack.pk, attempts=pack.attempts)
    if pack.attempts >= MOST_ATTEMPTS:
        seen.update(state=PackState.FAILED, taken_until=None, said=GAVE_UP)
        return False
    pack.attempts += 1
    return bool(
        seen.update(
            state=PackState.MAKING,
            attempts=pack.attempts,
            taken_until=timezone.now() + LEASE,
            done=0,
        )
    )


@dataclass
class Making:
    """One attempt at one pack."""

    pack: Pack
    is_stopping: Callable[[], bool]

    @property
    def file_name(self) -> str:
        return files.name_of(self.pack.pk, self.pack.attempts)

    def make(self) -> None:
        try:
            self._rounds()
        except NotOurs:
            files.delete(self.file_name)
        except Stopping:
            # Not an attempt: nothing went wrong with it.
            attempts = self.pack.attempts - 1
            self._ours().update(
                state=PackState.WAITING, taken_until=None, attempts=attempts
            )
        except NothingLeft:
            self._fail(NOTHING_LEFT)
        except Exception as error:
            if not files.is_about_room(error):
                self._ours().update(taken_until=timezone.now() + PAUSE)
                raise
            logger.warning("Pack %s was not made: the disk is full", self.pack.pk)
            self._fail(NO_ROOM)

    def _rounds(self) -> None:
        """Anew where a record was taken down meanwhile: what is drawn is kept."""
        for _ in range(MOST_ROUNDS):
            rows = list(self.pack.records.select_related("record"))
            contents = Contents(self.pack.formats, len(rows), self.pack.asked_at)
            try:
                size = files.keep(self.file_name, zipped(self._members(contents, rows)))
                self._finish(contents, rows, size)
            except Changed:
                files.delete(self.file_name)
            else:
                return
        self._fail(UNSETTLED)

    def _members(self, contents: Contents, rows: list[PackRecord]) -> Iterator[Member]:
        for done, row in enumerate(rows):
            self._go_on(done)
            publication = live_copy(row.record_id)
            reason = why_not(publication, row.record_id)
            if publication is None or reason:
                contents.leave_out(row.record, reason)
            else:
                yield from contents.of(publication, row.place)
        self._go_on(len(rows))
        if not contents.entries:
            raise NothingLeft
        yield from contents.front()

    def _go_on(self, done: int) -> None:
        """Tell how far it is and take more time, if it is still ours to make."""
        if self.is_stopping():
            raise Stopping
        until = timezone.now() + LEASE
        if not self._ours().update(done=done, taken_until=until):
            raise NotOurs

    @transaction.atomic
    def _finish(self, contents: Contents, rows: list[PackRecord], size: int) -> None:
        """Ready, unless a record of it may not be given any more: then Changed.

        The copies are asked under a lock: one that is retired at this moment is either
        found here, or waits and finds the pack ready.
        """
        inside = {entry.publication.pk for entry in contents.entries}
        live = Publication.objects.live().filter(pk__in=inside).order_by("pk")
        asked = live.select_for_update(no_key=True)
        if set(asked.values_list("pk", flat=True)) != inside:
            raise Changed
        is_ours = self._ours().update(
            state=PackState.READY,
            file_name=self.file_name,
            bytes=size,
            done=len(rows),
            taken_until=None,
            keep_until=timezone.now() + KEPT_FOR,
        )
        if not is_ours:
            raise NotOurs
        _keep_rows(contents, rows)

    def _ours(self) -> PackQuerySet:
        """The row, as long as nobody else has taken it."""
        return Pack.objects.filter(
            pk=self.pack.pk, state=PackState.MAKING, attempts=self.pack.attempts
        )

    def _fail(self, said: str) -> None:
        self._ours().update(state=PackState.FAILED, taken_until=None, said=said)


def _keep_rows(contents: Contents, rows: list[PackRecord]) -> None:
    """What is in the file of each record, or why it is left out."""
    entries = {each.publication.record_id: each for each in contents.entries}
    reasons = {each.record.pk: each.reason for each in contents.left_out}
    for row in rows:
        entry = entries.get(row.record_id)
        row.publication = entry.publication if entry else None
        row.formats = entry.formats if entry else []
        row.left_out = reasons.get(row.record_id, "")
    PackRecord.objects.bulk_update(rows, ["publication", "formats", "left_out"])
