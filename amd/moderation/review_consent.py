"""The review desk asks people to sign off, and writes down what they told a lead."""

from typing import cast

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from amd.campaign.models import User
from amd.consent.models import ConsentRecord, SignOff
from amd.records.errors import ModerationError
from amd.records.models import Record

from . import sign_off
from .answers import record_answer
from .desk_door import record_of
from .forms import CHECKED, AskForm, PersonForm, VouchForm
from .gone_photo import unless_photo_is_gone
from .review_page import page_of, review_url

NOT_IN_IT = "Not kept: nothing in it is theirs to agree to any more. Read it again."
SENT = "Sent to {}: the link to their exact words. Their answer will be shown here."
NOT_SENT = (
    "Not sent: that link does not ask about these words any more. Ask them again."
)


@never_cache
@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail somebody the question; a link they may have from before stops working."""
    record = record_of(request, pk)
    lead = cast("User", request.user)
    form = AskForm(request.POST, record=record, by=lead)
    if not form.is_valid():
        return page_of(request, record, ask_form=form)
    data = form.cleaned_data
    try:
        if not sign_off.has_just_asked(record, data["person"], data["email"]):
            sign_off.ask(
                record,
                person=data["person"],
                email=data["email"],
                by=lead,
                seen_version=data["version"],
            )
    except ModerationError as error:
        return _refused(request, record, error, ask_form=form)
    messages.success(request, SENT.format(data["email"]))
    return redirect(review_url(record))


def _refused(
    request: HttpRequest, record: Record, error: ModerationError, **forms: PersonForm
) -> HttpResponse:
    """The page as the record is now, with what was typed for the person in it."""
    messages.error(request, error.sentence)
    now = record_of(request, record.pk)
    for form in forms.values():
        # A copy, which the form made when it tidied the words.
        form.data["version"] = str(now.version)
        if "checked" in form.fields:
            # Other words stand there now: whether they were checked is asked again.
            form.data.pop("checked", None)
            form.add_error("checked", CHECKED)
    return page_of(request, now, **forms)


@never_cache
@require_POST
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """The same link once more, for somebody who does not find the mail."""
    record = record_of(request, pk)
    form = PersonForm(request.POST)
    if not form.is_valid():
        raise Http404
    person = form.cleaned_data["person"]
    question = SignOff.objects.newest(record, person)
    words = sign_off.words_for(record, person)
    if question is None or not question.is_open or not question.covers(words):
        messages.error(request, NOT_SENT)
        return redirect(review_url(record))
    with transaction.atomic():
        sign_off.send_question(question)
    messages.success(request, f"Sent again to {question.email}: the same link.")
    return redirect(review_url(record))


@never_cache
@require_POST
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """A lead writes down what a person told her."""
    record = record_of(request, pk)
    form = VouchForm(request.POST, request.FILES)
    if not form.is_valid():
        return page_of(request, record, vouch_form=form)
    words = sign_off.words_for(record, form.cleaned_data["person"])
    if words is None:
        messages.error(request, NOT_IN_IT)
        return redirect(review_url(record))

    @transaction.atomic
    def keep() -> ConsentRecord:
        return record_answer(
            record,
            words=words,
            by=cast("User", request.user),
            seen_version=form.cleaned_data["version"],
            **form.answer(),
        )

    try:
        kept = unless_photo_is_gone(form, keep)
    except ModerationError as error:
        return _refused(request, record, error, vouch_form=form)
    if kept is None:
        return page_of(request, record, vouch_form=form)
    messages.success(request, "Kept: what they agreed to, for these exact words.")
    return redirect(review_url(record))


@never_cache
@require_safe
def paper(request: HttpRequest, pk: int, answer_pk: int) -> HttpResponse | FileResponse:
    """The photo of a letter, as large as it is kept: for the leads of the region alone."""
    record = record_of(request, pk)
    answer = get_object_or_404(record.consents.select_related("evidence"), pk=answer_pk)
    if answer.evidence is None or not answer.evidence.original:
        raise Http404
    photo = answer.evidence.original.open("rb")
    name = f"{record.address_reference}-paper.jpg"
    return FileResponse(photo, content_type="image/jpeg", filename=name)
