"""The comms app."""

from django.apps import AppConfig


class CommsConfig(AppConfig):
    name = "amd.comms"
    verbose_name = "Comms"
