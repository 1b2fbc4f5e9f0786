"""For staff: download a card so that we know who has it, and note where it was used."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from amd.campaign.models import User
from amd.cards import FORMATS
from amd.publishing.addresses import publication_card_url
from amd.publishing.models import Download, DownloadCount, Publication
from amd.publishing.page import formats_of, heading_of
from amd.publishing.views import is_offered
from amd.web.forms import render_invalid

from .door import for_staff
from .forms import UseForm, noted
from .gone import gone, is_gone
from .numbers_page import by_format


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def record(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    if is_gone(reference):
        return gone(request, user, reference)
    publication = _live(reference)
    context = {
        "publication": publication,
        "heading": heading_of(publication),
        "picture_url": publication_card_url(publication, "landscape", "png"),
        "landscape": FORMATS["landscape"],
        "formats": formats_of(publication),
        "counts": by_format(
            DownloadCount.objects.filter(record_id=publication.record_id)
        ),
    }
    if request.method != "POST":
        context["form"] = UseForm(publication=publication)
        return render(request, "comms/record.html", context)
    form = UseForm(request.POST, publication=publication)
    if not form.is_valid():
        return render_invalid(request, "comms/record.html", {**context, "form": form})
    messages.success(request, noted(form.note(publication, user)))
    return redirect(here(publication))


@require_safe
@for_staff
def download(
    request: HttpRequest, user: User, reference: str, format_name: str, ext: str
) -> HttpResponse:
    """Keeps who took which file, so that a withdrawal reaches them; then the file."""
    publication = _live(reference)
    if not is_offered(publication, format_name, ext, download=True):
        raise Http404("This card is not offered in this format")
    if request.method == "GET":
        Download.objects.create(
            record_id=publication.record_id,
            user=user,
            format_name=format_name,
            kind=ext,
        )
    return redirect(publication_card_url(publication, format_name, ext, download=True))


def here(publication: Publication) -> str:
    return reverse("comms:record", args=[publication.address_reference])


def _live(reference: str) -> Publication:
    known = Publication.objects.live().for_pages().with_reference(reference)
    return get_object_or_404(known)
