"""The queue of both kinds of record in the admin, and the addresses of the review desk."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.timesince import timesince

from amd.records.models import Kind, Record

from . import review
from .admin_base import RecordAdmin, RecordListAdmin
from .logo_admin import PartnerLogoAdmin

__all__ = ["PartnerLogoAdmin", "RecordAdmin", "RecordQueueAdmin"]


class KindFilter(admin.SimpleListFilter):
    title = "kind"
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(Kind.choices)

    def queryset(
        self, request: HttpRequest, queryset: models.QuerySet[Any]
    ) -> models.QuerySet[Any]:
        if self.value() in Kind.values:
            return queryset.filter(kind=self.value())
        return queryset


class Queue(ChangeList):
    """Each row leads to its review page, not to a form."""

    def url_for_result(self, result: models.Model) -> str:
        return f"{result.pk}/review/"


@admin.register(Record)
class RecordQueueAdmin(RecordListAdmin):
    """Both kinds in one queue, oldest first; a row opens its review page."""

    list_display = (
        "shown_reference",
        "kind",
        "shown_title",
        "organisation_name",
        "shown_region",
        "status",
        "age",
    )
    search_fields = (
        "reference",
        "organisation_name",
        "endorsement__name",
        "casestudy__headline",
        "casestudy__quoted_name",
    )
    actions = None

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return [*super().get_list_filter(request), KindFilter]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Words are edited on the page of their kind."""
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("records.decide_record")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        pages = [
            path(
                f"<int:pk>/{name}/",
                view(getattr(review, name)),
                name=f"records_record_{name}",
            )
            for name in ("review", "preview", "agree", "take_down", "withdraw")
        ]
        pages += [
            path(
                "<int:pk>/card/<slug:format_name>.png",
                view(review.card),
                name="records_record_card",
            ),
            path("<int:pk>/reopen/", view(review.reopen), name="records_record_reopen"),
        ]
        return pages + super().get_urls()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Queue

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        title = Coalesce("endorsement__name", "casestudy__headline", Value(""))
        return super().get_queryset(request).annotate(title=title)

    @admin.display(description="Champion or headline", ordering="title")
    def shown_title(self, record: Any) -> str:
        return record.title or "Erased"

    @admin.display(description="Waiting", ordering="submitted_at")
    def age(self, record: Record) -> str:
        if not record.submitted_at:
            return ""
        return timesince(record.submitted_at, timezone.now(), depth=1)
