"""Start-up check: what the drawing of cards needs is installed."""

from typing import Any

from django.core import checks

from amd.cards.fonts import absent


def cards_can_be_drawn(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """One error for each part that is not there; without it letters are lost."""
    return [
        checks.Error(
            f"Cards cannot be drawn: {name} is not there",
            hint="Install requirements.txt again; Pillow's own wheels carry Raqm.",
            id="publishing.E001",
        )
        for name in absent()
    ]
