"""Private links at the door: what a right one opens, and what a wrong one is answered.

A right link always opens, whoever else tried from the same network: the signature
cannot be guessed. Wrong ones are noted, and held back when they come in numbers.
"""

import logging
from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from amd.consent.models import SignOff
from amd.records.links import read_link
from amd.records.models import Record
from amd.web.private import private
from amd.web.throttle import allow, client_address

from .links import MY, SIGN_OFF, read_sign_off

View = Callable[..., HttpResponse]

# A mail program that cuts a link short makes one or two wrong ones, a guesser many.
GUESSES, GUESS_SECONDS = 20, 600

security = logging.getLogger("amd.security")


class WrongLink(Http404):
    """It is cut short, forged, of another kind, or void."""


class ForgottenDraft(Http404):
    """It was right, and what it opened was not sent in time: nothing is left of it."""


def note(event: str, purpose: str) -> None:
    """One line of the security log: what happened to which kind of link, and no more."""
    security.warning("event=%s purpose=%s", event, purpose)


def record_of(link: str) -> Record:
    """The child of the record whose author this link lets in.

    Raises WrongLink or ForgottenDraft.
    """
    record = read_link(link, MY)
    if record is None:
        note("wrong-link", MY)
        raise WrongLink
    if record.is_forgotten:
        raise ForgottenDraft
    story: Record = record.story
    return story


def question_of(link: str) -> SignOff:
    """The question that this link lets somebody answer. Raises WrongLink."""
    question = read_sign_off(link)
    if question is None:
        note("wrong-link", SIGN_OFF)
        raise WrongLink
    return question


def by_link(view: View) -> View:
    """A page under a private link, with a page of its own for a wrong link."""

    @private
    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except WrongLink:
            return _wrong_link(request)
        except ForgottenDraft:
            return render(request, "moderation/forgotten.html", status=410)

    return wrapped


def _wrong_link(request: HttpRequest) -> HttpResponse:
    is_held = not allow("wrong-link", client_address(request), GUESSES, GUESS_SECONDS)
    return render(
        request,
        "moderation/wrong_link.html",
        {"is_held": is_held},
        status=429 if is_held else 404,
    )
