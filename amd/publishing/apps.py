"""The publishing app."""

from django.apps import AppConfig
from django.core.checks import register

from amd.publishing.checks import cards_can_be_drawn


class PublishingConfig(AppConfig):
    name = "amd.publishing"
    verbose_name = "Publishing"

    def ready(self) -> None:
        register(cards_can_be_drawn)
