"""What a visitor reads: the gallery and one record's page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from amd.publishing.conditional import public_page
from amd.publishing.models import Publication
from amd.publishing.page import page_context
from amd.publishing.similar import similar_to
from amd.web.views import gone

from .gallery_page import clean_url, gallery_context, has_blanks
from .tiles import tile_of


@require_safe
@public_page
def gallery(request: HttpRequest) -> HttpResponse:
    """What a form sent is shown at the address that people share: without the blanks."""
    if has_blanks(request.GET):
        return redirect(clean_url(request.GET))
    return render(request, "gallery/gallery.html", gallery_context(request.GET))


@require_safe
@public_page
def endorsement(request: HttpRequest, reference: str) -> HttpResponse:
    return _record(request, reference)


@require_safe
@public_page
def case_study(request: HttpRequest, reference: str) -> HttpResponse:
    return _record(request, reference)


@require_safe
@public_page
def short(request: HttpRequest, reference: str) -> HttpResponse:
    """The address that is printed on the cards."""
    return _record(request, reference)


def _record(request: HttpRequest, reference: str) -> HttpResponse:
    """The page; its one address from any other spelling; 410 once it was taken down."""
    publication = live_or_404(reference)
    if publication is None:
        return gone(request)
    address = publication.get_absolute_url()
    if request.path != address:
        return redirect(address)
    tiles = [tile_of(each) for each in similar_to(publication)]
    context = page_context(publication) | {"similar": tiles}
    return render(request, "publishing/record.html", context)


def live_or_404(reference: str) -> Publication | None:
    """The live copy, None where there was one once, Http404 where there never was."""
    known = Publication.objects.with_reference(reference)
    live = known.live().for_pages().first()
    if live is None and not known.exists():
        raise Http404("No record has this reference")
    return live
