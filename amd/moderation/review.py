"""The review desk: what the public would see, the consent, and the decision.

Every view starts from the records this person may see; another region's is 404.
"""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from amd import cards
from amd.campaign.models import User
from amd.publishing.addresses import CONTENT_TYPES
from amd.publishing.cards import OFFERED_FORMATS, card_of
from amd.publishing.page import page_context
from amd.records.errors import ModerationError
from amd.records.models import Record
from amd.web.private import framed_by_us

from . import moves
from .decision_choices import BY_MOVE
from .decision_forms import DecisionForm
from .desk import public_preview
from .desk_door import record_of
from .review_answer import new_answer, write_page
from .review_done import done, is_second_click, refuse
from .review_page import page_of


@never_cache
def review(request: HttpRequest, pk: int) -> HttpResponse:
    record = record_of(request, pk)
    if request.method != "POST":
        return page_of(request, record)
    form = DecisionForm(request.POST, record=record)
    if not form.is_valid():
        return page_of(request, record, decision_form=form)
    try:
        return _decide(request, record, form)
    except ModerationError as error:
        if is_second_click(request, record, form.move, form):
            return done(request, record, BY_MOVE[form.move])
        now = record_of(request, pk)
        form = DecisionForm(request.POST, record=now)
        refuse(form, error, now)
        return page_of(request, now, decision_form=form)


def _decide(request: HttpRequest, record: Record, form: DecisionForm) -> HttpResponse:
    """Keep the marks; then the move, or the page on which its mail is written."""
    user, note = cast("User", request.user), form.cleaned_data["note"]
    form.save_marks(user)
    choice = BY_MOVE[form.move]
    if choice.is_written:
        return write_page(request, record, new_answer(record, choice.move, note))
    move, seen = getattr(moves, choice.value), form.cleaned_data["version"]
    move(record, by=user, seen_version=seen, note=note)
    return done(request, record, choice)


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
