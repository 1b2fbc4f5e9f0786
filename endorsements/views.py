"""A champion's pages: offer an endorsement, see its card, send it again."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from amd.moderation.by_link import WrongLink, record_of
from amd.moderation.gone_photo import unless_photo_is_gone
from amd.moderation.links import my_link
from amd.moderation.previews import asks_preview, preview_page, preview_png
from amd.moderation.sending import held_back, may_send, sent_again, what_was_asked
from amd.records.models import Status
from amd.web.forms import render_invalid

from .confirm_pages import by_confirmation
from .confirming import (
    WITH_ITS_AUTHOR,
    confirmed_by,
    is_confirmation,
    waiting_answer,
    waiting_link,
)
from .forms import AgainForm, EndorsementForm
from .models import Endorsement

ENDORSE = "endorsements/endorse.html"
AGAIN = "endorsements/again.html"
SCOPE = "endorsement"


@require_http_methods(["GET", "HEAD", "POST"])
def endorse(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, ENDORSE, {"form": EndorsementForm()})
    if not may_send(request, SCOPE):
        return held_back(request, EndorsementForm(request.POST), ENDORSE, {})
    form = EndorsementForm(request.POST, request.FILES)
    if asks_preview(request):
        return preview_page(request, form, ENDORSE, {}, EndorsementForm.story)
    sent = unless_photo_is_gone(form, form.save) if form.is_valid() else None
    if sent is None:
        return render_invalid(request, ENDORSE, {"form": form})
    return redirect("endorsements:check_email", waiting_link(sent))


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    return preview_png(request, EndorsementForm, EndorsementForm.story)


@require_http_methods(["GET", "HEAD", "POST"])
@by_confirmation
def again(request: HttpRequest, link: str) -> HttpResponse:
    """The form filled in, under the private link or before the address is confirmed."""
    endorsement, by_confirmation = _opened(link)
    context = what_was_asked(endorsement)
    context["back_url"] = _page_of(endorsement, link)
    form_of = partial(
        AgainForm, endorsement=endorsement, by_confirmation=by_confirmation
    )
    if request.method != "POST":
        if endorsement.status not in WITH_ITS_AUTHOR:
            return redirect("moderation:my", my_link(endorsement))
        return render(request, AGAIN, {**context, "form": form_of()})
    if not may_send(request, SCOPE):
        return held_back(request, form_of(request.POST), AGAIN, context)
    form = form_of(request.POST, request.FILES)
    if asks_preview(request):
        return preview_page(request, form, AGAIN, context, AgainForm.story)
    send = partial(sent_again, form, endorsement)
    if form.is_valid() and unless_photo_is_gone(form, send):
        return _sent(endorsement)
    return render_invalid(request, AGAIN, {**context, "form": form})


def _opened(link: str) -> tuple[Endorsement, bool]:
    """The endorsement, and whether the link itself proves its address."""
    if is_confirmation(link):
        return confirmed_by(link), True
    endorsement = record_of(link)
    if not isinstance(endorsement, Endorsement):
        raise WrongLink
    return endorsement, False


def _page_of(endorsement: Endorsement, link: str) -> str:
    """Where they came from: the page to confirm, or their own."""
    waits = endorsement.status == Status.DRAFT
    return reverse("endorsements:confirm" if waits else "moderation:my", args=[link])


def _sent(endorsement: Endorsement) -> HttpResponse:
    """On to the leads' receipt, or to the mail that asks to confirm the new address."""
    endorsement.refresh_from_db()
    if waiting_answer(endorsement):
        return redirect("endorsements:check_email", waiting_link(endorsement))
    return redirect("moderation:sent", my_link(endorsement))
