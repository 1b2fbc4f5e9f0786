"""For staff: what has to come down where it was used, and what became of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from amd.campaign.models import User
from amd.publishing import takedowns
from amd.publishing.models import Takedown
from amd.publishing.takedowns import NotChanged
from amd.web.forms import render_invalid

from .door import for_staff
from .forms import OutcomeForm

PAGE_SIZE = 24


@require_safe
@for_staff
def todo(request: HttpRequest, user: User) -> HttpResponse:
    """What is to do, mine first; below it what was done, the newest first."""
    rows = Takedown.objects.for_lists()
    done = Paginator(rows.done(), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "groups": _groups(list(rows.open().mine_first(user)), user),
        "page": done,
        "numbers": list(done.paginator.get_elided_page_range(done.number)),
    }
    return render(request, "comms/takedowns.html", context)


def _groups(todo: list[Takedown], user: User) -> list[tuple[str, bool, list[Takedown]]]:
    """(heading, whether they are mine, the takedowns), where there are any."""
    mine = [each for each in todo if each.owner == user]
    nobodys = [each for each in todo if each.seen_to_by is None]
    others = [each for each in todo if each.seen_to_by and each.owner != user]
    found = [
        ("Yours", True, mine),
        ("Nobody sees to these", False, nobodys),
        ("Others see to these", False, others),
    ]
    return [group for group in found if group[-1]]


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def takedown(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """One use: where it is, why it has to come down, and what became of it."""
    row = get_object_or_404(Takedown.objects.for_lists(), pk=pk)
    form = OutcomeForm(takedown=row)
    context = {"takedown": row, "use": row.use, "record": row.use.record, "form": form}
    if request.method != "POST":
        return render(request, "comms/takedown.html", context)
    form = context["form"] = OutcomeForm(request.POST, takedown=row)
    if not form.is_valid():
        return render_invalid(request, "comms/takedown.html", context)
    try:
        form.finish(user)
    except NotChanged as error:
        messages.error(request, error.sentence)
    else:
        messages.success(request, "Kept what became of it.")
    return redirect("comms:takedowns")


@require_POST
@for_staff
def take_on(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    row = get_object_or_404(Takedown, pk=pk)
    try:
        takedowns.take_on(row, user)
    except NotChanged as error:
        messages.error(request, error.sentence)
    else:
        messages.success(request, "You see to it now.")
    return redirect("comms:takedowns")
