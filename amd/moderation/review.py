"""The review desk: what the public would see, the consent, and the decision.

Every view starts from the records this person may see; another region's is 404.
"""

from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from amd import cards
from amd.publishing.addresses import CONTENT_TYPES
from amd.publishing.cards import OFFERED_FORMATS, card_of
from amd.publishing.page import page_context
from amd.records.errors import ModerationError, NotReady
from amd.records.models import Record
from amd.web.private import framed_by_us, framing_us

from . import moves
from .desk import desk_context, next_waiting, public_preview
from .desk_door import record_of
from .forms import DECISIONS, DecisionForm


@never_cache
def review(request: HttpRequest, pk: int) -> HttpResponse:
    record = record_of(request, pk)
    if request.method != "POST":
        return page_of(request, record)
    form = DecisionForm(request.POST, record=record)
    decision = request.POST.get("decision", "")
    if not form.is_valid() or decision not in DECISIONS:
        return page_of(request, record, decision_form=form)
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
        return page_of(request, record, decision_form=form)
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


def page_of(request: HttpRequest, record: Record, **forms: Any) -> HttpResponse:
    """The review page, with what was sent to it and refused."""
    context = {
        **admin.site.each_context(request),
        **desk_context(record, request.user, **forms),
    }
    # A refused form answers 200, as the admin does everywhere.
    return framing_us(render(request, "admin/records/record/review.html", context))


@never_cache
@require_safe
@xframe_options_sameorigin
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The public page of what is not public, framed by the review page alone."""
    record = record_of(request, pk)
    publication = public_preview(record)
    picture = reverse("admin:records_record_card", args=[pk, "landscape"])
    context = page_context(publication, preview=True, picture_url=picture)
    return framed_by_us(render(request, "publishing/record.html", context))


@never_cache
@require_safe
def card(request: HttpRequest, pk: int, format_name: str) -> HttpResponse:
    """One picture of what is not public, drawn for this answer and never filed."""
    record = record_of(request, pk)
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
