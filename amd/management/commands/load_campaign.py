"""manage.py load_campaign: the campaign's history, lists and wordings; repeatable."""

from typing import Any

from django.core.management.base import BaseCommand

from amd.campaign.loading import load_campaign


class Command(BaseCommand):
    help = (
        "Loads the campaign's groups, regions, history, lists and consent wordings. "
        "Run it again after an upgrade: facts are brought back, what staff corrected "
        "stays."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        counts = load_campaign()
        shown = ", ".join(f"{number} {thing}" for thing, number in counts.items())
        self.stdout.write(f"The campaign is loaded: {shown}.")
