"""What every answer of open data has: any website may read it, asked again it is a 304."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from amd.publishing.addresses import absolute
from amd.publishing.conditional import ASK_AGAIN, version_etag

View = Callable[..., HttpResponseBase]

METHODS = ["GET", "HEAD", "OPTIONS"]
ONE_DAY = "86400"


class CannotRead(Exception):
    """What was asked cannot be understood; the sentence says what to do."""


def open_answer(view: View) -> View:
    """The same for everyone, without a cookie; one query where nothing has changed.

    A view may raise CannotRead before it begins to answer.
    """

    @csrf_exempt
    @wraps(view)
    def wrapped(
        request: HttpRequest, *args: object, **kwargs: object
    ) -> HttpResponseBase:
        response = _answered(view, request, *args, **kwargs)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "ETag, Link"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers["Link"] = f'<{terms_address()}>; rel="license"'
        return response

    return wrapped


def terms_address() -> str:
    return absolute(reverse("open_data:about")) + "#terms"


def _answered(
    view: View, request: HttpRequest, *args: object, **kwargs: object
) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return _preflight()
    if request.method not in METHODS:
        return HttpResponseNotAllowed(METHODS)
    etag = version_etag()
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None and unchanged.status_code == 304:
        return _marked(unchanged, etag)
    try:
        response = view(request, *args, **kwargs)
    except CannotRead as error:
        response = HttpResponse(f"{error}\n", "text/plain; charset=utf-8", status=400)
    if response.status_code != 200:
        response.headers["Cache-Control"] = "no-store"
        return response
    return _marked(response, etag)


def _preflight() -> HttpResponse:
    """A browser asks before it sends If-None-Match to another website."""
    return HttpResponse(
        status=204,
        headers={
            "Allow": ", ".join(METHODS),
            "Access-Control-Allow-Methods": ", ".join(METHODS),
            "Access-Control-Allow-Headers": "If-None-Match",
            "Access-Control-Max-Age": ONE_DAY,
        },
    )


def _marked(response: HttpResponseBase, etag: str) -> HttpResponseBase:
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = ASK_AGAIN
    return response
