"""Under a mailed link: a colleague reads a record as it would be public, and answers.

Nothing here acts on a GET: mail scanners open links before people do.
"""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from amd.cards import CardError, check, draw
from amd.consent.covers import covers
from amd.publishing.cards import card_of
from amd.publishing.freeze import preview
from amd.publishing.models import Publication
from amd.publishing.page import page_context
from amd.records.errors import ModerationError
from amd.records.models import Record
from amd.web.forms import NhsukForm, render_invalid

from . import colleagues
from .by_link import WrongLink, by_link, note
from .colleagues import State
from .links import COLLEAGUE, colleague_link, read_colleague
from .models import ColleagueQuestion

PAGE = "moderation/colleague.html"
SHOWN = "landscape"


class ColleagueAnswerForm(NhsukForm):
    button = "Send your answer"
    subjects = {"answer": "your answer"}

    answer = forms.CharField(
        label="Your answer",
        max_length=2000,
        help_text="The library leads who review this read it. It is never public.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def colleague(request: HttpRequest, link: str) -> HttpResponse:
    question, record = _found(link)
    if request.method != "POST":
        return _page(request, question, record, ColleagueAnswerForm())
    form = ColleagueAnswerForm(request.POST)
    if colleagues.state_of(question, record) != State.OPEN:
        return _too_late(request, question, record)
    if not form.is_valid():
        return _page(request, question, record, form)
    try:
        colleagues.answer(question, text=form.cleaned_data["answer"])
    except ModerationError:
        return _too_late(request, *_found(link))
    return redirect(request.path)


@require_safe
@by_link
def colleague_card(request: HttpRequest, link: str) -> HttpResponse:
    """The card as it would look, drawn for this answer and never filed."""
    question, record = _found(link)
    if colleagues.state_of(question, record) != State.OPEN:
        raise Http404
    try:
        drawn = draw(card_of(_as_public(record)), SHOWN, "png")
    except CardError as error:
        raise Http404 from error
    return HttpResponse(drawn, content_type="image/png")


def _found(link: str) -> tuple[ColleagueQuestion, Record]:
    question = read_colleague(link)
    if question is None:
        note("wrong-link", COLLEAGUE)
        raise WrongLink
    story: Record = question.record.story
    return question, story


def _too_late(
    request: HttpRequest, question: ColleagueQuestion, record: Record
) -> HttpResponse:
    """The second click finds the first answer; another one is told it was not kept."""
    given = request.POST.get("answer", "").split()
    if given == question.answer.split() and question.answered_at:
        return redirect(request.path)
    return _page(request, question, record, None)


def _page(
    request: HttpRequest,
    question: ColleagueQuestion,
    record: Record,
    form: ColleagueAnswerForm | None,
) -> HttpResponse:
    """The words only while an answer is wanted: after that they are nobody's to read."""
    state = colleagues.state_of(question, record)
    context = {
        "question": question,
        "kind": record.get_kind_display().lower(),
        "reference": record.shown_reference,
        "state": state.value,
        "form": form,
        "shown": None,
        "is_late": form is None,
        "typed": request.POST.get("answer", "")[:2000] if form is None else "",
    }
    if state == State.OPEN and form is not None:
        context["shown"] = _what_is_asked_about(question, record)
        if form.is_bound:
            return render_invalid(request, PAGE, context)
    return render(request, PAGE, context, status=409 if form is None else 200)


def _what_is_asked_about(question: ColleagueQuestion, record: Record) -> dict[str, Any]:
    """The public page to be, without a picture where none can be drawn."""
    publication = _as_public(record)
    address = ""
    if check(card_of(publication), SHOWN).ok:
        link = colleague_link(question)
        address = reverse("moderation:colleague_card", args=[link])
    return page_context(publication, preview=True, picture_url=address)


def _as_public(record: Record) -> Publication:
    """With the consent there is; before that, with all uses."""
    coverage = covers(record, record.story.words())
    if coverage.is_complete:
        return preview(record, record.story, coverage.uses)
    return preview(record, record.story)
