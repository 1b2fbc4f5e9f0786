"""For staff: download a card so that we know who has it, and note where it was used."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from amd.campaign.models import User
from amd.cards import FORMATS
from amd.publishing.addresses import publication_card_url
from amd.publishing.models import Download, Publication
from amd.publishing.page import downloads_of, heading_of
from amd.publishing.search import fold
from amd.publishing.views import is_offered
from amd.web.forms import render_invalid

from .door import for_staff
from .forms import UseForm, noted
from .gone import gone, is_gone

PAGE_SIZE = 24


@require_safe
@for_staff
def desk(request: HttpRequest, user: User) -> HttpResponse:
    """What is live, newest first, found by its words or its reference."""
    words = request.GET.get("words", "")[:200].replace("\x00", "")
    found = Publication.objects.live().for_pages().newest_first()
    by_reference = found.with_reference(words)
    found = (
        by_reference if by_reference.exists() else found.matching(fold(words).split())
    )
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "numbers": list(page.paginator.get_elided_page_range(page.number)),
        "rows": [(each, heading_of(each)) for each in page.object_list],
        "words": words,
        "query": f"{urlencode({'words': words})}&" if words else "",
    }
    return render(request, "comms/desk.html", context)


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
        "formats": [each.format for each in downloads_of(publication)],
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
