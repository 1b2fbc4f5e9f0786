"""The story as a lead who records one, or edits one, is asked for it."""

from collections.abc import Mapping
from typing import Any, ClassVar, cast

from django import forms

from amd.campaign.models import Term
from amd.publishing.photos import let_go

from . import questions, rules
from .models import CaseStudy


class WordsFields(
    questions.StoryFields,
    questions.FigureFields,
    questions.QuoteFields,
    questions.PictureFields,
    questions.AuthorFields,
):
    """Every question about a case study itself, and what the answers must be together.

    Stands before OrganisationFields, whose answers it needs, and a ModelForm.
    """

    subjects: ClassVar[Mapping[str, str]] = rules.SUBJECTS
    field_order = rules.ORDER

    # Given by the ModelForm that it is mixed into.
    instance: CaseStudy

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, scheme in rules.SCHEMES.items():
            field = cast("forms.ModelMultipleChoiceField[Term]", self.fields[name])
            field.queryset = Term.objects.of(scheme)
        picture = self.former_picture = self.instance.picture
        self.initial["picture"] = picture
        if picture:
            self.initial["picture_alt"] = picture.alt_text
            self.initial["picture_credit"] = picture.credit

    def clean(self) -> dict[str, Any]:
        super().clean()
        rules.check_figure(self)
        rules.check_quote(self)
        rules.check_picture(self)
        return self.cleaned_data

    def _post_clean(self) -> None:
        """When the story has its words, ask whether the vignette holds them."""
        super()._post_clean()  # type: ignore[misc]  # of the ModelForm
        self.place(self.instance)  # type: ignore[attr-defined]  # of OrganisationFields
        rules.check_card(self)

    def save_lists_and_picture(self) -> None:
        """What stands beside the row, in the transaction of the move."""
        story, data = self.instance, self.cleaned_data
        self._save_m2m()  # type: ignore[attr-defined]  # of the ModelForm
        if story.picture:
            story.picture.claim(
                alt_text=data["picture_alt"], credit=data["picture_credit"]
            )
        if self.former_picture and self.former_picture.pk != story.picture_id:
            let_go(self.former_picture)
