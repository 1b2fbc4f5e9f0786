"""Brings the database up to date; a new one gets the campaign and its samples."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder


class Command(BaseCommand):
    help = "Migrate, load the campaign and, into a new database with DEBUG on, samples."

    def handle(self, *args: Any, **options: Any) -> None:
        is_new = not MigrationRecorder(connection).has_table()
        call_command("migrate", verbosity=0, stdout=self.stdout)
        call_command("load_campaign", stdout=self.stdout)
        if is_new and settings.DEBUG:
            call_command("load_samples", stdout=self.stdout)
