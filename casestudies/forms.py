"""The contributor's forms: to send a case study, and to send it again."""

from typing import Any

from django import forms

from amd.consent.models import Method, Use
from amd.consent.words import Person
from amd.moderation.answers import record_answer
from amd.moderation.public_forms import CardFields, ConsentFields, OrganisationFields
from amd.moderation.sending import AgainFields
from amd.moderation.start import save_words, start
from amd.records.models import Role
from amd.web.forms import NhsukModelForm

from . import rules
from .models import CaseStudy
from .signed import contributor_words
from .words_form import WordsFields


class CaseStudyForm(
    WordsFields, OrganisationFields, ConsentFields, CardFields, NhsukModelForm
):
    person = Person.CONTRIBUTOR
    # The contributor's own name is asked as "Working with".
    offered = (Use.WEBSITE, Use.PHOTO, Use.SOCIAL, Use.INTERNAL, Use.CONTACT)
    asked_in_some_cases = (*ConsentFields.asked_in_some_cases, *rules.CONDITIONAL)
    card_fields = rules.CARD_FIELDS
    shown_format = "portrait"
    drawn_as = "vignette"

    class Meta:
        model = CaseStudy
        fields = rules.MODEL_FIELDS

    def clean(self) -> dict[str, Any]:
        super().clean()
        rules.check_uses(self)
        return self.cleaned_data

    def parts(self) -> dict[str, list[forms.BoundField]]:
        """The questions by the part of the page on which they stand."""
        return {
            part: [self[name] for name in names] for part, names in rules.PARTS.items()
        }

    def send(self) -> CaseStudy:
        """The case study, sent; the one that is there where this form was sent before."""
        self.instance.form_key = self.record_key()
        return start(self.story(), by=Role.AUTHOR, save_more=self.save_more)

    def save_more(self) -> None:
        """Lists, picture and the contributor's answer, in the transaction of the move."""
        self.save_lists_and_picture()
        story = self.story()
        own_name = {Use.NAME, Use.TITLE} if story.working_with_me else set()
        record_answer(
            story,
            words=contributor_words(story),
            uses={*self.cleaned_data["uses"], *own_name},
            method=Method.WEB_FORM,
            by=Role.AUTHOR,
        )


class AgainForm(AgainFields, CaseStudyForm):
    """The same form about a case study that was sent back."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = self.story()
        self.initial["uses"] = self.uses_agreed()
        self.initial["version"] = self.record.version
        # What was declared of the earlier words is asked again of these.
        self.initial["no_patient_identifiable"] = False
        self.point_out()

    def save_words(self) -> None:
        save_words(self.story())
        self.save_more()
