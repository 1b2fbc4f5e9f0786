"""The queue of both kinds of record in the admin, and the addresses of the review desk."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.timesince import timesince

from amd.records.models import Kind, Record

from . import review, review_consent, review_end
from .admin_base import RecordAdmin, RecordListAdmin
from .asking import standings_of
from .front_admin import CaseStudyOfTheWeekAdmin, FrontRowAdmin
from .logo_admin import PartnerLogoAdmin
from .times_admin import ReviewTimesAdmin
from .told import in_queue

__all__ = [
    "CaseStudyOfTheWeekAdmin",
    "FrontRowAdmin",
    "PartnerLogoAdmin",
    "RecordAdmin",
    "RecordQueueAdmin",
    "ReviewTimesAdmin",
]


PAGES = (
    review.review,
    review.preview,
    review_consent.agree,
    review_consent.ask,
    review_consent.send_again,
    review_end.take_down,
    review_end.reopen,
    review_end.remove_quoted_person,
    review_end.withdraw,
)


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
    """Each row leads to its review page, not to a form, and knows its sign-offs."""

    def get_results(self, request: HttpRequest) -> None:
        """Two queries more, however many rows."""
        super().get_results(request)
        self.result_list = list(self.result_list)
        found = standings_of(self.result_list)
        for record in self.result_list:
            record.standings = found.get(record.pk, [])

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
        "sign_off",
        "age",
    )
    list_select_related: ClassVar[tuple[str, ...]] = (
        "region",
        "endorsement__photo",
        "casestudy__picture",
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
        def page(view: Any, more: str = "") -> URLPattern:
            """records_record_NAME, named as its view is."""
            name = view.__name__
            wrapped = self.admin_site.admin_view(view)
            return path(
                f"<int:pk>/{name}/{more}", wrapped, name=f"records_record_{name}"
            )

        pages = [page(view) for view in PAGES]
        pages.append(page(review_consent.paper, "<int:answer_pk>/"))
        card = self.admin_site.admin_view(review.card)
        pages.append(
            path(
                "<int:pk>/card/<slug:format_name>.png", card, name="records_record_card"
            )
        )
        return pages + super().get_urls()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Queue

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        title = Coalesce("endorsement__name", "casestudy__headline", Value(""))
        return super().get_queryset(request).annotate(title=title)

    @admin.display(description="Champion or headline", ordering="title")
    def shown_title(self, record: Any) -> str:
        return record.title or "Erased"

    @admin.display(description="Sign-off")
    def sign_off(self, record: Any) -> SafeString | str:
        return in_queue(record.standings)

    @admin.display(description="Waiting", ordering="submitted_at")
    def age(self, record: Record) -> str:
        if not record.submitted_at:
            return ""
        return timesince(record.submitted_at, timezone.now(), depth=1)
