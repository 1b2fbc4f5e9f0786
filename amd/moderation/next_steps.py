"""What comes next for one lead, as the first page of the admin puts it to her."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from amd.records.models import Record, Status

from .ages import Band, days_waited, in_words
from .claims import in_force
from .holds import hold_in_force
from .models import ColleagueQuestion, QueueEntry
from .next_up import next_waiting
from .queue_entries import keep_up
from .queue_facets import READY
from .queue_rows import title_of

# More of a kind are read in the queue.
MOST = 3


@dataclass(frozen=True)
class Step:
    """A link that says what to do, and a line that says with what."""

    label: str
    url: str
    told: str


def next_steps(user: Any, *, oldest: Record | None) -> list[Step]:
    """What she has begun, what she is told, what waits, what is ready. Eight queries, and
    five where records have changed.

    `oldest` is what has waited longest in her regions, whoever is at work on it.
    """
    begun = list(_begun(user))
    there = {step.url for step in begun}
    waiting = [step for step in _waiting(user, oldest) if step.url not in there]
    return [*begun, *_answered(user), *waiting, *_ready(user)]


def _begun(user: Any) -> Iterator[Step]:
    claims = in_force().filter(
        user_id=user.pk, record__in=Record.objects.visible_to(user)
    )
    for claim in claims.select_related("record").order_by("until")[:MOST]:
        until = f"{timezone.localtime(claim.until):%H:%M}"
        told = f"{claim.record}, which you have claimed until {until}"
        yield Step("Carry on", _review(claim.record), told)


def _answered(user: Any) -> Iterator[Step]:
    """While there is still something to decide with the answer."""
    visible = Record.objects.visible_to(user).waiting()
    questions = ColleagueQuestion.objects.filter(
        asked_by_id=user.pk, answered_at__isnull=False, record__in=visible.order_by()
    )
    for question in questions.select_related("record").order_by("-answered_at")[:MOST]:
        told = f"{question.record}, about which you asked a colleague"
        yield Step("Read the answer", _review(question.record), told)


def _waiting(user: Any, oldest: Record | None) -> Iterator[Step]:
    found: Any = next_waiting(user)
    if found is None:
        return
    label = "Review the oldest" if found == oldest else "Review the next"
    days = days_waited(found.waiting_since)
    since = f"waiting {in_words(days)}" if days else "since today"
    late = ", overdue" if found.band == Band.OVERDUE else ""
    yield Step(label, _review(found), f"{found}, {title_of(found)}, {since}{late}")


def _ready(user: Any) -> Iterator[Step]:
    """What is good, agreed to by everybody, and held up by nothing."""
    accepted = Record.objects.visible_to(user).filter(status=Status.ACCEPTED)
    keep_up(accepted)
    ready = accepted.filter(queued__stage=QueueEntry.Stage.AGREED).count()
    if ready and hold_in_force() is None:
        url = reverse("admin:records_record_changelist") + READY
        yield Step("Publish what is ready", url, f"{ready} accepted, and signed off")


def _review(record: Record) -> str:
    return reverse("admin:records_record_review", args=[record.pk])
