"""The questions about an endorsement itself, asked alike of champions and of leads."""

from typing import Any

from django import forms

from amd.consent.models import Use
from amd.pictures.fields import PictureField, PictureWidget
from amd.publishing.cards import card_of_copy, worst_problems

from . import extracts, limits, needs
from .models import Endorsement

ALL_USES = frozenset(Use.values)
# Which question a slot of the card is about.
QUESTIONS = {
    "name": "name",
    "title": "title",
    "organisation": "organisation_name",
    "photo": "photo",
}
TEXTS = ("quote", "extract", "name", "title")


class WordsFields(forms.Form):
    """Words, who said them, and a photo; what does not fit the card is said here.

    Stands before OrganisationFields, whose answers it needs.
    """

    quote = forms.CharField(
        label="Your endorsement",
        max_length=limits.QUOTE,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=(
            "What does evidence from your knowledge and library service make "
            "possible? Leave out anything that could identify a patient"
        ),
    )
    extract = forms.CharField(
        label="Words for the card",
        max_length=limits.EXTRACT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=(
            f"Needed only if your endorsement is longer than {limits.EXTRACT} "
            "characters. Choose the part that says it best, in the same words. "
            f"Write {extracts.CUT} where you leave something out"
        ),
    )
    name = forms.CharField(
        label="Full name",
        max_length=limits.NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
    )
    title = forms.CharField(
        label="Job title",
        max_length=limits.TITLE,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    photo = PictureField(
        label="Photo",
        required=False,
        help_text="JPEG, PNG or WebP, up to 15MB. Shown only if you agree to it below",
        widget=PictureWidget(crop="circle"),
    )
    photo_alt = forms.CharField(
        label="Description of the photo",
        max_length=250,
        required=False,
        help_text=(
            "For people who cannot see it, for example: a woman with short grey hair, "
            "smiling at the camera"
        ),
    )
    photo_credit = forms.CharField(
        label="Photo credit",
        max_length=120,
        required=False,
        help_text="Who took it, if they should be named",
    )

    def clean(self) -> dict[str, Any]:
        super().clean()
        self._check_lengths()
        if self.cleaned_data.get("photo") and not self.cleaned_data.get("photo_alt"):
            sentence = "Describe the photo for people who cannot see it"
            # As an empty question: a preview forgives it.
            self.add_error(
                "photo_alt", forms.ValidationError(sentence, code="required")
            )
        self._check_card()
        return self.cleaned_data

    def fill(self, endorsement: Endorsement) -> Endorsement:
        """Set the words typed so far; nothing is saved."""
        for name in TEXTS:
            setattr(endorsement, name, self.cleaned_data.get(name, ""))
        endorsement.photo = self.cleaned_data.get("photo")
        self.place(endorsement)  # type: ignore[attr-defined]  # of OrganisationFields
        return endorsement

    def claim_photo(self, endorsement: Endorsement) -> None:
        """Make the photo the endorsement's own, in the transaction that saves it."""
        if endorsement.photo:
            endorsement.photo.claim(
                alt_text=self.cleaned_data["photo_alt"],
                credit=self.cleaned_data["photo_credit"],
            )

    def _check_lengths(self) -> None:
        """Say in one sentence what the card needs; other errors of the two come first."""
        if "quote" in self.errors or "extract" in self.errors:
            return
        data = self.cleaned_data
        quote, extract = data.get("quote", ""), data["extract"]
        about = [*needs.about_length(quote, extract)]
        if quote:
            about += extracts.problems_of(extract, quote)
        for sentence in about:
            self._refuse("extract", sentence)

    def _check_card(self) -> None:
        """Beside each question that has no mistake yet, what the card cannot hold."""
        story = self.fill(Endorsement())
        answered = {name for name in self.fields if name not in self.errors}
        if "extract" not in answered:
            # Which words stand on the card is not settled.
            answered.discard("quote")
        for problem in worst_problems(card_of_copy(story.public_copy(ALL_USES))):
            spoken_of = "extract" if story.extract else "quote"
            question = QUESTIONS.get(problem.slot, spoken_of)
            if question in answered:
                self._refuse(question, problem.sentence)

    def _refuse(self, question: str, sentence: str) -> None:
        self.add_error(question, forms.ValidationError(sentence, code="card"))
