"""The web app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "amd.web"
    verbose_name = "Web"
