"""After a decision at the review desk: on to the next, or why nothing was changed."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html

from amd.campaign.models import User
from amd.records.errors import ModerationError, NotReady
from amd.records.models import Decision, Move, Record, Status

from .claims import let_go
from .decision_choices import Choice
from .forms import SeenForm
from .next_up import next_waiting
from .review_page import review_url

QUEUE = "admin:records_record_changelist"


def done(request: HttpRequest, record: Record, choice: Choice) -> HttpResponse:
    """Say what was done; the focus lands on the heading of what comes next."""
    user = cast("User", request.user)
    let_go(record, by=user)
    here = review_url(record)
    said = format_html('{}: <a href="{}">{}</a>.', choice.done, here, record)
    messages.success(request, said)
    is_public_already = (
        choice.move == Move.ESCALATE and record.status == Status.PUBLISHED
    )
    if not choice.leads_on or is_public_already:
        return redirect(here)
    following = next_waiting(user, after=record)
    if following:
        return redirect(review_url(following))
    # Django's own name for the place to which "Skip to main content" leads.
    return redirect(reverse(QUEUE) + "#content-start")


def is_second_click(
    request: HttpRequest, record: Record, move: Move, form: SeenForm
) -> bool:
    """Whether she did the very same with the first of two clicks. One query."""
    return Decision.objects.filter(
        record_id=record.pk,
        move=move,
        user=cast("User", request.user),
        version=form.cleaned_data["version"] + 1,
    ).exists()


def refuse(form: SeenForm, error: ModerationError, now: Record) -> None:
    """Say in the form why nothing was changed; the next try is about the record as it
    is now, which the page around it shows."""
    missing = error.missing if isinstance(error, NotReady) else [error.sentence]
    form.add_error(None, missing)
    # A copy, which the form made when it tidied the words.
    form.data["version"] = str(now.version)
