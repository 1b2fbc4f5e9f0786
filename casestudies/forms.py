"""The contributor's forms: to send a case study, and to send it again."""

from typing import Any, ClassVar, cast

from django import forms
from django.db import transaction

from amd.campaign.models import Term
from amd.consent.models import ConsentRecord, Method, Use
from amd.consent.words import Person
from amd.moderation import moves
from amd.moderation.answers import record_answer
from amd.moderation.public_forms import CardFields, ConsentFields, OrganisationFields
from amd.moderation.start import save_words, start
from amd.publishing.photos import let_go
from amd.records.models import Role
from amd.web.forms import NhsukModelForm

from . import questions, rules
from .models import CaseStudy
from .signed import contributor_words


class CaseStudyForm(
    questions.StoryFields,
    questions.FigureFields,
    questions.QuoteFields,
    questions.PictureFields,
    questions.AuthorFields,
    OrganisationFields,
    ConsentFields,
    CardFields,
    NhsukModelForm,
):
    person = Person.CONTRIBUTOR
    # The contributor's own name is asked as "Working with".
    offered = (Use.WEBSITE, Use.PHOTO, Use.SOCIAL, Use.INTERNAL, Use.CONTACT)
    subjects: ClassVar[dict[str, str]] = rules.SUBJECTS
    asked_in_some_cases = (*ConsentFields.asked_in_some_cases, *rules.CONDITIONAL)
    card_fields = rules.CARD_FIELDS
    shown_format = "portrait"
    drawn_as = "vignette"
    field_order = rules.ORDER

    class Meta:
        model = CaseStudy
        fields = rules.MODEL_FIELDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, scheme in rules.SCHEMES.items():
            field = cast(forms.ModelMultipleChoiceField, self.fields[name])
            field.queryset = Term.objects.of(scheme)
        self.former = self.instance.picture

    def clean(self) -> dict[str, Any]:
        super().clean()
        rules.check_figure(self)
        rules.check_quote(self)
        rules.check_picture(self)
        rules.check_uses(self)
        return self.cleaned_data

    def _post_clean(self) -> None:
        """When the story has its words, ask whether the vignette holds them."""
        super()._post_clean()
        self.place(self.instance)
        rules.check_card(self)

    def story(self) -> CaseStudy:
        """What the form says so far, for a preview; not saved."""
        story: CaseStudy = self.instance
        return story

    def send(self) -> CaseStudy:
        """The case study, sent; the one that is there where this form was sent before."""
        self.instance.form_key = self.record_key()
        return start(self.story(), by=Role.AUTHOR, save_more=self.save_more)

    def save_more(self) -> None:
        """Lists, picture and the contributor's answer, in the transaction of the move."""
        story, data = self.story(), self.cleaned_data
        self._save_m2m()
        if story.picture:
            story.picture.claim(
                alt_text=data["picture_alt"], credit=data["picture_credit"]
            )
        own_name = {Use.NAME, Use.TITLE} if story.working_with_me else set()
        record_answer(
            story,
            words=contributor_words(story),
            uses={*data["uses"], *own_name},
            method=Method.WEB_FORM,
            by=Role.AUTHOR,
        )


class AgainForm(CaseStudyForm):
    """The same form about a case study that was sent back."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial |= filled_in(self.story())

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
        story = self.story()
        save_words(story)
        self.save_more()
        if self.former and self.former.pk != story.picture_id:
            let_go(self.former)


def filled_in(story: CaseStudy) -> dict[str, Any]:
    """What is not a column of the case study; what it declared is asked again."""
    picture = story.picture
    answer = (
        ConsentRecord.objects.filter(record_id=story.pk, person=Person.CONTRIBUTOR)
        .order_by("-pk")
        .first()
    )
    return {
        "picture": picture,
        "picture_alt": picture.alt_text if picture else "",
        "picture_credit": picture.credit if picture else "",
        "uses": answer.uses if answer else [],
        "no_patient_identifiable": False,
        "version": story.version,
    }
