"""What the pages of both public forms share: held back, sent back, sent again."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html

from amd.consent.models import OWN, ConsentRecord, Method
from amd.records.errors import ModerationError
from amd.records.models import Record, Role, Status
from amd.web.forms import render_invalid
from amd.web.throttle import allow, client_address

from . import moves
from .decided import asked_of, back_with_author, comments_for
from .public_forms import ConsentFields
from .story import Story

# Ticked by themselves, on the form or later on their own page.
OWN_HAND = (Method.WEB_FORM, *OWN)

# At a stand, and in many hospitals, everybody shares one address.
SENDINGS, SENDING_SECONDS = 60, 600
TOO_MANY = (
    "Not sent: many forms came from your network in the last few minutes. "
    "Wait 10 minutes and send it again"
)
CHANGED = (
    "Not sent: this {kind} was changed while you had it open. "
    "Your words are kept below. Read them again, then send them"
)


class AgainFields(forms.Form):
    """A form about a record that was sent back; stands before the form that it is.

    `record` is the row as it was fetched, `save_words` saves what was typed into it.
    """

    record: Record

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def point_out(self) -> None:
        point_out(self, self.record)

    def save_words(self) -> None:
        raise NotImplementedError

    def send_again(self) -> None:
        """Replace the words of the version that was seen, and send them.

        Raises AlreadyDecided or MoveNotAllowed, and changes nothing, where somebody
        else was first.
        """
        seen = self.cleaned_data["version"] or 0
        with transaction.atomic():
            moves.edit(
                self.record, by=Role.AUTHOR, seen_version=seen, save=self.save_words
            )
            moves.submit(self.record, by=Role.AUTHOR, seen_version=self.record.version)

    def show_version(self, version: int) -> None:
        """Let the next sending be about the record as it is now."""
        # A copy, which the form made when it tidied the words.
        self.data[self.add_prefix("version")] = str(version)  # type: ignore[index]

    def is_about(self, now: Record) -> bool:
        """Whether exactly this was sent and agreed to: the second of two clicks."""
        typed: Story = self.story()  # type: ignore[attr-defined]  # of the form it is
        agreed = set(self.cleaned_data["uses"])
        return typed.words() == now.story.words() and agreed == set(self.uses_agreed())

    def is_done(self, now: Record) -> bool:
        """Whether the first of two clicks did what this one asks."""
        return now.status == Status.SUBMITTED and self.is_about(now)

    def uses_agreed(self) -> list[str]:
        """What the author ticked last, of what the form asks. One query.

        Not what a lead wrote down for them: nothing is ticked that they did not tick.
        """
        form: ConsentFields = self  # type: ignore[assignment]  # it stands beside it
        return uses_agreed(self.record, form)


def point_out(form: forms.Form, record: Record) -> None:
    """Say beside each answer what the lead asks to change in it. One query."""
    for comment in comments_for(record):
        field = form.fields.get(comment.field)
        if field:
            field.help_text = format_html(
                '{} <strong class="amd-asked-here">Your library lead asks: {}</strong>',
                field.help_text,
                comment.text,
            )


def uses_agreed(record: Record, form: ConsentFields) -> list[str]:
    """What the author ticked last, of what this form asks. One query."""
    answer = (
        ConsentRecord.objects.filter(
            record_id=record.pk, person=form.person, method__in=OWN_HAND
        )
        .order_by("-pk")
        .first()
    )
    return [use for use in answer.uses if use in form.offered] if answer else []


def may_send(request: HttpRequest, scope: str) -> bool:
    return allow(scope, client_address(request), SENDINGS, SENDING_SECONDS)


def held_back(
    request: HttpRequest, form: Any, template: str, context: dict[str, Any]
) -> HttpResponse:
    """Status 429 with the words in the form. No picture is read: that is what costs."""
    form.is_valid()
    form.errors.clear()
    form.add_error(None, TOO_MANY)
    response = render_invalid(request, template, {**context, "form": form})
    response.status_code = 429
    return response


def sent_again(form: AgainFields, record: Record) -> bool:
    """Whether the words are with the leads now; if not, the form says why.

    The second of two clicks finds the words of the first, and is no mistake.
    """
    now = type(record)._default_manager.get(pk=record.pk)
    if form.is_done(now):
        return True
    seen = form.cleaned_data["version"]
    try:
        form.send_again()
    except ModerationError as error:
        now.refresh_from_db()
        is_with_author = now.status in (Status.DRAFT, Status.SENT_BACK)
        is_open = is_with_author and now.version != seen
        changed = CHANGED.format(kind=record.get_kind_display().lower())
        form.add_error(None, changed if is_open else error.sentence.rstrip("."))
        form.show_version(now.version)
        return False
    return True


def what_was_asked(record: Record) -> dict[str, Any]:
    """The reference, and what the lead wrote when it was last sent back. Two queries."""
    came_back = back_with_author(record).select_related("reason")
    decision = came_back.prefetch_related("comments").first()
    return {
        "reference": record.shown_reference,
        "reason": decision.reason.text if decision and decision.reason else "",
        "note": decision.note if decision else "",
        "comments": asked_of(record.story, decision) if decision else [],
    }
