"""The staff app."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "amd.staff"
    verbose_name = "Staff"
