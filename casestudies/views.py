"""The contributor's pages: send a case study, see its vignette, send it again."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from amd.moderation.by_link import WrongLink, by_link, record_of
from amd.moderation.gone_photo import unless_photo_is_gone
from amd.moderation.links import my_link
from amd.moderation.previews import asks_preview, preview_page, preview_png
from amd.moderation.sending import held_back, may_send, sent_again, what_was_asked
from amd.records.models import Status
from amd.web.forms import render_invalid

from .forms import AgainForm, CaseStudyForm
from .models import CaseStudy

SUBMIT = "casestudies/submit.html"
AGAIN = "casestudies/again.html"
SCOPE = "case-study"


@require_http_methods(["GET", "HEAD", "POST"])
def submit(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, SUBMIT, {"form": CaseStudyForm()})
    if not may_send(request, SCOPE):
        return held_back(request, CaseStudyForm(request.POST), SUBMIT, {})
    form = CaseStudyForm(request.POST, request.FILES)
    if asks_preview(request):
        return preview_page(request, form, SUBMIT, {}, CaseStudyForm.story)
    sent = unless_photo_is_gone(form, form.send) if form.is_valid() else None
    if sent is None:
        return render_invalid(request, SUBMIT, {"form": form})
    return redirect("moderation:sent", my_link(sent))


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    return preview_png(request, CaseStudyForm, CaseStudyForm.story)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def again(request: HttpRequest, link: str) -> HttpResponse:
    """Under the private link: the form filled in, with the lead's note above it."""
    record = record_of(link)
    if not isinstance(record, CaseStudy):
        raise WrongLink
    context = what_was_asked(record) | {"my_url": reverse("moderation:my", args=[link])}
    if request.method != "POST":
        if record.status != Status.SENT_BACK:
            return redirect("moderation:my", link)
        form = AgainForm(instance=record)
        return render(request, AGAIN, {**context, "form": form})
    if not may_send(request, SCOPE):
        form = AgainForm(request.POST, instance=record)
        return held_back(request, form, AGAIN, context)
    form = AgainForm(request.POST, request.FILES, instance=record)
    if asks_preview(request):
        return preview_page(request, form, AGAIN, context, AgainForm.story)
    send = partial(sent_again, form, record)
    if form.is_valid() and unless_photo_is_gone(form, send):
        return redirect("moderation:sent", link)
    return render_invalid(request, AGAIN, {**context, "form": form})
