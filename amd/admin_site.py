"""The admin's pages: whatever is asked on one says what to do, as the public forms do."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

from amd.staff.forms import ChangePasswordForm
from amd.web.forms import NhsukFormMixin


class Site(admin.AdminSite):
    site_header = site_title = "#AMillionDecisions"
    index_title = "Recording and review"
    # The few pages are all on the first one; a table needs the room.
    enable_nav_sidebar = False

    def register(
        self, model_or_iterable: Any, admin_class: Any = None, **options: Any
    ) -> None:
        """Each with our form base in front of its form."""
        form = getattr(admin_class, "form", forms.ModelForm)
        if not issubclass(form, NhsukFormMixin):
            options["form"] = type(form.__name__, (NhsukFormMixin, form), {})
        super().register(model_or_iterable, admin_class, **options)

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        view = PasswordChangeView.as_view(
            form_class=ChangePasswordForm,
            success_url=reverse("admin:password_change_done"),
            extra_context={**self.each_context(request), **(extra_context or {})},
        )
        return cast("TemplateResponse", view(request))
