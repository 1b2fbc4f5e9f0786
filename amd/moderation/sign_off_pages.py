"""One person, one text: the page where they read their exact words and answer.

Nothing here acts on a GET: mail scanners open links before people do.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import (
    require_http_methods,
)

from amd.consent.asked import offered_for
from amd.consent.models import SignOff
from amd.consent.words import Person, SignedWords
from amd.records.errors import AlreadyDecided
from amd.records.models import Record
from amd.web.forms import render_invalid

from .agreed import holder_of_question, public_already, wording_url
from .agreed_pages import agreed_page
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
from .sign_off_forms import AnswerForm
from .sign_off_shown import (
    changed_context,
    pictures_of,
    story_context,
    texts_of,
)
from .sign_off_states import State, state_of
from .takedowns import uses_told

OPEN = "moderation/sign_off.html"
AT_THIS_MOMENT = "Not kept: somebody was changing it at this moment. Send it again"
# Not those whose link gave way to a newer one, nor what is erased.
STILL_THEIRS = (State.OPEN, State.CHANGED, State.EXPIRED, State.CLOSED)


def found(link: str) -> tuple[SignOff, Record]:
    """The question that a link opens, and the record as it is now. Raises WrongLink."""
    question = question_of(link)
    story: Record = question.record.story
    return question, story


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def sign_off(request: HttpRequest, link: str) -> HttpResponse:
    question, record = found(link)
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
        question, record = found(link)
        return _too_late(request, question, record)
    except AlreadyDecided:
        form.add_error(None, AT_THIS_MOMENT)
        context = _open_context(question, record, form)
        return render_invalid(request, OPEN, context)
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
        "earlier": public_already(holder_of_question(question, record)),
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
        "asked": request.GET.get("asked", ""),
        "earlier": None,
        "changes": [],
        "is_still_quoted": True,
        "is_new_photo": False,
        "card_uses": [],
    }
    if state == State.ERASED:
        context["card_uses"] = uses_told(record, question.person)
    if state in STILL_THEIRS:
        context["earlier"] = public_already(holder_of_question(question, record))
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
