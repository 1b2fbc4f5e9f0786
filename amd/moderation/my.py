"""The author's private pages: where their record stands, what they agreed to, the end."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from amd.records.errors import ModerationError
from amd.records.models import Record, Role, Status

from . import moves
from .agreed import Holder, holder_of_record
from .agreed_pages import agreed_page, uses_page, withdraw_page
from .by_link import by_link, record_of
from .my_page import may_begin_to_change, my_context

CHANGE = "moderation/change.html"


@require_safe
@by_link
def my(request: HttpRequest, link: str) -> HttpResponse:
    return render(request, "moderation/my.html", my_context(record_of(link), link))


@require_safe
@by_link
def sent(request: HttpRequest, link: str) -> HttpResponse:
    """The confirmation: it can be opened again from a bookmark, while it is true."""
    record = record_of(link)
    if record.status != Status.SUBMITTED:
        return redirect("moderation:my", link)
    return render(request, "moderation/sent.html", my_context(record, link))


@require_safe
@by_link
def agreed(request: HttpRequest, link: str) -> HttpResponse:
    holder = _holder(link)
    if holder is None:
        return redirect("moderation:my", link)
    return agreed_page(request, holder, my_url=reverse("moderation:my", args=[link]))


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def uses(request: HttpRequest, link: str) -> HttpResponse:
    holder = _holder(link)
    if holder is None:
        return redirect("moderation:my", link)
    return uses_page(request, holder)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def withdraw(request: HttpRequest, link: str) -> HttpResponse:
    holder = _holder(link)
    if holder is None:
        return redirect("moderation:my", link)
    return withdraw_page(request, holder)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def change(request: HttpRequest, link: str) -> HttpResponse:
    """Begin to change what is published. Its copy stays up until the newer is reviewed."""
    record = record_of(link)
    if record.status == Status.SENT_BACK:
        # The second click finds it begun.
        return redirect(record.story.author_url(link))
    if not may_begin_to_change(record):
        return redirect("moderation:my", link)
    context = {"record": record, "link": link, "error": ""}
    if request.method != "POST":
        return render(request, CHANGE, context)
    try:
        begin_to_change(record)
    except ModerationError as error:
        return render(request, CHANGE, {**context, "error": error.sentence}, status=409)
    return redirect(record.story.author_url(link))


def begin_to_change(record: Record) -> None:
    """No word is another yet: it is with its author again, who changes it page by page."""
    moves.edit(record, by=Role.AUTHOR, seen_version=record.version, save=lambda: None)


def _holder(link: str) -> Holder | None:
    """None once it is withdrawn: the author's page says so."""
    record = record_of(link)
    return holder_of_record(record) if record.status != Status.WITHDRAWN else None
