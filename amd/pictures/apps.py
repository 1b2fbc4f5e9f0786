"""The pictures app."""

from django.apps import AppConfig


class PicturesConfig(AppConfig):
    name = "amd.pictures"
    verbose_name = "Pictures"
