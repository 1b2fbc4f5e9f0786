"""The pages of staff accounts, for those who may invite staff."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from amd.campaign.models import User
from amd.web.forms import render_invalid

from . import accounts
from .forms import InviteForm, RoleForm

View = Callable[..., HttpResponse]


def for_inviters(view: View) -> View:
    """Gives the view the signed-in person, who has the permission, as `lead`."""

    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs: int) -> HttpResponse:
        if not isinstance(request.user, User):
            raise TypeError("signed in, and yet no user of ours")
        return view(request, lead=request.user, **kwargs)

    permitted = permission_required("campaign.invite_staff", raise_exception=True)
    return never_cache(login_required(permitted(wrapped)))


@require_safe
@for_inviters
def people(request: HttpRequest, lead: User) -> HttpResponse:
    managed = set(accounts.managed_by(lead).values_list("pk", flat=True))
    rows = [
        {
            "person": person,
            "role": accounts.role_of(person),
            "regions": [region.name for region in person.regions.all()],
            "may_change": person.pk in managed,
        }
        for person in accounts.staff()
    ]
    return render(request, "staff/people.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@for_inviters
def invite(request: HttpRequest, lead: User) -> HttpResponse:
    if request.method != "POST":
        return render(request, "staff/invite.html", {"form": InviteForm()})
    form = InviteForm(request.POST)
    person = form.invited(by=lead) if form.is_valid() else None
    if person is None:
        return render_invalid(request, "staff/invite.html", {"form": form})
    messages.success(request, f"Invited {person}. The email is on its way.")
    return redirect("staff:people")


@require_http_methods(["GET", "HEAD", "POST"])
@for_inviters
def person(request: HttpRequest, lead: User, pk: int) -> HttpResponse:
    account = get_object_or_404(accounts.managed_by(lead), pk=pk)
    page = "staff/person.html"
    if request.method != "POST":
        now = {"role": accounts.role_of(account), "regions": account.regions.all()}
        form = RoleForm(initial=now)
        return render(request, page, {"person": account, "form": form})
    form = RoleForm(request.POST)
    if not form.is_valid():
        return render_invalid(request, page, {"person": account, "form": form})
    form.save(account, by=lead)
    messages.success(request, f"Saved the role of {account}.")
    return redirect("staff:people")


@require_POST
@for_inviters
def invite_again(request: HttpRequest, lead: User, pk: int) -> HttpResponse:
    never_came = accounts.managed_by(lead).filter(is_active=True, last_login=None)
    account = get_object_or_404(never_came, pk=pk)
    accounts.invite_again(account, by=lead)
    messages.success(request, f"Invited {account} again. The email is on its way.")
    return redirect("staff:people")


@require_POST
@for_inviters
def close(request: HttpRequest, lead: User, pk: int) -> HttpResponse:
    account = get_object_or_404(accounts.managed_by(lead), pk=pk)
    accounts.close(account, by=lead)
    messages.success(request, f"Closed the account of {account}.")
    return redirect("staff:people")


@require_POST
@for_inviters
def open_again(request: HttpRequest, lead: User, pk: int) -> HttpResponse:
    account = get_object_or_404(accounts.managed_by(lead), pk=pk)
    accounts.open_again(account, by=lead)
    messages.success(
        request,
        f"Opened the account of {account}. They choose a new password by email.",
    )
    return redirect("staff:people")
