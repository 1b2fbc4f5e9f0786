"""The web app."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from amd.web.checks import statements_are_filled


class WebConfig(AppConfig):
    name = "amd.web"
    verbose_name = "Web"

    def ready(self) -> None:
        register(statements_are_filled, Tags.security, deploy=True)
