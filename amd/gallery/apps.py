"""The gallery app."""

from django.apps import AppConfig


class GalleryConfig(AppConfig):
    name = "amd.gallery"
    verbose_name = "Gallery"
