"""What a visitor reads: the gallery and one record's page."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from amd.campaign.models import Region
from amd.publishing.conditional import public_page
from amd.publishing.models import Publication
from amd.publishing.page import page_context
from amd.web.views import gone

from .facets import Facets
from .filters import Filters
from .results import Results
from .tiles import tile_of

PAGE_SIZE = 24


@require_safe
@public_page
def gallery(request: HttpRequest) -> HttpResponse:
    """Three queries; with words two more, for where they are and which match best.

    A page that does not exist shows the nearest one that does.
    """
    filters = Filters.read(request.GET, Region.objects.current())
    facets = Facets.of(filters)
    results: Any = Results(filters, facets)
    paginator: Paginator[Publication] = Paginator(results, PAGE_SIZE)
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "filters": filters,
        "facets": facets,
        "page": page,
        "numbers": list(paginator.get_elided_page_range(page.number)),
        "tiles": [tile_of(each, filters.asked) for each in page.object_list],
        "summary": filters.summary(facets.total, facets.labels),
    }
    return render(request, "gallery/gallery.html", context)


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
    return render(request, "publishing/record.html", page_context(publication))


def live_or_404(reference: str) -> Publication | None:
    """The live copy, None where there was one once, Http404 where there never was."""
    known = Publication.objects.with_reference(reference)
    live = known.live().for_pages().first()
    if live is None and not known.exists():
        raise Http404("No record has this reference")
    return live
