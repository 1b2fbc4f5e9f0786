"""The author's private page: where their record stands, and the way to send it again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amd.publishing.models import Publication
from amd.records.links import read_link
from amd.records.models import Move, Record, Status
from amd.web.private import private

from .links import MY

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


def record_of(link: str) -> Record:
    """The child of the record this link opens; 404 for any link that opens none."""
    record = read_link(link, MY)
    if record is None:
        raise Http404
    story: Record = record.story
    return story


@require_safe
@private
def my(request: HttpRequest, link: str) -> HttpResponse:
    return _page(request, link, "moderation/my.html")


@require_safe
@private
def sent(request: HttpRequest, link: str) -> HttpResponse:
    """The confirmation: it can be opened again from a bookmark."""
    return _page(request, link, "moderation/sent.html")


def _page(request: HttpRequest, link: str, template: str) -> HttpResponse:
    record = record_of(link)
    context = {
        "record": record,
        "kind": record.get_kind_display().lower(),
        "what_next": NEXT[Status(record.status)],
        "timeline": record.decisions.exclude(move=Move.EDIT).select_related("reason"),
        "again_url": record.story.author_url(link)
        if record.status == Status.SENT_BACK
        else "",
        "live": Publication.objects.live().filter(record_id=record.pk).first(),
        "link": link,
    }
    return render(request, template, context)
