"""The publishing hold in the admin: national leads set it with a reason, and lift it."""

import contextlib
from typing import Any, ClassVar, cast

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from amd.campaign.models import User
from amd.campaign.scoping import RegionScopedAdmin
from amd.records.models import Record, Status
from amd.web.forms import NhsukFormMixin

from . import holds
from .models import PublishingHold

LISTED = "admin:moderation_publishinghold_changelist"


class HoldForm(NhsukFormMixin, forms.ModelForm):
    subjects: ClassVar[dict[str, str]] = {"reason": "why publishing is on hold"}

    class Meta:
        model = PublishingHold
        fields = ("reason",)
        labels: ClassVar[dict[str, str]] = {"reason": "Why"}
        help_texts: ClassVar[dict[str, str]] = {
            "reason": "All staff read it on every page, for example: the pre-election "
            "period, until 8 May. From then on nothing new becomes public. What is "
            "public stays, and can still be taken down or withdrawn."
        }
        widgets: ClassVar[dict[str, Any]] = {
            "reason": forms.Textarea(attrs={"rows": 2})
        }

    def clean_reason(self) -> str:
        """It stands at the end of a sentence."""
        reason: str = self.cleaned_data["reason"]
        return reason.rstrip(". ")

    def clean(self) -> dict[str, Any]:
        if holds.hold_in_force():
            self.add_error(None, holds.ONE_ALREADY)
        return self.cleaned_data


@admin.register(PublishingHold)
class PublishingHoldAdmin(RegionScopedAdmin):
    """Every hold there was; the one in force is lifted on a page of its own."""

    form = HoldForm
    list_display = ("reason", "set_at", "set_by", "lifted_at", "lifted_by")
    list_select_related = ("set_by", "lifted_by")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.list_display if obj else ("reason",)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """One that was set is read, without what is said to whoever sets one."""
        if obj:
            kwargs["form"] = forms.ModelForm
        return super().get_form(request, obj, change=change, **kwargs)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        more = {"title": "Publishing holds", **(extra_context or {})}
        if holds.hold_in_force():
            more["has_add_permission"] = False
        return super().changelist_view(request, more)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was said at the time is not worded anew."""
        return obj is None and super().has_change_permission(request, obj)

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        holds.set_hold(obj, by=cast("User", request.user))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        title = "Publishing hold" if object_id else "Put publishing on hold"
        more = {"title": title, **(extra_context or {})}
        # Somebody was first: the second time the form itself says so.
        with contextlib.suppress(holds.AlreadyOnHold):
            return super().changeform_view(request, object_id, form_url, more)
        return super().changeform_view(request, object_id, form_url, more)

    def get_urls(self) -> list[URLPattern]:
        lift = self.admin_site.admin_view(lift_hold)
        name = "moderation_publishinghold_lift"
        return [path("<int:pk>/lift/", lift, name=name), *super().get_urls()]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lift_hold(request: HttpRequest, pk: int) -> HttpResponse:
    """Says what follows before anything is done."""
    if not request.user.has_perm("moderation.change_publishinghold"):
        raise PermissionDenied
    hold = get_object_or_404(PublishingHold.objects.select_related("set_by"), pk=pk)
    if request.method == "POST" and holds.lift(hold, by=cast("User", request.user)):
        messages.success(request, "Lifted: records can be published again.")
        return redirect("admin:index")
    if request.method == "POST" or hold.lifted_at:
        messages.info(request, "Not changed: that hold has been lifted already.")
        return redirect(LISTED)
    waiting = Record.objects.visible_to(request.user).filter(status=Status.ACCEPTED)
    context = {
        **admin.site.each_context(request),
        "title": "Lift the publishing hold",
        "hold": hold,
        "accepted": waiting.count(),
    }
    return render(request, "admin/lift_hold.html", context)
