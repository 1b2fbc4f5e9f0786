"""The forms of a decision: the criteria and a note, and what the author is written."""

from collections.abc import Iterator
from typing import Any, cast

from django import forms
from django.db import transaction
from django.utils import timezone

from amd.campaign.models import Reason, User
from amd.records.models import Move, Record, Role

from .claims import refuse_if_claimed
from .decision_choices import BY_MOVE, MARKED_IN
from .decision_mail import Letter, letter_of
from .forms import SeenForm
from .models import Criterion, CriterionMark
from .step import check_allowed, hold

CHOOSE = "Choose one of the buttons to decide"
MARK_IT = "Mark criterion {}, or clear the comment on it"
GONE_REASON = "That reason is not in the list any more. Choose another, or none"
# Field of a question → the field of the form in which a lead comments on it.
ON = "on_{}"


class NoteForm(SeenForm):
    """Whatever is decided, a word for the author may go with it."""

    note = forms.CharField(
        required=False,
        max_length=2000,
        label="Note to the author",
        help_text="They read it on their page. Notes could be released on request.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AskingMore(forms.Form):
    """Asks what depends on the record, too; stands after the form that words it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_more()

    def ask_more(self) -> None:
        raise NotImplementedError


class DecisionForm(NoteForm, AskingMore):
    """The criteria of a case study, each with a comment of the lead's own."""

    decision = forms.ChoiceField(
        choices=[(choice.value, choice.label) for choice in BY_MOVE.values()],
        widget=forms.HiddenInput,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )

    def __init__(self, *args: Any, record: Record, **kwargs: Any) -> None:
        self.record = record
        super().__init__(*args, **kwargs)

    def ask_more(self) -> None:
        if not self.record.story.has_criteria or self.record.status not in MARKED_IN:
            return
        marked = {mark.criterion: mark for mark in self.record.marks.all()}
        for criterion in Criterion:
            mark = marked.get(criterion.value)
            self.fields[f"criterion_{criterion.value}"] = forms.ChoiceField(
                label=f"{criterion.value}. {criterion.label}",
                choices=CriterionMark.Mark.choices,
                widget=forms.RadioSelect,
                required=False,
                initial=mark.mark if mark else None,
            )
            self.fields[f"comment_{criterion.value}"] = forms.CharField(
                label=f"Comment on criterion {criterion.value}",
                max_length=500,
                required=False,
                initial=mark.comment if mark else "",
                widget=forms.Textarea(attrs={"rows": 1}),
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for criterion in Criterion:
            name = f"criterion_{criterion.value}"
            is_marked = data.get(name) or name in self.errors
            if data.get(f"comment_{criterion.value}") and not is_marked:
                self.add_error(name, MARK_IT.format(criterion.value))
        return data

    def criteria(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Each mark with the comment on it."""
        return [
            (self[name], self[name.replace("criterion", "comment")])
            for name in self.fields
            if name.startswith("criterion_")
        ]

    def typed(self) -> list[tuple[str, str]]:
        """Every word as it was typed, where it cannot be sent any more."""
        words = [self["note"], *(comment for _, comment in self.criteria())]
        return [(str(each.label), each.value()) for each in words if each.value()]

    @property
    def move(self) -> Move:
        return Move(self.cleaned_data["decision"])

    @transaction.atomic
    def save_marks(self, user: User) -> None:
        """Keep what was marked, also where the decision itself turns out not to be ready.

        Raises ModerationError and keeps nothing where it may not be decided by her, or
        the words have changed: the marks are about those that were seen.
        """
        hold(self.record, seen_version=self.cleaned_data["version"])
        check_allowed(self.record, self.move, Role.LEAD)
        refuse_if_claimed(self.record, by=user)
        for criterion, mark, comment in self._new_marks():
            CriterionMark.objects.update_or_create(
                record_id=self.record.pk,
                criterion=criterion,
                defaults={
                    "mark": mark,
                    "comment": comment,
                    "marked_by": user,
                    "marked_at": timezone.now(),
                },
            )

    def _new_marks(self) -> Iterator[tuple[int, str, str]]:
        """Those that say something else than is kept: nobody takes over another's."""
        for field, comment in self.criteria():
            mark = self.cleaned_data[field.name]
            text = self.cleaned_data[comment.name]
            if mark and (mark, text) != (field.initial, comment.initial):
                yield int(field.name.removeprefix("criterion_")), mark, text


class AnswerForm(NoteForm, AskingMore):
    """What the author is written: a reason, a note, and a comment by question."""

    reason = forms.ModelChoiceField(
        Reason.objects.none(),
        required=False,
        label="Reason",
        empty_label="No reason from the list",
        help_text="The author reads its text, and your note below it.",
        error_messages={"invalid_choice": GONE_REASON},
    )
    # The digest of the mail as it was shown, so that no other one is sent.
    shown = forms.CharField(required=False, widget=forms.HiddenInput, max_length=64)
    field_order = ("version", "shown", "reason", "note")

    def __init__(self, *args: Any, record: Record, move: Move, **kwargs: Any) -> None:
        self.record, self.move = record, move
        super().__init__(*args, **kwargs)

    def ask_more(self) -> None:
        reasons = cast("forms.ModelChoiceField[Reason]", self.fields["reason"])
        reasons.queryset = Reason.objects.filter(
            is_active=True, move=Reason.Move(self.move.value)
        )
        if self.move != Move.SEND_BACK:
            return
        for field, name in self.record.story.questions().items():
            self.fields[ON.format(field)] = forms.CharField(
                label=name,
                max_length=1000,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        said = data.get("reason") or data.get("note") or self.comments()
        if not said and not self.errors:
            self.add_error(None, self.nothing_said)
        return data

    @property
    def nothing_said(self) -> str:
        if self.move == Move.SEND_BACK:
            return "Choose a reason, write a note, or comment on an answer"
        return "Choose a reason or write a note"

    def questions(self) -> list[tuple[forms.BoundField, str]]:
        """Where to comment, with the answer as it stands."""
        answers = self.record.story.answers()
        return [
            (self[ON.format(field)], answers[field])
            for field in self.record.story.questions()
            if ON.format(field) in self.fields
        ]

    def comments(self) -> dict[str, str]:
        found = {
            field: self.cleaned_data.get(ON.format(field), "")
            for field in self.record.story.questions()
        }
        return {field: text for field, text in found.items() if text}

    def said(self) -> dict[str, Any]:
        """What the move is told, and its mail is made of."""
        data = self.cleaned_data
        said: dict[str, Any] = {"reason": data["reason"], "note": data["note"]}
        if self.move == Move.SEND_BACK:
            said["comments"] = self.comments()
        return said

    def letter(self) -> Letter:
        return letter_of(self.record, self.move, **self.said())
