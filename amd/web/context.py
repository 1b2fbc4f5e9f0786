"""What every template knows of the site: its name, who runs it, its menu."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

NAVIGATION = (
    ("/gallery/", "Gallery"),
    ("/campaign/", "Campaign"),
    ("/resources/", "Resources"),
    ("/contact/", "Find your library lead"),
)


def site(request: HttpRequest | None = None) -> dict[str, Any]:
    """The context of base.html; without a request (an error page) no link is current."""
    path = request.path if request else ""
    return {
        "site": {
            "name": settings.SITE_NAME,
            "wordmark": settings.CAMPAIGN_HASHTAG.removeprefix("#"),
            "claim": settings.CAMPAIGN_CLAIM,
            "partners": settings.CAMPAIGN_PARTNERS,
            "duties": settings.CAMPAIGN_DUTIES,
            "organisation": settings.SITE_OWNER["organisation"],
            "email": settings.SITE_OWNER["email"],
            "navigation": [
                {"href": href, "text": text, "is_current": path.startswith(href)}
                for href, text in NAVIGATION
            ],
        }
    }
