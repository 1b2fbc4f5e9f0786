"""Where a record was used, and how many uses have to come down, for any page."""

from typing import Any

from django import template

from amd.publishing.models import CardUse, Takedown

register = template.Library()


@register.simple_tag
def where_used(record_id: int) -> list[CardUse]:
    """The newest first, each with what became of it. One query."""
    return list(CardUse.objects.filter(record_id=record_id).for_lists())


@register.simple_tag
def takedowns_to_do(user: Any) -> dict[str, int]:
    """How many are to do, how many of them by this person and by nobody. One query."""
    return Takedown.objects.open().counts_for(user)


@register.filter
def without_scheme(address: str) -> str:
    """A web address as people read it."""
    return address.partition("://")[2].rstrip("/") or address
