"""The pages between a champion's form and the leads: check your email, confirm."""

import base64
from collections.abc import Callable
from functools import wraps
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from amd.cards import FORMATS, CardError, alt_text, draw
from amd.consent.models import ConsentRecord
from amd.moderation.by_link import by_link
from amd.moderation.links import my_link
from amd.moderation.sending import TOO_MANY, may_send
from amd.moderation.sign_off import sentences
from amd.publishing.cards import card_of_copy
from amd.records.errors import ModerationError
from amd.web.forms import NhsukForm, Send, render_invalid
from amd.web.policy import policy
from amd.web.throttle import allow

from .confirming import (
    VoidLink,
    ask_at,
    confirm,
    confirmed_by,
    sent_by,
    waiting_answer,
)
from .models import Endorsement

View = Callable[..., HttpResponse]

SCOPE = "endorsement"
CHECK_EMAIL = "endorsements/check_email.html"
CONFIRM = "endorsements/confirm.html"
VOID = "endorsements/void.html"
AGAIN = "again"
# Of one endorsement: nobody needs the same mail more often.
MAILS, MAIL_SECONDS = 5, 3600
TOO_OFTEN = "Not sent: we sent this email several times already. Wait an hour"
SHOWN = "landscape"
SPEAKS = {
    Endorsement.Capacity.PERSONALLY: "You speak personally.",
    Endorsement.Capacity.FOR_ORGANISATION: "You speak for your organisation.",
}


class AddressForm(NhsukForm):
    subjects = {"email": "your email address"}

    email = forms.EmailField(
        label="Email address",
        help_text="Correct it here if there is a mistake in it",
    )

    @property
    def helper(self) -> FormHelper:
        """What is to be done stands in the mail: this button is the second best."""
        helper = super().helper
        send = Send("send", "Send the email again")
        send.field_classes = "nhsuk-button--secondary"
        helper.add_input(send)
        return helper


class ConfirmForm(NhsukForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


def by_confirmation(view: View) -> View:
    """A page under a mailed link, with a page for one whose address was changed."""

    @by_link
    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except VoidLink as error:
            context = {"is_erased": not error.endorsement.author_email}
            return render(request, VOID, context, status=410)

    return wrapped


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def check_email(request: HttpRequest, link: str) -> HttpResponse:
    """What follows the form; the same page whether it was confirmed since or erased."""
    endorsement = sent_by(link)
    is_waiting = waiting_answer(endorsement) is not None
    context = {
        "endorsement": endorsement,
        "is_waiting": is_waiting,
        "is_again": AGAIN in request.GET,
    }
    if request.method != "POST" or not is_waiting:
        form = AddressForm(initial={"email": endorsement.author_email})
        return render(request, CHECK_EMAIL, {**context, "form": form})
    form = AddressForm(request.POST)
    if form.is_valid() and _sent_again(request, form, endorsement):
        return redirect(f"{request.path}?{AGAIN}")
    return render_invalid(request, CHECK_EMAIL, {**context, "form": form})


def _sent_again(
    request: HttpRequest, form: AddressForm, endorsement: Endorsement
) -> bool:
    """Whether the mail is on its way; if not, the form says why."""
    if not may_send(request, SCOPE):
        form.add_error(None, TOO_MANY)
    elif not allow("confirm-again", endorsement.reference, MAILS, MAIL_SECONDS):
        form.add_error(None, TOO_OFTEN)
    else:
        try:
            ask_at(endorsement, form.cleaned_data["email"])
        except ModerationError as error:
            form.add_error(None, error.sentence.rstrip("."))
    return form.is_valid()


@require_http_methods(["GET", "HEAD", "POST"])
@by_confirmation
def confirm_page(request: HttpRequest, link: str) -> HttpResponse:
    """Their words and a button: whatever opens the link for them presses nothing."""
    endorsement = confirmed_by(link)
    answer = waiting_answer(endorsement)
    if answer is None:
        # The second click, and every later one.
        return redirect("moderation:my", my_link(endorsement))
    if request.method != "POST":
        return _page(request, link, endorsement, answer)
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        return _page(request, link, endorsement, answer)
    try:
        confirm(endorsement, seen_version=form.cleaned_data["version"])
    except ModerationError as error:
        return _not_confirmed(request, link, error.sentence)
    return redirect("moderation:sent", my_link(endorsement))


def _not_confirmed(request: HttpRequest, link: str, sentence: str) -> HttpResponse:
    """As it is now: sent by the other of two clicks, or changed since it was read."""
    endorsement = confirmed_by(link)
    answer = waiting_answer(endorsement)
    if answer is None:
        return redirect("moderation:sent", my_link(endorsement))
    return _page(request, link, endorsement, answer, sentence=sentence)


def _page(
    request: HttpRequest,
    link: str,
    endorsement: Endorsement,
    answer: ConsentRecord,
    sentence: str = "",
) -> HttpResponse:
    context = {
        "endorsement": endorsement,
        "words": _quoted(endorsement.quote),
        "extract": endorsement.extract and _quoted(endorsement.extract),
        "card": {
            "name": endorsement.name,
            "title": endorsement.title,
            "organisation": endorsement.organisation_name,
        },
        "form": ConfirmForm(initial={"version": endorsement.version}),
        "speaks": SPEAKS[Endorsement.Capacity(endorsement.capacity)],
        "agreed": sentences(answer),
        "wording": answer.wording,
        "picture": _picture(endorsement, answer),
        "sentence": sentence,
        "again_url": reverse("endorsements:again", args=[link]),
        "invalid": bool(sentence),
    }
    response = render(request, CONFIRM, context, status=409 if sentence else 200)
    response.headers["Content-Security-Policy"] = policy(img_src="'self' data:")
    return response


def _quoted(text: str) -> dict[str, list[str]]:
    """As publishing/_quote.html sets a quotation."""
    return {"paragraphs": [line for line in text.splitlines() if line.strip()]}


def _picture(endorsement: Endorsement, answer: ConsentRecord) -> dict[str, Any] | None:
    """The card as they agreed to it, in the page itself: nothing of it has an address."""
    card = card_of_copy(endorsement.public_copy(frozenset(answer.uses)))
    try:
        drawn = draw(card, SHOWN, "png")
    except CardError:
        # Its sentence comes when they confirm; their words stand on the page.
        return None
    return {
        "src": f"data:image/png;base64,{base64.b64encode(drawn).decode()}",
        "alt": alt_text(card),
        "width": FORMATS[SHOWN].width_px,
        "height": FORMATS[SHOWN].height_px,
    }
