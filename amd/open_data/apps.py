"""The open data app."""

from django.apps import AppConfig


class OpenDataConfig(AppConfig):
    name = "amd.open_data"
    verbose_name = "Open data"
