"""The two forms of a card to make: a leader's words, or an impact story in brief."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from amd.cards import SOCIAL_CARD, VIGNETTE
from amd.publishing.cards import PHOTO_PX
from amd.web.words import one_line

from . import limits
from .fields import HeldField, HeldWidget, LineField
from .make_form import MakeForm


class WordsField(forms.CharField):
    """Prose with a limit in words, counted on the page and said by how many over."""

    def __init__(self, *, max_words: int, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 6}), **kwargs)
        self.max_words = max_words


class SocialCardForm(MakeForm):
    design = SOCIAL_CARD
    words = ("quote", "name", "title", "organisation")
    first_shown = "landscape"
    standing_in = {
        "quote": "Their words stand here as you type them.",
        "name": "Their name",
        "title": "Their job title",
    }
    field_order = (*words, *MakeForm.pictures, "theme", "shown")

    quote = forms.CharField(
        label="Quote",
        max_length=limits.QUOTE,
        help_text=(
            "Their exact words. Leave out anything that could identify a patient"
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    photo = HeldField(
        name="photo",
        short_side_px=PHOTO_PX,
        label="Photo",
        required=False,
        help_text="JPEG, PNG or WebP, up to 15MB",
        widget=HeldWidget(crop="circle"),
    )


class VignetteForm(MakeForm):
    design = VIGNETTE
    words = (
        "headline",
        "figure",
        "figure_basis",
        "body",
        "quote",
        "name",
        "title",
        "organisation",
        "working_with",
        "service",
    )
    first_shown = "portrait"
    standing_in = {"headline": "Your headline stands here: the result first"}
    field_order = (*words, *MakeForm.pictures, "theme", "shown")

    headline = forms.CharField(
        label="Headline",
        max_length=limits.HEADLINE,
        help_text=(
            "One line with the result first. For example: "
            "Ward equipment chosen on evidence saves a trust £120,000 a year"
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    figure = forms.CharField(
        label="Figure",
        max_length=limits.FIGURE,
        required=False,
        help_text="The one number to remember. For example: £120,000",
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-10"}),
    )
    figure_basis = forms.CharField(
        label="What the figure is",
        max_length=limits.FIGURE_BASIS,
        required=False,
        help_text=(
            "And whether it was measured or estimated. For example: saved a year on "
            "pumps, measured"
        ),
    )
    body = WordsField(
        max_words=limits.BODY_WORDS,
        label="The story in brief",
        required=False,
        help_text=(
            "The problem, what the library did, what changed. Leave out anything that "
            "could identify a patient"
        ),
    )
    quote = forms.CharField(
        label="Quote",
        max_length=limits.QUOTE_ON_VIGNETTE,
        required=False,
        help_text="The exact words of somebody who benefited",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    name = LineField(
        label="Full name of the person quoted",
        max_length=limits.NAME,
        help_text="Or their role, if they are not to be named",
        widget=forms.TextInput(attrs={"spellcheck": "false"}),
    )
    title = LineField(label="Their job title", max_length=limits.TITLE)
    organisation = LineField(label="Their organisation", max_length=limits.ORGANISATION)
    working_with = LineField(
        label="Working with",
        max_length=limits.WORKING_WITH,
        help_text="The librarian's name and job title, if they want to be named",
    )
    service = forms.CharField(
        label="Knowledge and library service",
        max_length=limits.SERVICE,
        required=False,
    )
    photo = HeldField(
        name="photo",
        short_side_px=PHOTO_PX,
        label="Picture",
        required=False,
        help_text="JPEG, PNG or WebP, up to 15MB. It stands above the headline",
        widget=HeldWidget(crop="panel"),
    )

    def clean_headline(self) -> str:
        """The box is two lines high; the headline is one line."""
        return one_line(self.cleaned_data["headline"])

    def clean(self) -> dict[str, Any]:
        """A figure without its basis is a claim that nobody can check."""
        data = super().clean() or self.cleaned_data
        has_basis = data.get("figure_basis") or "figure_basis" in self.errors
        if data.get("figure") and not has_basis:
            sentence = "Enter what the figure is, and how it is known"
            missing = ValidationError(sentence, code="required")
            self.add_error("figure_basis", missing)
        return data


FORMS: dict[str, type[MakeForm]] = {
    form.design.name: form for form in (SocialCardForm, VignetteForm)
}
