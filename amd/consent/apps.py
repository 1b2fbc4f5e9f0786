"""The consent app."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "amd.consent"
    verbose_name = "Consent"
