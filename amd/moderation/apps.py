"""The moderation app."""

from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "amd.moderation"
    verbose_name = "Moderation"
