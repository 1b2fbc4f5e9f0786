"""The campaign's history, tools and messages in the admin."""

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from .admin_forms import EventForm
from .models import (
    Event,
    KeyMessage,
    Outcome,
    Phase,
    PublicVersion,
    Resource,
    Supporter,
)
from .scoping import RegionScopedAdmin

# "example.org" typed without a scheme is taken for https.
HttpsField = partial(forms.URLField, assume_scheme="https")


class PublicFactAdmin(RegionScopedAdmin):
    """What the public sees changes with each save, so its counter rises."""

    # Set once: pages and repeated loads find the row by it.
    set_once: tuple[str, ...] = ("code",)
    formfield_overrides: ClassVar[dict[Any, Any]] = {
        models.URLField: {"form_class": HttpsField}
    }

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.set_once if obj else ()

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        PublicVersion.raise_by_one()


@admin.register(Phase)
class PhaseAdmin(PublicFactAdmin):
    set_once = ("number",)
    list_display = ("name", "start_text", "end_text", "is_current")
    search_fields = ("name", "aims")


@admin.register(Event)
class EventAdmin(PublicFactAdmin):
    form = EventForm
    list_display = ("name", "date_text", "place", "phase")
    list_filter = ("phase",)
    list_select_related = ("phase",)
    search_fields = ("name", "place", "summary")
    fields = (
        "code",
        "name",
        "date_text",
        "year",
        "place",
        "phase",
        "summary",
        "facts",
        "source",
        "position",
    )


@admin.register(Outcome)
class OutcomeAdmin(PublicFactAdmin):
    list_display = ("title", "progress", "partner", "phase")
    list_filter = ("progress",)
    list_select_related = ("phase",)
    search_fields = ("title", "partner")


@admin.register(Resource)
class ResourceAdmin(PublicFactAdmin):
    set_once = ("slug",)
    list_display = ("title", "kind", "audience", "reviewed_on")
    list_filter = ("audience", "kind")
    search_fields = ("title", "description")


@admin.register(KeyMessage)
class KeyMessageAdmin(PublicFactAdmin):
    list_display = ("text", "source", "position")
    search_fields = ("text",)


@admin.register(Supporter)
class SupporterAdmin(PublicFactAdmin):
    list_display = ("name", "affiliation", "year", "source")
    search_fields = ("name", "affiliation")
