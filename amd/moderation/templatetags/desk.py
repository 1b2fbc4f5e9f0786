"""What the admin's first page says of the queue, the mails and the nightly run."""

from typing import Any

from django import template
from django.db.models import Count, Q

from amd.mail.models import Outbox
from amd.moderation.ages import Band, days_waited, in_words, with_ages
from amd.moderation.models import NightlyRun
from amd.moderation.next_steps import Step, next_steps
from amd.moderation.nights import FAILED
from amd.moderation.suspected import without_apart
from amd.records.models import Record, Status

register = template.Library()


@register.simple_tag
def waiting_for(user: Any) -> dict[str, Any]:
    """What waits in this person's regions for a decision. Three queries."""
    mine = with_ages(without_apart(Record.objects.visible_to(user).waiting()))
    counts = mine.aggregate(
        count=Count("pk", filter=Q(status=Status.SUBMITTED)),
        overdue=Count("pk", filter=Q(band=Band.OVERDUE)),
        accepted=Count("pk", filter=Q(status=Status.ACCEPTED)),
    )
    oldest = mine.filter(status=Status.SUBMITTED).order_by("waiting_since", "pk")
    first = oldest.first()
    return {
        **counts,
        "first": first,
        "oldest": days_waited(first.waiting_since) if first else 0,
        "age": in_words(days_waited(first.waiting_since)) if first else "",
    }


@register.simple_tag
def steps_for(user: Any, oldest: Record | None) -> list[Step]:
    """What comes next for this person."""
    return next_steps(user, oldest=oldest)


@register.simple_tag
def house_keeping(user: Any) -> dict[str, Any]:
    """When the nightly run last ended and how old the oldest unsent mail is. Three queries."""
    run = NightlyRun.objects.exclude(finished_at=None).first()
    unsent = Outbox.objects.visible_to(user).unsent()
    return {
        "ran_at": run.finished_at if run else None,
        "failed": [name for name, n in run.done.items() if n == FAILED] if run else [],
        "oldest_mail": unsent.order_by("created_at").first(),
        "given_up": unsent.filter(next_try_at=None).count(),
    }
