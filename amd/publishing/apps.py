"""The publishing app."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "amd.publishing"
    verbose_name = "Publishing"
