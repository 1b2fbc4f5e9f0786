"""The contributor has the person they quote asked about their words."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from amd.consent.models import SignOff
from amd.consent.words import Person
from amd.records.errors import ModerationError
from amd.records.models import Record, Role, Status
from amd.web.forms import render_invalid
from amd.web.throttle import allow

from .asking import Standing, standings
from .by_link import by_link, note, record_of
from .links import MY
from .sign_off import WrongAddress, has_just_asked
from .sign_off import ask as ask_person
from .sign_off_forms import AskForm

TEMPLATE = "moderation/ask.html"
ASKED_BY_AUTHOR = (Status.SUBMITTED, Status.SENT_BACK, Status.ACCEPTED)
# One person of one case study: a mistyped address is corrected, nobody is pestered.
ASKS, ASK_SECONDS = 5, 24 * 60 * 60
TOO_MANY = (
    "Not sent: they have been asked 5 times since yesterday. Wait until tomorrow, or "
    "ask your library lead"
)
CHANGED = (
    "Not sent: the case study was changed while you had this page open. Send again"
)


@dataclass(frozen=True)
class Quoted:
    """The person quoted, as the contributor's page tells of them."""

    standing: Standing
    may_ask: bool

    @property
    def question(self) -> SignOff | None:
        return self.standing.question

    @property
    def address(self) -> str:
        """Only where the contributor gave it."""
        asked = self.question
        return asked.email if asked and asked.asked_as == Role.AUTHOR else ""


def quoted_person(record: Record) -> Quoted | None:
    """Nobody where the story quotes and shows nobody by name. Two queries."""
    if record.status == Status.WITHDRAWN:
        return None
    theirs = [s for s in standings(record) if s.words.person == Person.QUOTED]
    if not theirs:
        return None
    return Quoted(theirs[0], may_ask=record.status in ASKED_BY_AUTHOR)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def ask(request: HttpRequest, link: str) -> HttpResponse:
    record = record_of(link)
    quoted = quoted_person(record)
    if quoted is None or not quoted.may_ask:
        return redirect("moderation:my", link)
    initial = {"email": quoted.address, "version": record.version}
    context = {
        "quoted": quoted,
        "words": quoted.standing.words.texts,
        "my_url": reverse("moderation:my", args=[link]),
    }
    if request.method != "POST":
        form = AskForm(initial=initial)
        return render(request, TEMPLATE, {**context, "form": form})
    form = AskForm(request.POST, initial=initial)
    if form.is_valid() and _is_asked(form, record):
        return redirect("moderation:my", link)
    return render_invalid(request, TEMPLATE, {**context, "form": form})


def _is_asked(form: AskForm, record: Record) -> bool:
    """Whether they have the question now; if not, the form says why.

    The second of two clicks finds the question of the first, and sends no other.
    """
    email, version = form.cleaned_data["email"], form.cleaned_data["version"]
    if has_just_asked(record, Person.QUOTED, email):
        return True
    if not allow("ask-quoted", str(record.pk), ASKS, ASK_SECONDS):
        note("ask-held-back", MY)
        form.add_error(None, TOO_MANY)
        return False
    try:
        ask_person(
            record,
            person=Person.QUOTED,
            email=email,
            by=Role.AUTHOR,
            seen_version=version,
        )
    except WrongAddress as error:
        form.add_error("email", error.sentence)
        return False
    except ModerationError:
        form.add_error(None, CHANGED)
        record.refresh_from_db(fields=["version"])
        form.show_version(record.version)
        return False
    return True
