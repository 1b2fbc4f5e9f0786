"""What the admin's first page says of the queue."""

from typing import Any

from django import template

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
