"""manage.py load_samples: fictional records and staff, for trying the site out."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from amd.management.samples.loading import load_samples
from amd.management.samples.removing import remove_samples
from amd.management.samples.staff import PASSWORD, STAFF

__all__ = ["PASSWORD", "STAFF", "Command"]


class Command(BaseCommand):
    help = "Loads sample records and staff, or takes exactly those out again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--remove",
            action="store_true",
            help="take the samples out, with their pictures and drawn cards",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "DEBUG is off: sample records, and staff whose password everybody "
                "knows, do not belong here. Nothing was changed."
            )
        if options["remove"]:
            self.stdout.write(f"Removed {_shown(remove_samples())}.")
            return
        added = load_samples()
        if any(added.values()):
            self.stdout.write(f"Samples added: {_shown(added)}.")
        else:
            self.stdout.write("The samples are there already.")


def _shown(counts: dict[str, int]) -> str:
    return ", ".join(f"{number} {thing}" for thing, number in counts.items())
