"""The outbox in the admin: who was written to and whether it went, never what."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from amd.campaign.scoping import RegionScopedAdmin

from .models import Outbox


class StateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("waiting", "Waiting"), ("sent", "Sent"), ("given_up", "Given up")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "sent":
            return queryset.exclude(sent_at=None)
        if self.value() in ("waiting", "given_up"):
            is_over = self.value() == "given_up"
            return queryset.filter(sent_at=None, next_try_at__isnull=is_over)
        return queryset


@admin.register(Outbox)
class OutboxAdmin(RegionScopedAdmin):
    list_display = ("address", "reference", "region", "state", "created_at", "sent_at")
    list_select_related = ("region",)
    list_filter = (StateFilter, ("region", admin.RelatedOnlyFieldListFilter))
    search_fields = ("address", "reference")
    fields = (
        "address",
        "reference",
        "region",
        "state",
        "created_at",
        "sent_at",
        "attempts",
        "next_try_at",
        "last_error",
    )
    readonly_fields = fields

    def lookup_allowed(
        self, lookup: str, value: str, request: HttpRequest | None = None
    ) -> bool:
        """Only what the list shows: a body would be told letter by letter."""
        shown = (*self.fields, StateFilter.parameter_name)
        return lookup.partition("__")[0] in shown and super().lookup_allowed(
            lookup, value, request
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
