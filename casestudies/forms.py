"""The contributor's forms: to send a case study, and to send it again."""

from typing import Any

from django import forms
from django.db import transaction

from amd.consent.models import ConsentRecord, Method, Use
from amd.consent.words import Person
from amd.moderation import moves
from amd.moderation.answers import record_answer
from amd.moderation.public_forms import CardFields, ConsentFields, OrganisationFields
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


class AgainForm(CaseStudyForm):
    """The same form about a case study that was sent back."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["uses"] = uses_agreed(self.story())
        self.initial["version"] = self.story().version
        # What was declared of the earlier words is asked again of these.
        self.initial["no_patient_identifiable"] = False

    def send_again(self) -> None:
        """Replace the words of the version that was seen, and send them.

        Raises AlreadyDecided or MoveNotAllowed, and changes nothing, where somebody
        else was first.
        """
        story = self.story()
        with transaction.atomic():
            moves.edit(
                story,
                by=Role.AUTHOR,
                seen_version=self.cleaned_data["version"] or 0,
                save=self._save_words,
            )
            moves.submit(story, by=Role.AUTHOR, seen_version=story.version)

    def show_version(self, version: int) -> None:
        """Let the next sending be about the case study as it is now."""
        self.data[self.add_prefix("version")] = str(version)

    def is_about(self, now: CaseStudy) -> bool:
        """Whether exactly these words were sent: the second of two clicks."""
        return self.story().words() == now.words()

    def _save_words(self) -> None:
        save_words(self.story())
        self.save_more()


def uses_agreed(story: CaseStudy) -> list[str]:
    """What the contributor answered last. One query."""
    answer = (
        ConsentRecord.objects.filter(record_id=story.pk, person=Person.CONTRIBUTOR)
        .order_by("-pk")
        .first()
    )
    return answer.uses if answer else []
