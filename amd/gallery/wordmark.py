"""The campaign's wordmark on /resources/: its files, and what is said about each."""

import hashlib
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from amd.cards.wordmark import COLOURS, png_size, svg_size, wordmark_png, wordmark_svg

KINDS = {"svg": "image/svg+xml", "png": "image/png"}
DAY = 24 * 60 * 60
USES = {
    "blue": "For light backgrounds",
    "white": "For dark backgrounds",
    "black": "For printing in one colour",
}


def etag(request: HttpRequest, colour: str, kind: str) -> str | None:
    if colour not in COLOURS or kind not in KINDS:
        return None
    return f'"{hashlib.sha256(file(colour, kind)).hexdigest()[:20]}"'


@require_safe
@cache_control(public=True, max_age=DAY)
@condition(etag_func=etag)
def wordmark(request: HttpRequest, colour: str, kind: str) -> HttpResponse:
    if colour not in COLOURS or kind not in KINDS:
        raise Http404
    return HttpResponse(file(colour, kind), KINDS[kind])


def file(colour: str, kind: str) -> bytes:
    """Drawn once in each process."""
    text = settings.CAMPAIGN_HASHTAG
    if kind == "png":
        return wordmark_png(text, colour)
    return wordmark_svg(text, colour).encode()


def shown_wordmarks() -> dict[str, Any]:
    """What templates/gallery/_wordmark.html needs."""
    text = settings.CAMPAIGN_HASHTAG
    width, height = svg_size(text)
    return {
        "text": text,
        "width": round(width / 2),
        "height": round(height / 2),
        "colours": [
            {
                "name": colour,
                "use": use,
                "src": _address(colour, "svg"),
                "files": [_download(colour, "svg"), _download(colour, "png")],
            }
            for colour, use in USES.items()
        ],
    }


def _download(colour: str, kind: str) -> dict[str, str]:
    width, height = png_size(settings.CAMPAIGN_HASHTAG)
    size = "any size" if kind == "svg" else f"{width} × {height} pixels"
    return {
        "address": _address(colour, kind),
        "kind": kind.upper(),
        "size": f"{size}, {filesizeformat(len(file(colour, kind)))}",
        "name": f"wordmark-{colour}.{kind}",
    }


def _address(colour: str, kind: str) -> str:
    return reverse("gallery:wordmark", args=[colour, kind])
