"""The review desk ends something: each with a page that says what will happen."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from amd.campaign.models import User
from amd.records.errors import ModerationError
from amd.records.models import Move, Record

from . import moves
from .desk_door import record_of
from .ending import ending_of
from .forms import DOWN_ID, EndForm, SeenForm, SureForm
from .review_done import refuse
from .review_page import page_of, review_url

ENDED = {
    Move.WITHDRAW: "Withdrawn for good",
    Move.REMOVE_QUOTED_PERSON: "Removed the person quoted",
}


@never_cache
@require_POST
def take_down(request: HttpRequest, pk: int) -> HttpResponse:
    record = record_of(request, pk)
    form = EndForm(request.POST, auto_id=DOWN_ID)
    if not form.is_valid():
        return page_of(request, record, take_down_form=form)
    lead, data = cast("User", request.user), form.cleaned_data
    try:
        moves.take_down(
            record, by=lead, seen_version=data["version"], note=data["note"]
        )
    except ModerationError as error:
        now = record_of(request, pk)
        refuse(form, error, now)
        return page_of(request, now, take_down_form=form)
    messages.success(request, f"Taken down: {record}.")
    return redirect(review_url(record))


@never_cache
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    record = record_of(request, pk)
    form = SeenForm(request.POST)
    if not form.is_valid():
        raise Http404
    return _end(request, record, form, moves.reopen, "Reopened")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """All of it, for good: for a champion, or a contributor, who asked a lead."""
    return _ask_whether_sure(request, pk, Move.WITHDRAW, moves.withdraw)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remove_quoted_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Their part alone: what the contributor wrote stays."""
    return _ask_whether_sure(
        request, pk, Move.REMOVE_QUOTED_PERSON, moves.remove_quoted_person
    )


def _ask_whether_sure(
    request: HttpRequest, pk: int, move: Move, act: Callable[..., None]
) -> HttpResponse:
    record = record_of(request, pk)
    ending = ending_of(record, move)
    if ending is None:
        messages.error(request, f"Not changed: {NOTHING[move]}.")
        return redirect(review_url(record))
    form = SureForm(request.POST or None, initial={"version": record.version})
    if request.method == "POST" and form.is_valid():
        return _end(request, record, form, act, ENDED[move])
    context = {
        **admin.site.each_context(request),
        "title": f"{ending.title}: {record}",
        "record": record,
        "ending": ending,
        "form": form,
    }
    return render(request, "admin/records/record/end.html", context)


NOTHING = {
    Move.WITHDRAW: "it is withdrawn already",
    Move.REMOVE_QUOTED_PERSON: "nobody is quoted or pictured in it",
}


def _end(
    request: HttpRequest,
    record: Record,
    form: SeenForm,
    move: Any,
    done: str,
) -> HttpResponse:
    try:
        move(record, by=request.user, seen_version=form.cleaned_data["version"])
    except ModerationError as error:
        messages.error(request, error.sentence)
    else:
        messages.success(request, f"{done}: {record}.")
    return redirect(review_url(record))
