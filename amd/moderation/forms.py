"""The forms of the review desk: the decision, a word vouched for, an end to it."""

from typing import Any, cast

from django import forms
from django.db import transaction

from amd.campaign.models import Reason
from amd.consent.models import VOUCHED, Method, Use
from amd.records.models import Record
from amd.web.forms import NhsukForm

from .models import Criterion, CriterionMark

DECISIONS = ("publish", "accept", "send_back", "decline")


class SeenForm(NhsukForm):
    """A form about a record as this person saw it."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class DecisionForm(SeenForm):
    """Reason and note for the author, and the criteria of a case study."""

    reason = forms.ModelChoiceField(
        Reason.objects.none(),
        required=False,
        label="Reason",
        empty_label="No reason from the list",
        help_text="The author reads its text, and your note below it.",
    )
    note = forms.CharField(
        required=False,
        max_length=2000,
        label="Note to the author",
        help_text="Needed to send back or decline. Notes could be released on request.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, record: Record, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = record
        reasons = cast("forms.ModelChoiceField", self.fields["reason"])
        reasons.queryset = Reason.objects.filter(is_active=True).exclude(
            move=Reason.Move.TAKE_DOWN
        )
        if record.story.has_criteria:
            self._ask_criteria()

    def _ask_criteria(self) -> None:
        marked = {m.criterion: m.mark for m in self.record.marks.all()}
        for criterion in Criterion:
            self.fields[f"criterion_{criterion.value}"] = forms.ChoiceField(
                label=f"{criterion.value}. {criterion.label}",
                choices=CriterionMark.Mark.choices,
                widget=forms.RadioSelect,
                required=False,
                initial=marked.get(criterion.value),
            )

    def criteria(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("criterion_")]

    @transaction.atomic
    def save_marks(self, user: Any) -> None:
        """Keep what was marked, whatever becomes of the decision.

        Nothing where the words changed since: the marks are about those that were seen.
        """
        seen = {"pk": self.record.pk, "version": self.cleaned_data["version"]}
        if not Record.objects.select_for_update().filter(**seen).exists():
            return
        for criterion in Criterion:
            mark = self.cleaned_data.get(f"criterion_{criterion.value}")
            if mark:
                CriterionMark.objects.update_or_create(
                    record_id=self.record.pk,
                    criterion=criterion.value,
                    defaults={"mark": mark, "marked_by": user},
                )


class EndForm(SeenForm):
    """Take down or withdraw: both ask why, and withdrawal asks again."""

    note = forms.CharField(
        max_length=500,
        label="Why",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class WithdrawForm(SeenForm):
    sure = forms.BooleanField(
        label="I understand that this cannot be undone",
        error_messages={"required": "Tick the box to withdraw it for good"},
    )


def use_choices(*, without: tuple[Use, ...] = ()) -> list[tuple[str, str]]:
    return [(use.value, use.label) for use in Use if use not in without]


class VouchFieldsMixin(forms.Form):
    """A person's own answer that a lead has heard or read, and vouches for."""

    checked = forms.BooleanField(
        required=False, label="I have checked these exact words with them"
    )
    uses = forms.MultipleChoiceField(
        choices=use_choices(),
        required=False,
        label="What they agreed to",
        widget=forms.CheckboxSelectMultiple,
    )
    method = forms.ChoiceField(
        choices=[("", "Choose how"), *((m.value, m.label) for m in VOUCHED)],
        required=False,
        label="How they told you",
    )
    how = forms.CharField(
        required=False,
        max_length=300,
        label="When, and where it is kept",
        help_text="For example: email of 3 June, in the shared mailbox",
    )

    def clean_vouch(self, *, required: bool) -> None:
        """Say at each field what is missing, once the lead says that she has checked."""
        data = self.cleaned_data
        if not data.get("checked"):
            if required or data.get("uses") or data.get("method") or data.get("how"):
                self.add_error("checked", "Tick this once you have checked with them")
            return
        if not data.get("uses"):
            self.add_error("uses", "Select what they agreed to")
        if not data.get("method"):
            self.add_error("method", "Choose how they told you")
        if not data.get("how"):
            self.add_error("how", "Enter when they told you and where it is kept")

    @property
    def has_vouched(self) -> bool:
        return bool(self.cleaned_data.get("checked"))

    def answer(self) -> dict[str, Any]:
        """What record_answer needs besides record, words and who vouches."""
        data = self.cleaned_data
        return {
            "uses": data["uses"],
            "method": Method(data["method"]),
            "how": data["how"],
        }


class VouchForm(VouchFieldsMixin, SeenForm):
    person = forms.CharField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.clean_vouch(required=True)
        return data
