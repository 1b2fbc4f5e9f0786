"""Answers a form that is larger than any of ours with a sentence, before it is read."""

from collections.abc import Callable

from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string

from amd.web.context import site

CHUNK_BYTES = 64 * 1024


def say_too_much(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: Django's own answer tells nobody what to do, and developers the code.

    The limits are those of the settings: DATA_UPLOAD_MAX_…
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        try:
            # Read here for all that follows. An address is for its own page to judge:
            # the API answers as an API does.
            request.POST  # noqa: B018  # reading is what may fail
        except (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent):
            read_to_the_end(request)
            page = render_to_string("413.html", site(request))
            return HttpResponse(page, status=413)
        return get_response(request)

    return middleware


def read_to_the_end(request: HttpRequest) -> None:
    """And keep nothing: a browser that is still sending would not read the answer."""
    try:
        while request.read(CHUNK_BYTES):
            pass
    except OSError:
        # It has gone away.
        return
