"""manage.py load_scale: many fictional publications, to measure the public pages with."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from amd.management.scale.loading import load_scale

MOST = 200_000


class Command(BaseCommand):
    help = "Adds many made-up publications, of varied lengths and skewed facets."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--publications", type=int, required=True, metavar="N")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "DEBUG is off: made-up publications do not belong here. "
                "Nothing was changed."
            )
        wanted = options["publications"]
        if not 1 <= wanted <= MOST:
            raise CommandError(f"Say how many, from 1 to {MOST:,}.")
        live = load_scale(wanted, seed=options["seed"])
        self.stdout.write(f"Added {wanted:,} publications; {live:,} are live now.")
