"""The ways in: sign in, ask for a link by mail, choose a password with it."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.views import LoginView, PasswordResetConfirmView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from amd.campaign.models import User
from amd.web.forms import render_invalid

from . import accounts, throttled
from .forms import ChoosePasswordForm, ResetForm, SignInForm


class SignIn(LoginView):
    """Stands at /admin/login/, before the admin's own."""

    template_name = "staff/sign_in.html"
    authentication_form = SignInForm
    next_page = "admin:index"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if admin.site.has_permission(request):
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]  # HttpResponseBase in the stubs

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        # Django's own idea of the site hides ours.
        del context["site"], context["site_name"]
        return context

    def form_invalid(self, form: Any) -> HttpResponse:
        return render_invalid(self.request, self.template_name, {"form": form})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def reset(request: HttpRequest) -> HttpResponse:
    """The answer is the same whether or not the address has an account."""
    if request.method != "POST":
        return render(request, "staff/reset.html", {"form": ResetForm()})
    form = ResetForm(request.POST)
    if form.is_valid() and not throttled.may_ask_for_link(request):
        form.add_error(None, throttled.TOO_MANY_LINKS)
    if not form.is_valid():
        return render_invalid(request, "staff/reset.html", {"form": form})
    email = form.cleaned_data["email"]
    if throttled.may_be_sent_link(email):
        accounts.send_link_to(email)
    return redirect("staff:reset_sent")


@require_safe
def reset_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "staff/reset_sent.html")


class ChoosePassword(PasswordResetConfirmView):
    """For an invitation and a forgotten password alike.

    Django keeps the token in the session and shows the form at an address without it.
    """

    template_name = "staff/choose_password.html"
    form_class: Any = ChoosePasswordForm
    post_reset_login = True
    success_url = "/admin/"
    validlink: bool

    def get_user(self, uidb64: str) -> User | None:
        user = super().get_user(uidb64)
        is_open = isinstance(user, User) and user.is_active and user.is_staff
        return user if is_open else None

    def form_invalid(self, form: Any) -> HttpResponse:
        context = self.get_context_data(form=form)
        return render_invalid(self.request, self.template_name, context)

    def render_to_response(
        self, context: dict[str, Any], **kwargs: Any
    ) -> HttpResponse:
        """A link that was used, has run out or was never ours is gone."""
        status = 200 if context["validlink"] else 410
        return super().render_to_response(context, status=status, **kwargs)
