"""When the nightly acts are done: once a day, by whichever worker makes the day's row."""

import logging
import traceback
from datetime import date, datetime, timedelta
from pathlib import Path

from django.db import IntegrityError, transaction
from django.utils import timezone

from .models import NightlyRun
from .nightly import ACTS

logger = logging.getLogger(__name__)

# Nobody's day is interrupted, and a site that slept catches up when it wakes.
FROM_HOUR = 2
LEASE = timedelta(hours=1)
FAILED = "failed"


def run_if_due(now: datetime | None = None) -> NightlyRun | None:
    """Do today's acts unless they were done; None where there was nothing to do."""
    now = timezone.localtime(now)
    if now.hour < FROM_HOUR:
        return None
    run = _claim(now.date())
    return do_acts(run) if run else None


def run_now(today: date) -> NightlyRun:
    """Do them by hand, whether or not they were done today: each is safe to repeat."""
    run, _ = NightlyRun.objects.get_or_create(day=today)
    return do_acts(run)


def rehearse(today: date) -> dict[str, int]:
    """How much each act would do; nothing is changed."""
    return {name: act(today, False) for name, act in ACTS.items()}


def do_acts(run: NightlyRun) -> NightlyRun:
    done: dict[str, int | str] = {}
    for name, act in ACTS.items():
        try:
            done[name] = act(run.day, True)
        # One act must not stop the others; the text may hold an address.
        except Exception as error:  # noqa: BLE001
            frame = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(frame.filename).name}:{frame.lineno}"
            logger.error("%s failed: %s at %s", name, type(error).__name__, place)
            done[name] = FAILED
    run.done = done
    run.finished_at = timezone.now()
    run.save(update_fields=["done", "finished_at"])
    return run


def _claim(day: date) -> NightlyRun | None:
    """The row of the day, if it is ours to do: new, or left behind by a dead worker."""
    known = NightlyRun.objects.filter(day=day).first()
    if known is None:
        try:
            with transaction.atomic():
                return NightlyRun.objects.create(day=day)
        except IntegrityError:
            # Another worker has made it since.
            return None
    if known.finished_at:
        return None
    left = NightlyRun.objects.filter(
        pk=known.pk, finished_at=None, started_at__lt=timezone.now() - LEASE
    )
    return known if left.update(started_at=timezone.now()) else None
