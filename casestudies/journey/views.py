"""The pages of the journey: start, one question after the other, check, sent."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from amd.moderation.by_link import WrongLink, by_link, record_of
from amd.moderation.gone_photo import unless_photo_is_gone
from amd.moderation.links import my_link
from amd.moderation.sending import held_back, may_send
from amd.records.errors import ModerationError
from amd.web.forms import render_invalid
from casestudies.models import CaseStudy

from .answered import answered
from .both import both_texts
from .forms import PageForm, YouForm
from .pages import (
    BY_SLUG,
    QUICK,
    YOU,
    Page,
    first_unanswered,
    page_after,
    page_before,
)
from .saving import WITH_ITS_AUTHOR, begin, keep_typed, save, typed_before

SCOPE = "case-study"
PAGE = "casestudies/journey/page.html"
START = "casestudies/journey/start.html"


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    return render(request, START)


@require_http_methods(["GET", "HEAD", "POST"])
def first(request: HttpRequest) -> HttpResponse:
    """The first page: a draft is kept from it, and its private link is mailed."""
    is_quick = request.GET.get("story") == QUICK
    context = {
        "page": YOU,
        "is_quick": is_quick,
        "back": reverse("casestudies:submit"),
        "is_first": True,
    }
    if request.method != "POST":
        return render(request, PAGE, {**context, "form": YouForm(page=YOU)})
    form = YouForm(request.POST, page=YOU)
    if not may_send(request, SCOPE):
        return held_back(request, form, PAGE, context)
    if not form.is_valid():
        return render_invalid(request, PAGE, {**context, "form": form})
    story = begin(form, is_quick=is_quick)
    return _next(story, YOU)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def write(request: HttpRequest, link: str, slug: str) -> HttpResponse:
    """One page of a story that is with its author."""
    story, page = story_of(link), BY_SLUG.get(slug)
    if page is None:
        raise Http404("The journey has no such page")
    if story.status not in WITH_ITS_AUTHOR:
        return redirect("moderation:my", link)
    if request.method != "POST":
        return _shown(request, link, page, _empty_form(story, page))
    form = form_of(page)(request.POST, request.FILES, instance=story, page=page)
    if not may_send(request, SCOPE):
        return held_back(request, form, PAGE, _context(link, page, story))
    return _save(request, link, page, form)


@require_POST
@by_link
def grow(request: HttpRequest, link: str) -> HttpResponse:
    """A quick story becomes a full one: nothing is typed again."""
    story = story_of(link)
    if story.status in WITH_ITS_AUTHOR and story.is_quick:
        story.is_quick = False
        story.save(update_fields=["is_quick"])
    return go_on(story, link)


@require_safe
@by_link
def resume(request: HttpRequest, link: str) -> HttpResponse:
    """To the first page that is not answered, or to the check."""
    return go_on(story_of(link), link)


def story_of(link: str) -> CaseStudy:
    """Raises WrongLink: it is no case study's."""
    record = record_of(link)
    if not isinstance(record, CaseStudy):
        raise WrongLink
    return record


def go_on(story: CaseStudy, link: str) -> HttpResponse:
    page = first_unanswered(story)
    return redirect(
        reverse("casestudies:write", args=[link, page.slug])
        if page
        else reverse("casestudies:check", args=[link])
    )


def form_of(page: Page) -> type[PageForm]:
    return YouForm if page == YOU else PageForm


def _empty_form(story: CaseStudy, page: Page) -> PageForm:
    """As it is stored, or as it was typed where that could not be saved."""
    typed = typed_before(story, page)
    if typed is None:
        return form_of(page)(instance=story, page=page)
    form = form_of(page)(typed, instance=story, page=page)
    form.is_valid()
    return form


def _save(request: HttpRequest, link: str, page: Page, form: PageForm) -> HttpResponse:
    story, context = form.instance, _context(link, page, form.instance)
    if not form.is_valid():
        keep_typed(story, page, request.POST)
        if "later" in request.POST:
            return redirect("moderation:my", link)
        return render_invalid(request, PAGE, {**context, "form": form})
    if form.is_elsewhere():
        keep_typed(story, page, request.POST)
        return render_invalid(request, PAGE, {**context, **both_texts(form)})
    try:
        saved = unless_photo_is_gone(form, lambda: save(form) or True)
    except ModerationError as error:
        form.add_error(None, error.sentence.rstrip("."))
        saved = None
    if not saved:
        keep_typed(story, page, request.POST)
        return render_invalid(request, PAGE, {**context, "form": form})
    if "later" in request.POST:
        return redirect("moderation:my", link)
    return _next(story, page, is_check=request.GET.get("then") == "check")


def _next(story: CaseStudy, page: Page, *, is_check: bool = False) -> HttpResponse:
    link = my_link(story)
    following = None if is_check else page_after(story, page)
    if following is None:
        return redirect("casestudies:check", link)
    return redirect("casestudies:write", link, following.slug)


def _shown(request: HttpRequest, link: str, page: Page, form: PageForm) -> HttpResponse:
    context = _context(link, page, form.instance)
    return render(request, PAGE, {**context, "form": form})


def _context(link: str, page: Page, story: CaseStudy) -> dict[str, Any]:
    before = page_before(story, page)
    return {
        "page": page,
        "link": link,
        "story": story,
        "is_first": False,
        "back": reverse("casestudies:write", args=[link, before.slug])
        if before
        else reverse("moderation:my", args=[link]),
        "answered": answered(story),
    }
