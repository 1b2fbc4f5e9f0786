"""How soon a record is to be reviewed: one row, set by national leads in the admin."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from amd.campaign.scoping import RegionScopedAdmin

from .models import ReviewTimes

WHOLE_NUMBER = "Enter a whole number of days, such as 7"


class ReviewTimesForm(forms.ModelForm):
    class Meta:
        model = ReviewTimes
        fields = ("due_soon_after_days", "overdue_after_days")
        # A spinner is easily turned by scrolling.
        widgets: ClassVar[dict[str, Any]] = {
            name: forms.TextInput(attrs={"inputmode": "numeric", "size": 4})
            for name in fields
        }
        error_messages: ClassVar[dict[str, Any]] = {
            name: {"required": WHOLE_NUMBER, "invalid": WHOLE_NUMBER} for name in fields
        }


@admin.register(ReviewTimes)
class ReviewTimesAdmin(RegionScopedAdmin):
    """No list of one: it leads to the row, or to the form that makes it."""

    form = ReviewTimesForm
    fields = ("due_soon_after_days", "overdue_after_days")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not ReviewTimes.objects.exists()

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        row = ReviewTimes.objects.first()
        if row:
            return redirect("admin:moderation_reviewtimes_change", row.pk)
        return redirect("admin:moderation_reviewtimes_add")

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """With one button: there is no other row to go to."""
        one = {"show_save_and_add_another": False, "show_save_and_continue": False}
        return super().changeform_view(
            request, object_id, form_url, (extra_context or {}) | one
        )
