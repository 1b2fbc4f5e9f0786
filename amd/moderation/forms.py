"""The forms of the review desk: a question, a word vouched for, an end."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from amd.campaign.models import User
from amd.consent.models import END_AFTER, VOUCHED, Method, Use
from amd.pictures.fields import PictureField
from amd.records.models import Record
from amd.web.forms import NhsukForm

from .sign_off import wrong_address

NOT_WHOLE = "The page was not sent whole. Open it again"


class SeenForm(NhsukForm):
    """A form about a record as this person saw it."""

    version = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages={"required": NOT_WHOLE, "invalid": NOT_WHOLE},
    )


# The review page has another note on it.
DOWN_ID = "id_down_%s"


class EndForm(SeenForm):
    """Taking down asks why."""

    note = forms.CharField(
        max_length=500,
        label="Why",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class SureForm(SeenForm):
    """What cannot be undone asks again."""

    sure = forms.BooleanField(
        label="I understand that this cannot be undone",
        error_messages={"required": "Tick the box if you want to go on"},
    )


class PersonForm(SeenForm):
    """About one of the people in the record as this lead saw it."""

    person = forms.CharField(widget=forms.HiddenInput)


def use_choices(*, without: tuple[Use, ...] = ()) -> list[tuple[str, str]]:
    return [(use.value, use.label) for use in Use if use not in without]


# In the order in which either admin form and the review page ask for them.
VOUCH_FIELDS = ("checked", "uses", "method", "told_on", "evidence", "how")
CHECKED = "Tick this once you have checked with them"
KEPT = "Add a photo of the paper, or enter where it is kept"


class VouchFieldsMixin(forms.Form):
    """A person's own answer that a lead has heard or read, and vouches for.

    A tick alone is not enough: how, when, and the paper or where it is kept.
    """

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
    told_on = forms.DateField(
        required=False,
        label="When they told you",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Enter a real date, such as 3/6/2026"},
    )
    evidence = PictureField(
        required=False,
        label="Photo of the paper",
        help_text="A letter or form. Seen only by the leads of the region, never public",
    )
    how = forms.CharField(
        required=False,
        max_length=300,
        label="Where it is kept",
        help_text="Needed without a photo, for example: email, in the shared mailbox",
    )

    def clean_told_on(self) -> date | None:
        """A day in the time for which an answer counts."""
        told_on: date | None = self.cleaned_data["told_on"]
        today = timezone.localdate()
        if told_on and told_on > today:
            raise forms.ValidationError("Enter a date that is not in the future")
        if told_on and told_on <= today - END_AFTER:
            raise forms.ValidationError(
                "Enter a date in the last 5 years: ask them again about older words"
            )
        return told_on

    def clean_vouch(self, *, required: bool) -> None:
        """Say at each field what is missing, once the lead says that she has checked."""
        data = self.cleaned_data
        if not data.get("checked"):
            if required or any(data.get(name) for name in VOUCH_FIELDS):
                self.add_error("checked", CHECKED)
            return
        if not data.get("uses"):
            self.add_error("uses", "Select what they agreed to")
        if not data.get("method"):
            self.add_error("method", "Choose how they told you")
        if not data.get("told_on") and "told_on" not in self.errors:
            self.add_error("told_on", "Enter when they told you")
        has_paper = data.get("evidence") or "evidence" in self.errors
        if not data.get("how") and not has_paper:
            self.add_error("how", KEPT)

    @property
    def has_vouched(self) -> bool:
        return bool(self.cleaned_data.get("checked"))

    def answer(self) -> dict[str, Any]:
        """What record_answer needs besides record, words and who vouches.

        Claims the paper: call it in the transaction that keeps the answer. Raises
        Picture.DoesNotExist where it is gone.
        """
        data = self.cleaned_data
        method, paper = Method(data["method"]), data["evidence"]
        if paper:
            paper.claim(alt_text=f"{method.label} in which they agreed")
        return {
            "uses": data["uses"],
            "method": method,
            "how": data["how"],
            "told_on": data["told_on"],
            "evidence": paper,
        }


class VouchForm(VouchFieldsMixin, PersonForm):
    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.clean_vouch(required=True)
        return data


class AskForm(PersonForm):
    """Where the question goes: to the person, never to somebody who quotes them."""

    email = forms.EmailField(
        label="Their email address",
        error_messages={"required": "Enter their email address"},
    )

    def __init__(
        self, *args: Any, record: Record, by: User | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.record, self.by = record, by
        # A lead's own address would be offered.
        self.fields["email"].widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("email"):
            wrong = wrong_address(
                self.record,
                person=data.get("person", ""),
                email=data["email"],
                by=self.by,
            )
            if wrong:
                self.add_error("email", wrong)
        return data
