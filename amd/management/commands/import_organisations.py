"""manage.py import_organisations FILE.csv: organisations from an ODS export."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from amd.campaign.importing import ImportRefused, import_organisations


class Command(BaseCommand):
    help = (
        "Adds and updates organisations from a CSV file with a first line that names "
        "its columns: organisation name, ODS code, region code or name, and, if you "
        "have them, status, open date and close date. Can be repeated."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            counts = import_organisations(options["file"], tell=self.stderr.write)
        except ImportRefused as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(
                f"{options['file']} cannot be read: {error.strerror}"
            ) from error
        self.stdout.write(
            f"{counts.added} added, {counts.updated} updated, {counts.left_out} left out."
        )
