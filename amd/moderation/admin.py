"""The queue of both kinds of record in the admin, and the addresses of the review desk."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, path

from amd.records.models import Record

from . import (
    blog,
    claim_pages,
    colleague_pages,
    review,
    review_answer,
    review_consent,
    review_end,
    suspected_page,
)
from .admin_base import RecordAdmin, RecordListAdmin
from .checks import views as checks
from .front_admin import CaseStudyOfTheWeekAdmin, FrontRowAdmin
from .hold_admin import PublishingHoldAdmin
from .logo_admin import PartnerLogoAdmin
from .queue_page import queue
from .times_admin import ReviewTimesAdmin

__all__ = [
    "CaseStudyOfTheWeekAdmin",
    "FrontRowAdmin",
    "PartnerLogoAdmin",
    "PublishingHoldAdmin",
    "RecordAdmin",
    "RecordQueueAdmin",
    "ReviewTimesAdmin",
]


PAGES = (
    review.review,
    review.preview,
    blog.blog,
    review_answer.send_back,
    review_answer.decline,
    review_consent.agree,
    review_consent.ask,
    review_consent.send_again,
    review_end.take_down,
    review_end.reopen,
    review_end.remove_quoted_person,
    review_end.withdraw,
    checks.pass_warnings,
    checks.take_back_pass,
    claim_pages.claim,
    claim_pages.let_go,
    claim_pages.renew,
    claim_pages.take_over,
    colleague_pages.ask_colleague,
    colleague_pages.stop_asking,
    suspected_page.not_spam,
)


@admin.register(Record)
class RecordQueueAdmin(RecordListAdmin):
    """Both kinds in one queue; a row opens its review page."""

    search_fields = (
        "reference",
        "organisation_name",
        "endorsement__name",
        "casestudy__headline",
        "casestudy__quoted_name",
    )

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

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return queue(request, self)
