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

from amd.cards import FORMATS, CardError, draw

from . import files
from .addresses import DOWNLOAD, EXTENSIONS, file_name, publication_card_url
from .cards import DOWNLOAD_FORMATS, PAGE_FORMATS, address_digest, card_of
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
    drawing = _drawing(publication, format_name, ext)
    if drawing is None:
        # Taken down or replaced while it was drawn: the next request learns which.
        return HttpResponseRedirect(today, headers={"Cache-Control": "no-store"})
    image = HttpResponse(drawing, content_type=f"image/{EXTENSIONS[ext]}")
    if is_download:
        name = file_name(publication, format_name, ext)
        image["Content-Disposition"] = f'attachment; filename="{name}"'
    return _with_headers(image, etag, publication)


def _gone() -> HttpResponse:
    headers = {"Cache-Control": CACHED}
    return HttpResponseGone(GONE, "text/plain; charset=utf-8", headers=headers)


def is_offered(
    publication: Publication, format_name: str, ext: str, *, download: bool
) -> bool:
    """Whether consent and the engine's table give this format; nothing is drawn."""
    if format_name not in (*DOWNLOAD_FORMATS, *PAGE_FORMATS):
        return False
    if EXTENSIONS.get(ext) not in FORMATS[format_name].kinds:
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


def _drawing(publication: Publication, format_name: str, ext: str) -> bytes | None:
    """From the file, else drawn and kept; None where it stopped being live meanwhile."""
    path = files.path_of(publication, f"{format_name}.{ext}")
    kept = files.read(path)
    if kept is not None:
        return kept
    content = card_of(publication)
    try:
        data = draw(content, format_name, EXTENSIONS[ext])
    except CardError as error:
        raise Http404("This card cannot be drawn in this format") from error
    # A lost photo is left out of the drawing, which is not kept: it may come back.
    if publication.photo and not content.content.photo:
        return data
    files.write(path, data)
    if not Publication.objects.live().filter(pk=publication.pk).exists():
        files.discard(path)
        return None
    return data


def _with_headers(
    response: HttpResponse, etag: str, publication: Publication
) -> HttpResponse:
    """Without consent to social media no other site shows the picture."""
    response["ETag"] = etag
    response["Cache-Control"] = CACHED
    if publication.allows_social:
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["X-Content-Type-Options"] = "nosniff"
    return response
