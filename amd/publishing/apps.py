"""The publishing app."""

from django.apps import AppConfig
from django.core.checks import register
from django.db.models.signals import post_migrate

from amd.publishing.checks import cards_can_be_drawn


class PublishingConfig(AppConfig):
    name = "amd.publishing"
    verbose_name = "Publishing"

    def ready(self) -> None:
        register(cards_can_be_drawn)
        # Its models exist only now.
        from . import indexing  # noqa: PLC0415

        post_migrate.connect(indexing.catch_up, sender=self)
