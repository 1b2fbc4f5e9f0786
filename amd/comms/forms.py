"""Noting where a card was used, and what became of it when it has to come down."""

from typing import Any

from django import forms
from django.utils import timezone

from amd.campaign.models import User
from amd.publishing import takedowns
from amd.publishing.models import CardUse, Publication, Takedown
from amd.publishing.uses import INSIDE, Use
from amd.web.forms import NhsukForm, NhsukModelForm

WHERE_EXACTLY = "Enter the web address, or the account, meeting or publication"
WHERES = [
    ("Networks", [(each, each.label) for each in CardUse.Where if each not in INSIDE]),
    (
        "Inside and on paper",
        [(each, each.label) for each in CardUse.Where if each in INSIDE],
    ),
]
NEEDED = {
    Use.SOCIAL: "networks",
    Use.INTERNAL: "use inside the NHS, in print and in talks",
}
# What became of it, as whoever took it down says it.
OUTCOMES = {
    Takedown.Outcome.DOWN: "It is taken down there",
    Takedown.Outcome.REPLACED: "The newer card stands there now",
    Takedown.Outcome.REMAINS: "It cannot be taken down: it is printed, or over",
}


class UseForm(NhsukModelForm):
    button = "Note this use"
    # One of the two is needed.
    asked_in_some_cases = ("address", "account")
    subjects = {
        "where": "where it was used",
        "address": "the web address",
        "account": "the account, meeting or publication",
        "used_on": "the day it was used",
    }
    where = forms.ChoiceField(
        label="Where it was used",
        choices=[("", "Choose where"), *WHERES],
    )
    address = forms.URLField(
        label="Web address",
        required=False,
        max_length=300,
        assume_scheme="https",
        help_text="Of the post or page, if it has one, so that it can be found again",
    )
    account = forms.CharField(
        label="Account, meeting or publication",
        required=False,
        max_length=120,
        help_text="For example: @sampleshirelibrary, or board meeting of 3 June",
    )
    used_on = forms.DateField(
        label="Day it was used",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    class Meta:
        model = CardUse
        fields = ("where", "address", "account", "used_on")

    def __init__(
        self, *args: Any, publication: Publication | None = None, **kwargs: Any
    ) -> None:
        """With the copy that is live, the form says what its person did not agree to."""
        super().__init__(*args, **kwargs)
        if publication:
            self.fields["where"].help_text = not_agreed(publication)

    def clean_used_on(self) -> Any:
        day = self.cleaned_data["used_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("The day it was used must not be in the future")
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        wrong = {"address", "account"} & set(self.errors)
        if not (wrong or data.get("address") or data.get("account")):
            self.add_error("account", WHERE_EXACTLY)
        return data

    def note(self, publication: Publication, user: User) -> CardUse:
        """The row; the second of two clicks finds the first one's."""
        return takedowns.note(publication.record, user, **self.cleaned_data)


def not_agreed(live: Publication) -> str:
    """What a use would need and does not have; "" where both are agreed."""
    missing = [NEEDED[use] for use in NEEDED if not live.allows(use)]
    if not missing:
        return ""
    return f"Not agreed to, so it has to come down again: {' and '.join(missing)}"


def noted(use: CardUse) -> str:
    """What staff read once it is kept."""
    if not use.has_to_come_down:
        return "Noted where it was used."
    return (
        "Noted where it was used. Its person has not agreed to that, so it has to come "
        "down: it is on the list of takedowns."
    )


class OutcomeForm(NhsukForm):
    button = "Keep this"
    subjects = {"outcome": "what became of it"}
    outcome = forms.ChoiceField(
        label="What became of it?", choices=(), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, takedown: Takedown, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.takedown = takedown
        choices = [(each.value, OUTCOMES[each]) for each in takedown.outcomes]
        self.fields["outcome"].choices = choices  # type: ignore[attr-defined]

    def finish(self, user: User) -> None:
        """Raises NotChanged where somebody was first."""
        outcome = Takedown.Outcome(self.cleaned_data["outcome"])
        takedowns.finish(self.takedown, user, outcome)
