"""A champion's pages: offer an endorsement, see its card, send it again."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from amd.moderation.gone_photo import unless_photo_is_gone
from amd.moderation.links import my_link
from amd.moderation.my import record_of
from amd.moderation.previews import asks_preview, preview_page, preview_png
from amd.moderation.sending import held_back, may_send, sent_again, what_was_asked
from amd.records.models import Status
from amd.web.forms import render_invalid
from amd.web.private import private

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
    return redirect("moderation:sent", my_link(sent))


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    return preview_png(request, EndorsementForm, EndorsementForm.story)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def again(request: HttpRequest, link: str) -> HttpResponse:
    """Under the private link: the form filled in, with the lead's note above it."""
    endorsement = record_of(link)
    if not isinstance(endorsement, Endorsement):
        raise Http404
    context = what_was_asked(endorsement)
    context["my_url"] = reverse("moderation:my", args=[link])
    form_of = partial(AgainForm, endorsement=endorsement)
    if request.method != "POST":
        if endorsement.status != Status.SENT_BACK:
            return redirect("moderation:my", link)
        return render(request, AGAIN, {**context, "form": form_of()})
    if not may_send(request, SCOPE):
        return held_back(request, form_of(request.POST), AGAIN, context)
    form = form_of(request.POST, request.FILES)
    if asks_preview(request):
        return preview_page(request, form, AGAIN, context, AgainForm.story)
    send = partial(sent_again, form, endorsement)
    if form.is_valid() and unless_photo_is_gone(form, send):
        return redirect("moderation:sent", link)
    return render_invalid(request, AGAIN, {**context, "form": form})
