"""Deletes drawn cards of nothing that is live; what is live is drawn again when asked."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand

from amd.publishing import files
from amd.publishing.sweep import strays


class Command(BaseCommand):
    help = "Delete the drawn files of cards that are not live."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would go, delete nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        found = strays()
        for folder in found:
            self.stdout.write(f"{folder.parent.name}/{folder.name}")
            if not options["dry_run"]:
                files.remove_drawings(folder)
        done = "would be deleted" if options["dry_run"] else "deleted"
        folders = "1 folder" if len(found) == 1 else f"{len(found)} folders"
        self.stdout.write(f"{folders} {done}")
