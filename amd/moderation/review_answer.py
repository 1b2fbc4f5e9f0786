"""Send back and decline: what the author is written, and the mail before it goes."""

from typing import cast

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from amd.campaign.models import User
from amd.records.errors import ModerationError
from amd.records.models import Move, Record, Role

from . import moves
from .claims import refuse_if_claimed
from .decision_choices import BY_MOVE
from .decision_forms import AnswerForm
from .decision_mail import Letter
from .desk_door import record_of
from .review_done import done, is_second_click, refuse
from .review_page import HERE, review_url
from .step import already_decided, check_allowed

OTHER_MAIL = "Not sent: the mail has changed since you read it. Read it again"
# The names of the buttons: write on, see the mail, send it.
WRITE, SEND = "write", "send"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    return _answer(request, pk, Move.SEND_BACK)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    return _answer(request, pk, Move.DECLINE)


def _answer(request: HttpRequest, pk: int, move: Move) -> HttpResponse:
    record = record_of(request, pk)
    if request.method != "POST":
        try:
            check_allowed(record, move, Role.LEAD)
        except ModerationError as error:
            messages.error(request, error.sentence)
            return redirect(review_url(record))
        return write_page(request, record, new_answer(record, move))
    form = AnswerForm(request.POST, record=record, move=move)
    if request.POST.get("step") == WRITE or not form.is_valid():
        return write_page(request, record, form)
    try:
        return _show_or_send(request, record, form)
    except ModerationError as error:
        if is_second_click(request, record, move, form):
            return done(request, record, BY_MOVE[move])
        now = record_of(request, pk)
        form = AnswerForm(request.POST, record=now, move=move)
        refuse(form, error, now)
        return write_page(request, now, form)


def new_answer(record: Record, move: Move, note: str = "") -> AnswerForm:
    initial = {"version": record.version, "note": note}
    return AnswerForm(record=record, move=move, initial=initial)


def write_page(request: HttpRequest, record: Record, form: AnswerForm) -> HttpResponse:
    """Where she writes, beside the author's own words."""
    return _page(request, record, form, letter=None)


def _show_or_send(
    request: HttpRequest, record: Record, form: AnswerForm
) -> HttpResponse:
    """Send the mail that was shown; show it where it was not, or is another now."""
    user, seen = cast("User", request.user), form.cleaned_data["version"]
    if record.version != seen:
        raise already_decided(record)
    letter = form.letter()
    shown = form.cleaned_data["shown"]
    if request.POST.get("step") == SEND and shown == letter.digest():
        move = getattr(moves, form.move.value)
        move(record, by=user, seen_version=seen, **form.said())
        return done(request, record, BY_MOVE[form.move])
    check_allowed(record, form.move, Role.LEAD)
    refuse_if_claimed(record, by=user)
    if shown and request.POST.get("step") == SEND:
        messages.error(request, OTHER_MAIL)
    form.data["shown"] = letter.digest()
    return _page(request, record, form, letter=letter)


def _page(
    request: HttpRequest, record: Record, form: AnswerForm, *, letter: Letter | None
) -> HttpResponse:
    choice = BY_MOVE[form.move]
    address = reverse(f"admin:records_record_{choice.value}", args=[record.pk])
    context = {
        **admin.site.each_context(request),
        "title": f"{choice.label}: {record}",
        "record": record,
        "choice": choice,
        "form": form,
        "letter": letter,
        "marks": record.marks.all() if record.story.has_criteria else [],
        "action": address + HERE,
        "review_url": review_url(record),
    }
    return render(request, "admin/records/record/answer.html", context)
