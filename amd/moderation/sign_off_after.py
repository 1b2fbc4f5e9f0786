"""Under the same link: the drawn card, another link, other uses, taking it all back."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from amd.cards import CardError, draw
from amd.publishing.cards import DOWNLOAD_FORMATS, card_of
from amd.records.errors import ModerationError
from amd.web.throttle import allow

from .agreed import holder_of_question
from .agreed_pages import uses_page, withdraw_page
from .by_link import by_link, note
from .links import SIGN_OFF
from .sign_off_again import send_link_again
from .sign_off_pages import STILL_THEIRS, found
from .sign_off_shown import preview_for
from .sign_off_states import State, state_of

SENDS_ANOTHER = (State.EXPIRED, State.REPLACED, State.CHANGED)
# Of one question: nobody needs the same link more often.
LINKS, LINK_SECONDS = 3, 24 * 60 * 60


@require_safe
@by_link
def card(request: HttpRequest, link: str, format_name: str) -> HttpResponse:
    """The card as it would look, drawn for this answer and never filed."""
    question, record = found(link)
    if format_name not in DOWNLOAD_FORMATS:
        raise Http404
    publication = preview_for(question, record)
    if publication is None:
        raise Http404
    try:
        drawn = draw(card_of(publication), format_name, "png")
    except CardError as error:
        raise Http404 from error
    return HttpResponse(drawn, content_type="image/png")


@require_POST
@by_link
def new_link(request: HttpRequest, link: str) -> HttpResponse:
    """To the address that we have; a lead is told where nothing can be sent."""
    question, record = found(link)
    address = reverse("moderation:sign_off", args=[link])
    if state_of(question, record) not in SENDS_ANOTHER:
        return redirect(address)
    if not allow("new-link", str(question.pk), LINKS, LINK_SECONDS):
        note("new-link-held-back", SIGN_OFF)
        return redirect(f"{address}?asked=often")
    try:
        send_link_again(question)
    except ModerationError:
        # Somebody changed it at this moment: the page says what there is now.
        return redirect(address)
    return redirect(f"{address}?asked=1")


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def uses(request: HttpRequest, link: str) -> HttpResponse:
    return _after_answer(request, link, uses_page)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def withdraw(request: HttpRequest, link: str) -> HttpResponse:
    return _after_answer(request, link, withdraw_page)


def _after_answer(request: HttpRequest, link: str, page: Any) -> HttpResponse:
    """Only for whom the link still acts; else its own page says what became of it.

    Earlier words may be public while this link asks about newer ones.
    """
    question, record = found(link)
    holder = holder_of_question(question, record)
    state = state_of(question, record)
    if state == State.ANSWERED or (state in STILL_THEIRS and holder.answers()):
        return page(request, holder)
    return redirect("moderation:sign_off", link)
