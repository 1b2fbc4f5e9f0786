"""One drawn card: asks whether it is live, then gives the file, drawing it if need be."""

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseGone,
    HttpResponseRedirect,
)
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from amd.cards import FORMATS, CardError

from .addresses import (
    CONTENT_TYPES,
    DOWNLOAD,
    EXTENSIONS,
    file_name,
    publication_card_url,
)
from .cards import OFFERED_FORMATS, PAGE_FORMATS, address_digest
from .downloads import count
from .drawing import drawn
from .models import Publication

CACHED = "public, max-age=300"
GONE = "This card was taken down. Stop using it and delete your copies.\n"


@require_safe
def card(
    request: HttpRequest, reference: str, digest: str, format_name: str, ext: str
) -> HttpResponseBase:
    """404 unknown or not offered, 410 taken down, 302 to today's digest, else the image."""
    publication = _live(reference)
    if publication is None:
        return _gone()
    is_download = DOWNLOAD in request.GET
    if not is_offered(publication, format_name, ext, download=is_download):
        raise Http404("This card is not offered in this format")
    today = publication_card_url(publication, format_name, ext, download=is_download)
    is_todays = digest == address_digest(publication)
    if not is_todays or reference != publication.address_reference:
        return HttpResponseRedirect(today, headers={"Cache-Control": CACHED})
    etag = f'"{digest}-{format_name}.{ext}"'
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None and unchanged.status_code == 304:
        return _with_headers(unchanged, etag, publication)
    try:
        drawing = drawn(publication, format_name, ext)
    except CardError as error:
        raise Http404("This card cannot be drawn in this format") from error
    if drawing is None:
        # Taken down or replaced while it was drawn: the next request learns which.
        return HttpResponseRedirect(today, headers={"Cache-Control": "no-store"})
    image = HttpResponse(drawing.data, content_type=CONTENT_TYPES[EXTENSIONS[ext]])
    if is_download:
        name = file_name(publication, format_name, ext)
        image["Content-Disposition"] = f'attachment; filename="{name}"'
        if request.method == "GET":
            count(publication, format_name, EXTENSIONS[ext])
    return _with_headers(image, etag if drawing.is_whole else "", publication)


def _gone() -> HttpResponse:
    headers = {"Cache-Control": CACHED}
    return HttpResponseGone(GONE, "text/plain; charset=utf-8", headers=headers)


def is_offered(
    publication: Publication, format_name: str, ext: str, *, download: bool
) -> bool:
    """Whether consent and the engine's table give this format; nothing is drawn."""
    if format_name not in (*OFFERED_FORMATS, *PAGE_FORMATS):
        return False
    shown = FORMATS[format_name]
    if EXTENSIONS.get(ext) not in shown.kinds:
        return False
    # A document is saved, never opened within the site.
    if shown.is_document and not download:
        return False
    if publication.allows_social:
        return True
    return format_name in PAGE_FORMATS and not download


def _live(reference: str) -> Publication | None:
    """The live copy; None where there was one once. One or two queries."""
    known = Publication.objects.with_reference(reference)
    live = known.live().for_pages().first()
    if live is None and not known.exists():
        raise Http404("No record has this reference")
    return live


def _with_headers(
    response: HttpResponse, etag: str, publication: Publication
) -> HttpResponse:
    """Without consent to social media no other site shows the picture.

    What has no ETag is not the picture that this address is for: nobody keeps it.
    """
    if etag:
        response["ETag"] = etag
    response["Cache-Control"] = CACHED if etag else "no-store"
    if publication.allows_social:
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["X-Content-Type-Options"] = "nosniff"
    return response
