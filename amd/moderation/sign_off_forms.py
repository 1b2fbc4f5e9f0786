"""What a person fills in under their link: an answer, other uses, an address to ask."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.http import QueryDict

from amd.consent.asked import needed_for
from amd.consent.models import SignOff, Use
from amd.consent.words import SignedWords
from amd.web.forms import NhsukForm

from .public_forms import ConsentFields

Answer = SignOff.Answer
SAY_LIMIT = 2000
ANSWERS = (
    (Answer.APPROVED, "Approve"),
    (Answer.CHANGES, "Please change this"),
    (Answer.REFUSED, "No, thank you"),
)
NOTHING_TICKED = (
    "Select what we may do with your words. If it is nothing, select “No, thank you”"
)
NEW_WORDING = (
    "We have worded these choices anew while you had the page open. Read them again "
    "and select what you agree to"
)


class WordingFields(ConsentFields):
    """Boxes in the wording in force; an answer to an earlier one is asked again.

    class UsesForm(WordingFields, NhsukForm)
    """

    wording_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, person: str, offered: Iterable[Use], **kwargs: Any
    ) -> None:
        self.person = person
        self.offered = tuple(offered)
        super().__init__(*args, **kwargs)
        self.initial["wording_version"] = self.wording.version

    def check_wording(self) -> None:
        """Refuse ticks beside other sentences, and take them out of the boxes."""
        if self.cleaned_data.get("wording_version") == self.wording.version:
            return
        # A copy, which the form made when it tidied the words.
        data = cast("QueryDict", self.data)
        data.setlist("uses", [])
        data["wording_version"] = str(self.wording.version)
        self.add_error("uses", NEW_WORDING)


class AnswerForm(WordingFields, NhsukForm):
    """Approve, with the uses agreed; ask for a change; or say no."""

    asked_in_some_cases = ("uses", "change")
    subjects = {
        "answer": "your answer",
        "change": "what should be different",
        "uses": "what we may do with your words",
    }

    answer = forms.ChoiceField(
        label="Your answer", choices=ANSWERS, widget=forms.RadioSelect
    )
    change = forms.CharField(
        label="What should be different?",
        required=False,
        max_length=SAY_LIMIT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reason = forms.CharField(
        label="Would you like to say why?",
        required=False,
        max_length=SAY_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    # Sent by the page that says what cannot be published without a use.
    understood = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, words: SignedWords, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words
        self.fields["uses"].label = "What may we do with your words?"

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if data.get("answer") == Answer.CHANGES and not data.get("change"):
            if "change" not in self.errors:
                self.add_error("change", "Enter what should be different")
        elif data.get("answer") == Answer.APPROVED and "uses" not in self.errors:
            self.check_wording()
            if "uses" not in self.errors and not data.get("uses"):
                self.add_error("uses", NOTHING_TICKED)
        return data

    def missing(self) -> list[Use]:
        """What was not agreed to and cannot be left out, unless that was understood."""
        data = self.cleaned_data
        if data["answer"] != Answer.APPROVED or data.get("understood"):
            return []
        return [use for use in needed_for(self.words) if use not in data["uses"]]

    @property
    def comment(self) -> str:
        data = self.cleaned_data
        is_change = data["answer"] == Answer.CHANGES
        return str(data["change"] if is_change else data["reason"])


class UsesForm(WordingFields, NhsukForm):
    """The boxes as they stand, to change or to agree to again."""

    button = "Save what I agree to"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["uses"]
        field.label = "What you agree to"
        field.help_text = "Each is your own choice. Your present choices are selected"

    def clean(self) -> dict[str, Any]:
        super().clean()
        if "uses" not in self.errors:
            self.check_wording()
        return self.cleaned_data


class AskForm(NhsukForm):
    """The address of the person quoted, given by the contributor."""

    subjects = {"email": "their email address"}
    button = "Send them their words to check"

    email = forms.EmailField(
        label="Their work email address",
        max_length=254,
        help_text=(
            "We use it only to ask them about these words. It is never published"
        ),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def show_version(self, version: int) -> None:
        """Let the next sending be about the record as it is now."""
        self.data["version"] = str(version)
