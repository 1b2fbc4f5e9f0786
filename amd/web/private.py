"""Headers of pages that are not for everybody."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from amd.web.policy import policy

View = Callable[..., HttpResponse]


def private(view: View) -> View:
    """Under a private link: kept by no cache, told to no other site.

    A Referer with the link in it would hand the link on. Without one a browser says
    "Origin: null" with a form, which Django refuses; nobody can forge a request to an
    address they do not know, so no other proof is asked.
    """

    @csrf_exempt
    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return wrapped


def framed_by_us(response: HttpResponse) -> HttpResponse:
    """A page that one of our own may show in a frame."""
    response.headers["Content-Security-Policy"] = policy(frame_ancestors="'self'")
    return response


def framing_us(response: HttpResponse) -> HttpResponse:
    """The page around such a frame."""
    response.headers["Content-Security-Policy"] = policy(frame_src="'self'")
    return response
