"""Changing or taking back what was agreed, under either kind of private link."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from amd.consent.models import END_AFTER
from amd.consent.words import Person
from amd.records.errors import ModerationError
from amd.web.forms import render_invalid

from .agreed import Holder, agreed_context, may_withdraw, offered_to, wording_url
from .by_link import note
from .changes_of_mind import change_uses, take_back
from .consequences import consequences
from .sign_off_forms import UsesForm

USES = "moderation/uses.html"
WITHDRAW = "moderation/withdraw.html"
KEPT = "?kept=1"


def agreed_page(request: HttpRequest, holder: Holder, **more: Any) -> HttpResponse:
    context = {
        **agreed_context(holder),
        "kind": holder.record.get_kind_display().lower(),
        "is_kept": "kept" in request.GET,
        "is_part": holder.person == Person.QUOTED,
        "question": None,
        "is_late": False,
        "texts": None,
        "pictures": None,
        "my_url": "",
        **more,
    }
    return render(request, "moderation/agreed.html", context)


def uses_page(request: HttpRequest, holder: Holder) -> HttpResponse:
    """The boxes as they stand. Saving them unchanged is agreeing again."""
    answers = holder.answers()
    if not answers:
        return redirect(holder.home)
    answer = answers[0]
    asked = {"person": holder.person, "offered": offered_to(holder, answer)}
    initial = {"uses": answer.uses}
    form = UsesForm(initial=initial, **asked)
    context = {
        "holder": holder,
        "form": form,
        "answer": answer,
        "kind": holder.record.get_kind_display().lower(),
        "consequences": consequences(holder.person, answer.uses),
        "is_new_wording": form.wording.pk != answer.wording_id,
        "wording_url": wording_url(form.wording),
        "until": timezone.localdate() + END_AFTER,
    }
    if request.method != "POST":
        return render(request, USES, context)
    form = context["form"] = UsesForm(request.POST, initial=initial, **asked)
    if not form.is_valid():
        return render_invalid(request, USES, context)
    try:
        change_uses(
            holder.record,
            person=holder.person,
            uses=form.cleaned_data["uses"],
            by=holder.by,
            digest=holder.digest,
        )
    except ModerationError as error:
        note("uses-not-kept", holder.by)
        form.add_error(None, error.sentence.rstrip("."))
        return render_invalid(request, USES, context)
    return redirect(holder.home + KEPT)


def withdraw_page(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Says what will happen, then does it. The second click finds it done."""
    if not may_withdraw(holder):
        return redirect(holder.home)
    context = {
        **agreed_context(holder),
        "kind": holder.record.get_kind_display().lower(),
        "is_part": holder.person == Person.QUOTED,
        "error": "",
    }
    if request.method != "POST":
        return render(request, WITHDRAW, context)
    try:
        take_back(holder.record, person=holder.person, by=holder.by)
    except ModerationError as error:
        note("not-withdrawn", holder.by)
        context["error"] = error.sentence
        return render(request, WITHDRAW, context, status=409)
    return redirect(holder.home)
