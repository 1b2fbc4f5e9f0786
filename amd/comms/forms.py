"""Noting where a card was used."""

from typing import Any

from django import forms
from django.utils import timezone

from amd.campaign.models import User
from amd.publishing.models import CardUse, Publication
from amd.web.forms import NhsukModelForm

WHERE_EXACTLY = "Enter the web address, or the account, meeting or publication"


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
        choices=[("", "Choose where"), *CardUse.Where.choices],
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
        use: CardUse
        use, _ = CardUse.objects.get_or_create(
            record_id=publication.record_id, noted_by=user, **self.cleaned_data
        )
        return use
