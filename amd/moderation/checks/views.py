"""The review desk passes warnings with a reason, and takes that back."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from amd.campaign.models import User
from amd.moderation.forms import SeenForm
from amd.moderation.review import page_of, record_of
from amd.records.errors import ModerationError

from . import passing
from .forms import PassForm
from .run import found_about


@never_cache
@require_POST
def pass_warnings(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep one reason for every warning that is ticked."""
    record = record_of(request, pk)
    lead = cast("User", request.user)
    found = passing.judged(record, found_about(record, by=lead))
    form = PassForm(request.POST, warnings=[each for each in found if each.waits])
    if not form.is_valid():
        return page_of(request, record, checks_form=form)
    try:
        count = passing.pass_warnings(
            record,
            form.ticked(),
            by=lead,
            reason=form.cleaned_data["reason"],
            seen_version=form.cleaned_data["version"],
        )
    except ModerationError as error:
        messages.error(request, error.sentence)
    else:
        what = "1 warning" if count == 1 else f"{count} warnings"
        messages.success(request, f"Passed: {what}. Your reason is kept.")
    return _to_checks(pk)


@never_cache
@require_POST
def take_back_pass(request: HttpRequest, pk: int) -> HttpResponse:
    """A warning that was passed is to be judged again."""
    record = record_of(request, pk)
    form = SeenForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        is_open = passing.take_back(
            record,
            request.POST.get("finding", ""),
            by=cast("User", request.user),
            seen_version=form.cleaned_data["version"],
        )
    except ModerationError as error:
        messages.error(request, error.sentence)
        return _to_checks(pk)
    if is_open:
        messages.success(request, "Taken back: the warning is open again.")
    else:
        messages.error(request, "Not changed: nobody has passed that warning.")
    return _to_checks(pk)


def _to_checks(pk: int) -> HttpResponse:
    return redirect(f"{reverse('admin:records_record_review', args=[pk])}#checks")
