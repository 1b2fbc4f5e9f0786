"""Deployment check: the statements that the law asks for name somebody."""

from typing import Any

from django.conf import settings
from django.core import checks


def statements_are_filled(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """One error for each variable without which a statement is not lawful."""
    given = {
        "SITE_ORGANISATION": settings.SITE_OWNER["organisation"],
        "SITE_EMAIL": settings.SITE_OWNER["email"],
        "ACCESSIBILITY_STATUS": settings.SITE_ACCESSIBILITY["status"],
        "ACCESSIBILITY_TESTED_ON": settings.SITE_ACCESSIBILITY["tested_on"],
        "ACCESSIBILITY_PREPARED_ON": settings.SITE_ACCESSIBILITY["prepared_on"],
        "DATA_PROTECTION_EMAIL": settings.SITE_PRIVACY["protection_officer"],
        "PRIVACY_UPDATED_ON": settings.SITE_PRIVACY["updated_on"],
    }
    return [
        checks.Error(
            f"{name} is empty, so the site's statements are not complete", id="web.E001"
        )
        for name, value in given.items()
        if not value
    ]
