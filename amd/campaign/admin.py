"""Places and lists in the admin, where national leads correct them."""

import contextlib
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from .admin_facts import PublicFactAdmin
from .admin_forms import USE, ConsentWordingForm, OrganisationForm, TermForm
from .models import (
    ConsentWording,
    LibraryService,
    Organisation,
    Reason,
    Region,
    Term,
)

IN_USE = (
    "Not deleted: this reason was given to an author, so its words are kept. "
    "Untick “Is active”, and nobody can choose it any more."
)


@admin.register(Region)
class RegionAdmin(PublicFactAdmin):
    set_once = ("slug",)
    list_display = ("name", "scheme", "ods_code", "mailbox")
    list_filter = ("scheme",)
    search_fields = ("name", "ods_code", "mailbox")


@admin.register(Organisation)
class OrganisationAdmin(PublicFactAdmin):
    form = OrganisationForm
    set_once = ()
    list_display = ("name", "ods_code", "organisation_type", "region", "is_active")
    list_filter = ("is_active", "region", "organisation_type")
    list_select_related = ("region", "organisation_type")
    search_fields = ("name", "short_name", "ods_code")
    raw_id_fields = ("successor",)


@admin.register(LibraryService)
class LibraryServiceAdmin(PublicFactAdmin):
    set_once = ()
    list_display = ("name", "organisation", "email", "is_active")
    list_filter = ("is_active",)
    list_select_related = ("organisation",)
    search_fields = ("name", "organisation__name", "email")
    raw_id_fields = ("organisation", "serves")


@admin.register(Term)
class TermAdmin(PublicFactAdmin):
    form = TermForm
    set_once = ("scheme", "code")
    list_display = ("label", "scheme", "position", "is_verified", "is_active")
    list_filter = ("scheme", "is_verified", "is_active")
    search_fields = ("label", "code", "source")


@admin.register(Reason)
class ReasonAdmin(PublicFactAdmin):
    set_once = ("move", "code")
    list_display = ("title", "move", "is_active")
    list_filter = ("move", "is_active")
    search_fields = ("title", "text")
    # One at a time: each says whether it was given.
    actions = None

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return admin.ModelAdmin.has_delete_permission(self, request, obj)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """A reason that was given stays: decisions point at its words."""
        reason = self.get_object(request, object_id)
        if not self.has_delete_permission(request, reason):
            raise PermissionDenied
        if reason is None or not self.get_deleted_objects([reason], request)[3]:
            # Given between the question and the answer, it is refused like one given before.
            with contextlib.suppress(models.ProtectedError, IntegrityError):
                return super().delete_view(request, object_id, extra_context)
        messages.error(request, IN_USE)
        return redirect("admin:campaign_reason_change", object_id)


@admin.register(ConsentWording)
class ConsentWordingAdmin(PublicFactAdmin):
    """Added and read, never changed: answers point at the words that were shown."""

    set_once = ("shown",)
    form = ConsentWordingForm
    list_display = ("person", "version", "in_force_from")
    list_filter = ("person",)
    search_fields = ("introduction", "terms")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return ["person", "introduction", *self.use_fields(), "terms"]
        return ("person", "version", "in_force_from", "introduction", "shown", "terms")

    @admin.display(description="Beside the boxes")
    def shown(self, wording: ConsentWording) -> str:
        # In the form's order: PostgreSQL keeps the sentences, but not in theirs.
        uses = [name.removeprefix(USE) for name in self.use_fields()]
        sentences = ((wording.uses[use],) for use in uses if use in wording.uses)
        return format_html_join(mark_safe("<br>"), "{}", sentences)

    def use_fields(self) -> list[str]:
        return [name for name in self.form.base_fields if name.startswith(USE)]

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        earlier = ConsentWording.objects.filter(person=obj.person)
        obj.version = (earlier.aggregate(Max("version"))["version__max"] or 0) + 1
        super().save_model(request, obj, form, change)
