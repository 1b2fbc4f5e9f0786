"""A champion's pages: offer an endorsement, see its card, send it again."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from amd.moderation.links import my_link
from amd.moderation.my import record_of
from amd.moderation.previews import asks_preview, preview_page, preview_png
from amd.records.errors import ModerationError
from amd.records.models import Move, Status
from amd.web.forms import render_invalid
from amd.web.private import private
from amd.web.throttle import allow, client_address

from .forms import AgainForm, EndorsementForm
from .models import Endorsement

ENDORSE = "endorsements/endorse.html"
AGAIN = "endorsements/again.html"
# At a stand, and in many hospitals, everybody shares one address.
SENDINGS, SENDING_SECONDS = 60, 600
TOO_MANY = (
    "Not sent: many endorsements came from your network in the last few minutes. "
    "Wait 10 minutes and send it again"
)
CHANGED = (
    "Not sent: this endorsement was changed while you had it open. "
    "Your words are kept below. Read them again, then send them"
)


@require_http_methods(["GET", "HEAD", "POST"])
def endorse(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, ENDORSE, {"form": EndorsementForm()})
    if not _may_send(request):
        return _too_many(request, EndorsementForm(request.POST), ENDORSE, {})
    form = EndorsementForm(request.POST, request.FILES)
    if asks_preview(request):
        return preview_page(request, form, ENDORSE, {}, EndorsementForm.story)
    if not form.is_valid():
        return render_invalid(request, ENDORSE, {"form": form})
    return redirect("moderation:sent", my_link(form.save()))


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
    context = _note(endorsement) | {"my_url": reverse("moderation:my", args=[link])}
    if request.method != "POST":
        if endorsement.status != Status.SENT_BACK:
            return redirect("moderation:my", link)
        form = AgainForm.about(endorsement)
        return render(request, AGAIN, {**context, "form": form})
    if not _may_send(request):
        return _too_many(request, AgainForm(request.POST), AGAIN, context)
    form = AgainForm(request.POST, request.FILES, initial={"photo": endorsement.photo})
    if asks_preview(request):
        return preview_page(request, form, AGAIN, context, AgainForm.story)
    if form.is_valid() and _sent(form, endorsement):
        return redirect("moderation:sent", link)
    return render_invalid(request, AGAIN, {**context, "form": form})


def _sent(form: AgainForm, endorsement: Endorsement) -> bool:
    """Whether the words are with the leads now; if not, the form says why."""
    if endorsement.status == Status.SUBMITTED and form.is_about(endorsement):
        return True
    seen = form.cleaned_data["version"]
    try:
        form.save_again(endorsement)
    except ModerationError as error:
        now = Endorsement.objects.get(pk=endorsement.pk)
        is_open = now.status == Status.SENT_BACK and now.version != seen
        form.add_error(None, CHANGED if is_open else error.sentence.rstrip("."))
        form.show_version(now.version)
        return False
    return True


def _note(endorsement: Endorsement) -> dict[str, Any]:
    """What the lead wrote when it was sent back. One query."""
    decision = (
        endorsement.decisions.filter(move=Move.SEND_BACK)
        .select_related("reason")
        .order_by("-pk")
        .first()
    )
    return {
        "reference": endorsement.shown_reference,
        "reason": decision.reason.text if decision and decision.reason else "",
        "note": decision.note if decision else "",
    }


def _may_send(request: HttpRequest) -> bool:
    return allow("endorse", client_address(request), SENDINGS, SENDING_SECONDS)


def _too_many(
    request: HttpRequest, form: EndorsementForm, template: str, context: dict[str, Any]
) -> HttpResponse:
    """No picture is read: that is what costs. The words stay in the form."""
    form.is_valid()
    form.errors.clear()
    form.add_error(None, TOO_MANY)
    response = render_invalid(request, template, {**context, "form": form})
    response.status_code = 429
    return response
