"""The records app."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "amd.records"
    verbose_name = "Records"
