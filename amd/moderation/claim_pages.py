"""The desk's pages of a claim: begin it, keep it while working, take it over, let it go."""

from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from amd.campaign.models import User
from amd.records.errors import ModerationError
from amd.records.models import Record
from amd.web.forms import NhsukForm

from . import claims
from .desk_door import record_of
from .forms import NOT_WHOLE
from .models import Claim

ENDED = "Your claim has ended. Claim it again before you go on."


class TakeOverForm(NhsukForm):
    """Why, and which claim this person saw."""

    subjects = {"reason": "why you take it over"}

    reason = forms.CharField(
        label="Why do you take it over?",
        max_length=300,
        help_text="They read it, and it stays in the list of what happened.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    seen = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages={"required": NOT_WHOLE, "invalid": NOT_WHOLE},
    )


def claim_context(record: Record, user: Any) -> dict[str, Any]:
    """What _claim.html is given as `claim`; None where no decision waits. One query."""
    if record.status not in claims.CLAIMED_WHILE:
        return {"claim": None}
    held = claims.claim_of(record)
    return {
        "claim": {
            "is_mine": bool(held and held.user == user),
            "is_others": bool(held and held.user != user),
            "who": str(held.user) if held else "",
            "until": held.until if held else None,
            "taken_from": str(held.taken_from or "") if held else "",
            "reason": held.reason if held else "",
        }
    }


@never_cache
@require_POST
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    record = record_of(request, pk)
    try:
        mine = claims.claim(record, by=cast("User", request.user))
    except ModerationError as error:
        messages.error(request, error.sentence)
    else:
        _say_claimed(request, mine)
    return _back(record)


@never_cache
@require_POST
def let_go(request: HttpRequest, pk: int) -> HttpResponse:
    record = record_of(request, pk)
    claims.let_go(record, by=cast("User", request.user))
    messages.success(request, "Let go: anybody who may decide it can claim it now.")
    return _back(record)


@never_cache
@require_POST
def renew(request: HttpRequest, pk: int) -> JsonResponse:
    """For the script of a page on which somebody works: until when, or why no more."""
    record = record_of(request, pk)
    held = claims.claim_of(record)
    if held and held.user == request.user:
        return JsonResponse({"until": _clock(held)})
    sentence = ENDED
    if held:
        sentence = claims.claimed_by_another(record, held).sentence
    return JsonResponse({"sentence": sentence})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    record = record_of(request, pk)
    held = claims.claim_of(record)
    if held is None or held.user == request.user:
        messages.info(request, "Nobody else has claimed it any more.")
        return _back(record)
    form = TakeOverForm(request.POST or None, initial={"seen": held.pk})
    if request.method == "POST" and form.is_valid():
        try:
            mine = claims.take_over(
                record, by=cast("User", request.user), **form.cleaned_data
            )
        except ModerationError as error:
            form = _typed_again(request, record, error)
        else:
            _say_claimed(request, mine)
            return _back(record)
    return _take_over_page(request, record, form)


def _typed_again(
    request: HttpRequest, record: Record, error: ModerationError
) -> TakeOverForm:
    """It has changed hands meanwhile: the reason stays, the claim is the new one."""
    held = claims.claim_of(record)
    data = request.POST.copy()
    data["seen"] = str(held.pk) if held else ""
    form = TakeOverForm(data)
    form.add_error(None, error.sentence)
    return form


def _take_over_page(
    request: HttpRequest, record: Record, form: TakeOverForm
) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        **claim_context(record, request.user),
        "title": f"Take over: {record}",
        "record": record,
        "form": form,
    }
    # A refused form answers 200, as the admin does everywhere.
    return render(request, "admin/records/record/take_over.html", context)


def _say_claimed(request: HttpRequest, mine: Claim) -> None:
    messages.success(request, f"Yours until {_clock(mine)}.")


def _clock(held: Claim) -> str:
    return f"{timezone.localtime(held.until):%H:%M}"


def _back(record: Record) -> HttpResponse:
    """To where the page says who is at work on it."""
    page = reverse("admin:records_record_review", args=[record.pk])
    return redirect(f"{page}#claim")
