"""The desk asks a colleague, shows what they say, and takes a question back."""

from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from amd.campaign.models import User
from amd.records.errors import ModerationError
from amd.records.models import Record
from amd.web.forms import NhsukForm
from amd.web.throttle import allow

from . import colleagues
from .desk_door import record_of
from .models import ColleagueQuestion

# Of one lead: a mistake that repeats itself must not fill other people's mailboxes.
ASKED, ASKED_SECONDS = 20, 60 * 60
TOO_MANY = "You have asked 20 questions in the last hour. Wait before you ask another"


class AskColleagueForm(NhsukForm):
    subjects = {"email": "your colleague's email address", "question": "your question"}

    email = forms.EmailField(
        label="Your colleague's email address",
        help_text="They need no account. They read the words as they would be public.",
    )
    question = forms.CharField(
        label="Your question",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, record: Record, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_colleague_%s", **kwargs})
        self.record, self.by = record, by
        # A lead's own address would be offered.
        self.fields["email"].widget.attrs["autocomplete"] = "off"

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        wrong = colleagues.wrong_address(self.record, email=email, by=self.by)
        if wrong:
            raise forms.ValidationError(wrong)
        return email


class StopForm(forms.Form):
    question = forms.IntegerField(min_value=1, max_value=2**63 - 1)


def colleagues_context(record: Record, user: Any = None) -> dict[str, Any]:
    """What _colleagues.html is given as `colleagues`. One query."""
    asked = colleagues.questions_about(record)
    may_ask = record.status in colleagues.ASKED_WHILE
    if not asked and not may_ask:
        return {"colleagues": None}
    form = AskColleagueForm(record=record, by=user) if may_ask else None
    return {"colleagues": {"asked": [_shown(e, record) for e in asked], "form": form}}


def _shown(question: ColleagueQuestion, record: Record) -> dict[str, Any]:
    state = colleagues.state_of(question, record)
    return {
        "pk": question.pk,
        "email": question.email,
        "by": str(question.asked_by or "somebody whose account is gone"),
        "asked_at": question.asked_at,
        "question": question.question,
        "answer": question.answer,
        "answered_at": question.answered_at,
        "state": state.label,
        "is_open": state == colleagues.State.OPEN,
        "until": question.expires_at,
    }


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_colleague(request: HttpRequest, pk: int) -> HttpResponse:
    """The form stands on the review page too; here it is shown with what is wrong."""
    record, lead = record_of(request, pk), cast("User", request.user)
    form = AskColleagueForm(request.POST or None, record=record, by=lead)
    if request.method == "POST" and form.is_valid() and _may_ask_more(form):
        try:
            colleagues.ask(record, by=lead, **form.cleaned_data)
        except ModerationError as error:
            form.add_error(None, error.sentence)
        else:
            to = form.cleaned_data["email"]
            messages.success(
                request, f"Sent to {to}. Their answer is mailed to you and shown here."
            )
            return _back(record)
    context = {
        **admin.site.each_context(request),
        "title": f"Ask a colleague: {record}",
        "record": record,
        "form": form,
    }
    # A refused form answers 200, as the admin does everywhere.
    return render(request, "admin/records/record/ask_colleague.html", context)


def _may_ask_more(form: AskColleagueForm) -> bool:
    if allow("ask-colleague", str(form.by.pk), ASKED, ASKED_SECONDS):
        return True
    form.add_error(None, TOO_MANY)
    return False


@never_cache
@require_POST
def stop_asking(request: HttpRequest, pk: int) -> HttpResponse:
    record = record_of(request, pk)
    form = StopForm(request.POST)
    if not form.is_valid():
        raise Http404
    if colleagues.stop(record, seen=form.cleaned_data["question"]):
        messages.success(request, "Taken back: the link does not work any more.")
    else:
        messages.error(request, "Not changed: that question is answered already.")
    return _back(record)


def _back(record: Record) -> HttpResponse:
    page = reverse("admin:records_record_review", args=[record.pk])
    return redirect(f"{page}#colleagues")
