"""The pages of the journey: start, one question after the other, and back to any."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from amd.moderation.by_link import by_link
from amd.moderation.gone_photo import unless_photo_is_gone
from amd.moderation.links import my_link
from amd.moderation.sending import held_back, may_send
from amd.records.errors import ModerationError
from amd.records.models import Status
from amd.web.forms import render_invalid
from casestudies.models import CaseStudy

from .both import both_texts
from .door import address_with_key, key_in, may_save, page_named, story_of
from .examples import EXAMPLES
from .forms import PageForm, YouForm, form_of
from .pages import QUICK, YOU, Page, page_to_go_on
from .patients import go_on_from
from .saving import (
    WITH_ITS_AUTHOR,
    SavedElsewhere,
    begin,
    keep_typed,
    make_full,
    save,
    typed_before,
)
from .shown import context_of, first_context
from .working_page import asks_working, working_page

SCOPE = "case-study"
PAGE = "casestudies/journey/page.html"
START = "casestudies/journey/start.html"
NOT_NOW = (
    "Not saved: your case study is {} now. Copy your words from here if you want to "
    "keep them"
)


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    return render(request, START, {"examples": EXAMPLES})


@require_http_methods(["GET", "HEAD", "POST"])
def first(request: HttpRequest) -> HttpResponse:
    """The first page: a draft is kept from it, and its private link is mailed."""
    is_quick = request.GET.get("story") == QUICK
    context = first_context(is_quick=is_quick)
    if request.method != "POST":
        key = key_in(request)
        if key is None:
            return redirect(address_with_key(request))
        empty = YouForm(page=YOU, initial={"form_key": key})
        return render(request, PAGE, {**context, "form": empty})
    form = YouForm(request.POST, page=YOU)
    if not may_send(request, SCOPE):
        return held_back(request, form, PAGE, context)
    if not form.is_valid():
        return render_invalid(request, PAGE, {**context, "form": form})
    story = begin(form, is_quick=is_quick)
    if story.status not in WITH_ITS_AUTHOR and not form.says(story):
        return _not_now(request, story, YOU, my_link(story))
    return go_on_from(story, YOU)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def write(request: HttpRequest, link: str, slug: str) -> HttpResponse:
    """One page of a story that is with its author."""
    story, page = story_of(link), page_named(slug)
    if story.status not in WITH_ITS_AUTHOR:
        return _not_now(request, story, page, link)
    is_check = request.GET.get("then") == "check"
    context = context_of(story, page, link, is_check=is_check)
    if request.method != "POST":
        form, is_unsaved = _form_before(story, page), page.slug in story.unsaved
        shown = {**context, "form": form, "is_unsaved": is_unsaved}
        return render(request, PAGE, shown)
    form = form_of(page)(request.POST, request.FILES, instance=story, page=page)
    if not may_save(request):
        return held_back(request, form, PAGE, context)
    if asks_working(request, page):
        keep_typed(form, request.POST)
        return working_page(request, PAGE, context, page)
    return _save(request, form, context)


@require_POST
@by_link
def grow(request: HttpRequest, link: str) -> HttpResponse:
    """A quick story becomes a full one: nothing is typed again."""
    return go_on(make_full(story_of(link)), link)


@require_safe
@by_link
def resume(request: HttpRequest, link: str) -> HttpResponse:
    """To the page where its author goes on; where a lead asks for something, to that."""
    story = story_of(link)
    if story.status == Status.SENT_BACK:
        return redirect("casestudies:check", link)
    return go_on(story, link)


def go_on(story: CaseStudy, link: str) -> HttpResponse:
    page = page_to_go_on(story)
    return redirect(
        reverse("casestudies:write", args=[link, page.slug])
        if page
        else reverse("casestudies:check", args=[link])
    )


def _not_now(
    request: HttpRequest, story: CaseStudy, page: Page, link: str
) -> HttpResponse:
    """Sent or decided in the meantime: what was typed since is shown, to be copied."""
    if request.method != "POST" or story.status == Status.WITHDRAWN:
        return redirect("moderation:my", link)
    form = form_of(page)(request.POST, instance=story, page=page)
    form.is_valid()
    form.errors.clear()
    form.add_error(None, NOT_NOW.format(story.get_status_display().lower()))
    context = context_of(story, page, link, is_check=False)
    context["back"] = reverse("moderation:my", args=[link])
    return render_invalid(request, PAGE, {**context, "form": form})


def _form_before(story: CaseStudy, page: Page) -> PageForm:
    """As it is stored, or as it was typed where that was not saved."""
    typed = typed_before(story, page)
    if typed is None:
        return form_of(page)(instance=story, page=page)
    form = form_of(page)(typed, instance=story, page=page)
    # What is wrong with it is said when it is saved, not to somebody who comes back.
    form.is_valid()
    form.errors.clear()
    return form


def _save(
    request: HttpRequest, form: PageForm, context: dict[str, Any]
) -> HttpResponse:
    """Kept as typed where it cannot be saved, and the page shown again with the reason."""
    story, page = form.instance, form.page
    changed = _saved(form, context)
    if changed is not None:
        keep_typed(form, request.POST)
        if "later" not in request.POST:
            return render_invalid(request, PAGE, {**context, "form": form, **changed})
    if "later" in request.POST:
        return redirect("moderation:my", my_link(story))
    return go_on_from(story, page, is_check=context["is_check"])


def _saved(form: PageForm, context: dict[str, Any]) -> dict[str, Any] | None:
    """None where it is saved; else what the page shows beside the errors of the form."""
    if not form.is_valid():
        return {}
    try:
        saved = unless_photo_is_gone(form, lambda: save(form))
    except SavedElsewhere:
        return both_texts(form)
    except ModerationError as error:
        form.add_error(None, error.sentence.rstrip("."))
        return {}
    return None if saved else {}
