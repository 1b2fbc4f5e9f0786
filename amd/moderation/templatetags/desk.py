"""What the admin's first page says of the queue, the mails and the nightly run."""

from typing import Any

from django import template

from amd.mail.models import Outbox
from amd.moderation.models import NightlyRun
from amd.moderation.nights import FAILED
from amd.records.models import Record

register = template.Library()


@register.simple_tag
def waiting_for(user: Any) -> dict[str, Any]:
    """How many records wait in this person's regions, and the oldest. Two queries."""
    waiting = Record.objects.visible_to(user).waiting()
    first = waiting.first()
    return {
        "count": waiting.count() if first else 0,
        "first": first,
        "oldest": first.submitted_at if first else None,
    }


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
