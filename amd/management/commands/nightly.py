"""Does the nightly acts by hand, or says what they would do."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from amd.moderation.nights import rehearse, run_now


class Command(BaseCommand):
    help = "Do today's nightly acts now, even if the worker did them already."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be done, do nothing"
        )

    def handle(self, *args: Any, dry_run: bool = False, **options: Any) -> None:
        today = timezone.localdate()
        done = rehearse(today) if dry_run else run_now(today).done
        if dry_run:
            self.stdout.write("Nothing was changed. This would be done:")
        for name, count in done.items():
            self.stdout.write(f"{name}: {count}")
