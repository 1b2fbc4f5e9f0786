"""One person, one text: the page where they read their exact words and answer.

Nothing here acts on a GET: mail scanners open links before people do.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from amd.cards import CardError, draw
from amd.consent.asked import offered_for
from amd.consent.models import SignOff
from amd.consent.words import Person, SignedWords
from amd.publishing.cards import DOWNLOAD_FORMATS, card_of
from amd.records.errors import AlreadyDecided, ModerationError
from amd.records.models import Record
from amd.web.forms import render_invalid
from amd.web.throttle import allow

from .agreed import holder_of_question, wording_url
from .agreed_pages import agreed_page, uses_page, withdraw_page
from .by_link import by_link, note, question_of
from .changes_of_mind import TRIES
from .consequences import without_needed
from .links import SIGN_OFF, sign_off_link
from .sign_off import (
    NotOpen,
    WordsChanged,
    approve,
    ask_for_changes,
    asked_by,
    refuse,
)
from .sign_off_again import send_link_again
from .sign_off_forms import AnswerForm
from .sign_off_shown import (
    changed_context,
    pictures_of,
    preview_for,
    story_context,
    texts_of,
)
from .sign_off_states import State, state_of

OPEN = "moderation/sign_off.html"
# Of one question: nobody needs the same link more often.
LINKS, LINK_SECONDS = 3, 24 * 60 * 60


def _found(link: str) -> tuple[SignOff, Record]:
    question = question_of(link)
    story: Record = question.record.story
    return question, story


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def sign_off(request: HttpRequest, link: str) -> HttpResponse:
    question, record = _found(link)
    state = state_of(question, record)
    if request.method != "POST":
        return _page(request, question, record, state)
    if state != State.OPEN:
        return _too_late(request, question, record)
    form = _form(question, request.POST)
    if "back" in request.POST:
        context = _open_context(question, record, _form(question, typed=request.POST))
        return render(request, OPEN, context)
    if not form.is_valid():
        context = _open_context(question, record, form)
        return render_invalid(request, OPEN, context)
    missing = form.missing()
    if missing:
        return _ask_whether_meant(request, question, form)
    try:
        _keep(question, form)
    except (NotOpen, WordsChanged):
        question, record = _found(link)
        return _too_late(request, question, record)
    return redirect("moderation:sign_off", link)


def _keep(question: SignOff, form: AnswerForm) -> None:
    """Keep the answer, also where a lead changed something else at the same moment."""
    for last in (False,) * (TRIES - 1) + (True,):
        try:
            if form.cleaned_data["answer"] == SignOff.Answer.APPROVED:
                approve(question, uses=form.cleaned_data["uses"])
            elif form.cleaned_data["answer"] == SignOff.Answer.CHANGES:
                ask_for_changes(question, comment=form.comment)
            else:
                refuse(question, comment=form.comment)
        except WordsChanged:
            raise
        except AlreadyDecided:
            if last:
                raise
            continue
        return


def _too_late(request: HttpRequest, question: SignOff, record: Record) -> HttpResponse:
    """The second click finds the first answer; another answer is told it was not kept."""
    state = state_of(question, record)
    given = request.POST.get("answer", "")
    if state == State.ANSWERED and _is_same(question, given, request):
        return redirect(request.path)
    note(f"answer-to-{state}", SIGN_OFF)
    return _page(request, question, record, state, is_late=True, status=409)


def _is_same(question: SignOff, given: str, request: HttpRequest) -> bool:
    if question.answer != given:
        return False
    if given == SignOff.Answer.APPROVED:
        kept = set(question.consent.uses) if question.consent else set()
        return kept == set(request.POST.getlist("uses"))
    box = "change" if given == SignOff.Answer.CHANGES else "reason"
    return request.POST.get(box, "").split() == question.comment.split()


def _page(
    request: HttpRequest,
    question: SignOff,
    record: Record,
    state: State,
    *,
    is_late: bool = False,
    status: int = 200,
) -> HttpResponse:
    if state == State.OPEN:
        context = _open_context(question, record, _form(question))
        return render(request, OPEN, context, status=status)
    if state == State.ANSWERED:
        holder = holder_of_question(question, record)
        response = agreed_page(
            request,
            holder,
            question=question,
            is_late=is_late,
            texts=texts_of(question),
            pictures=pictures_of(question, record),
        )
        response.status_code = status
        return response
    context = _over_context(request, question, record, state) | {"is_late": is_late}
    return render(request, "moderation/sign_off_over.html", context, status=status)


def _form(
    question: SignOff, data: Any = None, *, typed: QueryDict | None = None
) -> AnswerForm:
    """Empty, as it was sent, or as it was typed and not yet sent."""
    words = SignedWords(question.person, question.texts, question.photo_digest)
    initial = {}
    if typed is not None:
        initial = {"answer": typed.get("answer"), "uses": typed.getlist("uses")}
    return AnswerForm(
        data,
        initial=initial,
        person=question.person,
        offered=offered_for(words),
        words=words,
    )


def _open_context(
    question: SignOff, record: Record, form: AnswerForm
) -> dict[str, Any]:
    return {
        "question": question,
        "kind": record.get_kind_display().lower(),
        "texts": texts_of(question),
        "pictures": pictures_of(question, record),
        "form": form,
        "asked_by": asked_by(question),
        "wording_url": wording_url(form.wording),
        **story_context(question, record),
    }


def _over_context(
    request: HttpRequest, question: SignOff, record: Record, state: State
) -> dict[str, Any]:
    """What is said where there is nothing to answer, and what to do."""
    context = {
        "question": question,
        "record": record,
        "kind": record.get_kind_display().lower(),
        "state": state.value,
        "link": sign_off_link(question),
        "is_part": question.person == Person.QUOTED,
        "is_asked": "asked" in request.GET,
        "changes": [],
        "is_still_quoted": True,
        "is_new_photo": False,
    }
    if state == State.CHANGED:
        context |= changed_context(question, record)
    return context


def _ask_whether_meant(
    request: HttpRequest, question: SignOff, form: AnswerForm
) -> HttpResponse:
    """Nothing is kept yet: first it is said what an answer with less would mean."""
    context = {
        "question": question,
        "form": form,
        "uses": form.cleaned_data["uses"],
        "said": without_needed(question.person),
        "missing": [form.wording.uses.get(use, use.label) for use in form.missing()],
        "agreed": [
            form.wording.uses.get(use, use) for use in form.cleaned_data["uses"]
        ],
    }
    return render(request, "moderation/sign_off_fewer.html", context)


@require_safe
@by_link
def card(request: HttpRequest, link: str, format_name: str) -> HttpResponse:
    """The card as it would look, drawn for this answer and never filed."""
    question, record = _found(link)
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
    question, record = _found(link)
    state = state_of(question, record)
    if state in (State.EXPIRED, State.REPLACED, State.CHANGED):
        if not allow("new-link", str(question.pk), LINKS, LINK_SECONDS):
            note("new-link-held-back", SIGN_OFF)
        else:
            try:
                send_link_again(question)
            except ModerationError:
                # Somebody changed it at this moment: the page says what there is now.
                return redirect("moderation:sign_off", link)
    address = reverse("moderation:sign_off", args=[link])
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
    """Only for whom the link still acts; else its own page says what became of it."""
    question, record = _found(link)
    if state_of(question, record) != State.ANSWERED:
        return redirect("moderation:sign_off", link)
    return page(request, holder_of_question(question, record))
