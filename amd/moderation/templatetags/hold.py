"""{% publishing_hold as hold %}: the hold in force, on every page of the admin."""

from typing import Any

from django import template

from amd.moderation.holds import hold_in_force
from amd.moderation.models import PublishingHold

register = template.Library()


@register.simple_tag
def publishing_hold(user: Any) -> PublishingHold | None:
    """For staff; one query."""
    return hold_in_force() if user.is_authenticated and user.is_staff else None
