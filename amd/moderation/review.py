"""The review desk: what the public would see, the consent, and the decision.

Every view starts from the records this person may see; another region's is 404.
"""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from amd import cards
from amd.publishing.addresses import CONTENT_TYPES
from amd.publishing.cards import OFFERED_FORMATS, card_of
from amd.publishing.page import page_context
from amd.records.errors import ModerationError, NotReady
from amd.records.models import Record
from amd.web.private import framed_by_us, framing_us

from . import moves
from .answers import record_answer
from .desk import desk_context, next_waiting, public_preview
from .forms import DECISIONS, DecisionForm, EndForm, SeenForm, VouchForm, WithdrawForm

NOT_IN_IT = "Not kept: nothing in it is theirs to agree to any more. Read it again."


def _record(request: HttpRequest, pk: int) -> Record:
    """The record with its child, if this person may decide it."""
    if not request.user.has_perm("records.decide_record"):
        raise PermissionDenied
    visible = Record.objects.visible_to(request.user).select_related("region")
    record = get_object_or_404(visible, pk=pk)
    story: Record = record.story
    return story


@never_cache
def review(request: HttpRequest, pk: int) -> HttpResponse:
    record = _record(request, pk)
    if request.method != "POST":
        return _page(request, record)
    form = DecisionForm(request.POST, record=record)
    decision = request.POST.get("decision", "")
    if not form.is_valid() or decision not in DECISIONS:
        return _page(request, record, decision_form=form)
    form.save_marks(request.user)
    data = form.cleaned_data
    extra = {"note": data["note"]}
    if decision in ("send_back", "decline"):
        extra["reason"] = data["reason"]
    try:
        getattr(moves, decision)(
            record, by=request.user, seen_version=data["version"], **extra
        )
    except NotReady as error:
        form.add_error(None, error.missing)
        return _page(request, record, decision_form=form)
    except ModerationError as error:
        messages.error(request, error.sentence)
        return redirect("admin:records_record_review", pk)
    return _done(request, record, decision)


def _done(request: HttpRequest, record: Record, decision: str) -> HttpResponse:
    done = {
        "publish": "Published",
        "accept": "Accepted",
        "send_back": "Sent back",
        "decline": "Declined",
    }[decision]
    messages.success(request, f"{done}: {record}.")
    following = next_waiting(request.user, after=record)
    if decision == "publish" and following:
        return redirect("admin:records_record_review", following.pk)
    return redirect("admin:records_record_changelist")


def _page(request: HttpRequest, record: Record, **forms: Any) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        **desk_context(record, request.user, **forms),
    }
    # A refused form answers 200, as the admin does everywhere.
    return framing_us(render(request, "admin/records/record/review.html", context))


@never_cache
@require_POST
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """A lead writes down what a person told her."""
    record = _record(request, pk)
    form = VouchForm(request.POST)
    words = {w.person: w for w in record.story.words()}
    if form.is_valid() and form.cleaned_data["person"] not in words:
        messages.error(request, NOT_IN_IT)
        return redirect("admin:records_record_review", pk)
    if not form.is_valid():
        return _page(request, record, vouch_form=form)
    try:
        record_answer(
            record,
            words=words[form.cleaned_data["person"]],
            by=request.user,  # type: ignore[arg-type]  # signed in, as _record asks
            seen_version=form.cleaned_data["version"],
            **form.answer(),
        )
    except ModerationError as error:
        messages.error(request, error.sentence)
    else:
        messages.success(request, "Kept: what they agreed to, for these exact words.")
    return redirect("admin:records_record_review", pk)


@never_cache
@require_POST
def take_down(request: HttpRequest, pk: int) -> HttpResponse:
    record = _record(request, pk)
    form = EndForm(request.POST)
    if not form.is_valid():
        return _page(request, record, take_down_form=form)
    note = form.cleaned_data["note"]
    return _end(request, record, form, moves.take_down, "Taken down", note=note)


@never_cache
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    record = _record(request, pk)
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        return _page(request, record, withdraw_form=form)
    return _end(request, record, form, moves.withdraw, "Withdrawn for good")


@never_cache
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    record = _record(request, pk)
    form = SeenForm(request.POST)
    if not form.is_valid():
        raise Http404
    return _end(request, record, form, moves.reopen, "Reopened")


def _end(
    request: HttpRequest,
    record: Record,
    form: SeenForm,
    move: Any,
    done: str,
    **more: str,
) -> HttpResponse:
    try:
        move(record, by=request.user, seen_version=form.cleaned_data["version"], **more)
    except ModerationError as error:
        messages.error(request, error.sentence)
    else:
        messages.success(request, f"{done}: {record}.")
    return redirect("admin:records_record_review", record.pk)


@never_cache
@require_safe
@xframe_options_sameorigin
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The public page of what is not public, framed by the review page alone."""
    record = _record(request, pk)
    publication = public_preview(record)
    picture = reverse("admin:records_record_card", args=[pk, "landscape"])
    context = page_context(publication, preview=True, picture_url=picture)
    return framed_by_us(render(request, "publishing/record.html", context))


@never_cache
@require_safe
def card(request: HttpRequest, pk: int, format_name: str) -> HttpResponse:
    """One picture of what is not public, drawn for this answer and never filed."""
    record = _record(request, pk)
    if format_name not in OFFERED_FORMATS:
        raise Http404
    shown = cards.FORMATS[format_name]
    kind = shown.kinds[0]
    try:
        drawn = cards.draw(card_of(public_preview(record)), format_name, kind)
    except cards.CardError as error:
        raise Http404 from error
    answer = HttpResponse(drawn, content_type=CONTENT_TYPES[kind])
    if shown.is_document:
        name = f"review-{record.reference.lower()}-{format_name}.{kind}"
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
