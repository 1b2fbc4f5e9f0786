"""The author's private page: where their record stands, and the way to send it again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from amd.publishing.models import Publication
from amd.records.models import Decision, Move, Record, Status

from .agreed import Holder, holder_of_record, may_withdraw
from .agreed_pages import agreed_page, uses_page, withdraw_page
from .ask_page import quoted_person
from .by_link import by_link, record_of
from .decided import asked_of
from .sending import what_was_asked

# What each status means for the person who wrote it, and what happens next.
NEXT = {
    Status.DRAFT: "You have not sent it yet.",
    Status.SUBMITTED: (
        "A regional library lead will read it. We will email you when they decide."
    ),
    Status.SENT_BACK: "Your library lead asks for some changes before it can go on.",
    Status.ACCEPTED: (
        "Your library lead has accepted it. It is published once everybody quoted "
        "or pictured in it has agreed."
    ),
    Status.PUBLISHED: "It is in the public gallery.",
    Status.DECLINED: "It will not be published. The reason is below.",
    Status.WITHDRAWN: "It was withdrawn. Its words and pictures are erased.",
}


@require_safe
@by_link
def my(request: HttpRequest, link: str) -> HttpResponse:
    return _page(request, link, "moderation/my.html")


@require_safe
@by_link
def sent(request: HttpRequest, link: str) -> HttpResponse:
    """The confirmation: it can be opened again from a bookmark."""
    return _page(request, link, "moderation/sent.html")


def _page(request: HttpRequest, link: str, template: str) -> HttpResponse:
    record = record_of(link)
    is_whole = record.status != Status.WITHDRAWN
    holder = holder_of_record(record)
    context = {
        "record": record,
        "kind": record.get_kind_display().lower(),
        "what_next": NEXT[Status(record.status)],
        "timeline": _what_happened(record),
        "asked": what_was_asked(record),
        "again_url": record.story.author_url(link)
        if record.status == Status.SENT_BACK
        else "",
        "live": Publication.objects.live().filter(record_id=record.pk).first(),
        "link": link,
        "quoted": quoted_person(record),
        "ask_url": reverse("moderation:ask", args=[link]),
        "agreed_url": holder.home if is_whole else "",
        "withdraw_url": holder.withdraw if may_withdraw(holder) else "",
    }
    return render(request, template, context)


def _what_happened(record: Record) -> list[tuple[Decision, list[tuple[str, str]]]]:
    """Each move they should know of, with what was asked of each answer. Two queries."""
    decisions = record.decisions.exclude(move__in=(Move.EDIT, Move.LIFT))
    told = decisions.select_related("reason").prefetch_related("comments")
    return [(each, asked_of(record.story, each)) for each in told]


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


def _holder(link: str) -> Holder | None:
    """None once it is withdrawn: the author's page says so."""
    record = record_of(link)
    return holder_of_record(record) if record.status != Status.WITHDRAWN else None
