"""The API, version 1: live publications, to read, without a key."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from ninja import NinjaAPI, Path, Query, Status
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer

from amd.campaign.models import Region
from amd.gallery.facets import Facets
from amd.gallery.filters import Filters
from amd.publishing.addresses import absolute
from amd.publishing.items import item_of, rows_of
from amd.publishing.models import Publication

from . import schemas
from .addresses import view_address
from .answers import CannotRead
from .cursors import page_after
from .paging import page_of
from .withdrawn import tombstone_of, tombstones

UNKNOWN = "Nothing was ever published with this reference"
TAKEN_DOWN = "It was taken down. Delete what you have of it"
TRY_AGAIN = {
    "limit": f"Ask for a limit from 1 to {schemas.MOST}",
    "cursor": "Take the whole cursor from the next address of an answer",
}
ABOUT = (
    "Everything that the gallery shows, to read: no key, no cookie, no limit but good "
    "manners. The addresses take the gallery's own filters. Each answer has an ETag; "
    "ask with If-None-Match and what has not changed costs neither of us anything. "
    "If you keep a copy, ask `/api/v1/withdrawn/` at least once a day and delete what "
    "it names: people may change their minds about what they let us publish."
)
ERROR = schemas.Problem


class Renderer(JSONRenderer):
    """Letters as they are: a pound sign is two bytes instead of six."""

    json_dumps_params = {"ensure_ascii": False}


api = NinjaAPI(
    renderer=Renderer(),
    title="#AMillionDecisions: what is published",
    version="1",
    description=ABOUT,
    urls_namespace="open_data:api",
    docs_url=None,
    openapi_extra={
        "info": {
            "license": {
                "name": f"{schemas.FIGURES} {schemas.WORDS}",
                "url": schemas.OGL,
            }
        }
    },
)


@api.get(
    "/publications/",
    url_name="publications",
    summary="What a view of the gallery shows",
    response={200: schemas.Publications, 400: ERROR},
)
def publications(
    request: HttpRequest, asked: Query[schemas.Asked], place: Query[schemas.Place]
) -> schemas.Publications:
    """Newest first, whatever the words; `next` leads on to the last of them."""
    filters = filters_of(request)
    page, behind = page_of(filters, place.cursor, size=place.limit)
    return schemas.Publications(
        address=view_address("api:publications", filters),
        next=view_address("api:publications", filters, limit=place.limit, cursor=behind)
        if behind
        else None,
        items=[item_of(each) for each in page],
        terms=schemas.terms(),
    )


@api.get(
    "/publications/{reference}/",
    url_name="publication",
    summary="One publication",
    response={200: schemas.OnePublication, 404: ERROR, 410: schemas.Gone},
)
def publication(
    request: HttpRequest, reference: Path[str]
) -> "schemas.OnePublication | Status[schemas.Gone]":
    """By its reference, as people type it: 7F3K-2Q or 7f3k2q."""
    known = Publication.objects.with_reference(reference)
    live = rows_of(known.live()).first()
    if live is not None:
        return schemas.OnePublication(item=item_of(live), terms=schemas.terms())
    gone = tombstones().filter(pk__in=known).first()
    if gone is None:
        raise Http404
    answer = schemas.Gone(
        detail=TAKEN_DOWN, item=tombstone_of(gone), terms=schemas.terms()
    )
    return Status(410, answer)


@api.get(
    "/facets/",
    url_name="facets",
    summary="How many each choice would show",
    response={200: schemas.FacetAnswer, 400: ERROR},
)
def facets(request: HttpRequest, asked: Query[schemas.Asked]) -> schemas.FacetAnswer:
    """The counts of a facet follow the choices of all others."""
    filters = filters_of(request)
    counted = Facets.of(filters)
    return schemas.FacetAnswer(
        address=view_address("api:facets", filters),
        total=counted.total,
        facets={
            name: [schemas.FacetChoice.model_validate(each) for each in choices]
            for name, choices in counted.choices.items()
        },
        terms=schemas.terms(),
    )


@api.get(
    "/withdrawn/",
    url_name="withdrawn",
    summary="What is no longer public",
    response={200: schemas.Withdrawn, 400: ERROR},
)
def withdrawn(request: HttpRequest, place: Query[schemas.Place]) -> schemas.Withdrawn:
    """Reference, dates and reason, and nothing else, for nothing else is kept."""
    page, behind = page_after(
        tombstones(), place.cursor, size=place.limit, date_field="retired_at"
    )
    here = absolute(reverse("open_data:api:withdrawn"))
    query = urlencode({"limit": place.limit, "cursor": behind})
    return schemas.Withdrawn(
        next=f"{here}?{query}" if behind else None,
        items=[tombstone_of(each) for each in page],
        terms=schemas.terms(),
    )


def filters_of(request: HttpRequest) -> Filters:
    return Filters.read(request.GET, Region.objects.current())


def problem(request: HttpRequest, detail: str, *, status: int) -> HttpResponse:
    answer: dict[str, Any] = {"detail": detail, "terms": schemas.terms().model_dump()}
    return api.create_response(request, answer, status=status)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(request, UNKNOWN, status=404)


@api.exception_handler(CannotRead)
def cannot_read(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(request, str(error), status=400)


@api.exception_handler(SuspiciousOperation)
def suspicious(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(request, "Ask for less at once", status=400)


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    names = (str(each["loc"][-1]) for each in error.errors)
    said = [TRY_AGAIN[name] for name in names if name in TRY_AGAIN]
    return problem(request, ". ".join(said) or "Ask again", status=400)
