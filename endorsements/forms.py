"""A champion's own forms: to offer an endorsement, and to send it again."""

from typing import Any, cast

from crispy_forms.helper import FormHelper
from django import forms
from django.urls import reverse

from amd.consent.models import Method, Use
from amd.consent.words import Person
from amd.moderation.answers import record_answer
from amd.moderation.public_forms import CardFields, ConsentFields, OrganisationFields
from amd.moderation.sending import AgainFields
from amd.moderation.start import save_words, start
from amd.publishing.photos import let_go
from amd.records.models import Role
from amd.web.forms import NhsukForm

from . import layout
from .models import Endorsement
from .words_form import WordsFields

NEEDED = (Use.WEBSITE, Use.NAME, Use.TITLE)
WITHOUT_THEM = (
    "Select the website, your name, and your job title and organisation: "
    "we cannot publish an endorsement without these three"
)


class EndorsementForm(
    WordsFields, OrganisationFields, ConsentFields, CardFields, NhsukForm
):
    person = Person.CHAMPION
    card_fields = (
        "quote",
        "extract",
        "name",
        "title",
        "organisation_name",
        "photo",
    )
    asked_in_some_cases = ("extract", "photo_alt", "region", "uses")
    subjects = {
        "quote": "your endorsement",
        "extract": "the words for the card",
        "name": "your full name",
        "title": "your job title",
        "organisation_name": "your organisation",
        "region": "your region",
        "author_email": "your email address",
        "photo": "a photo",
        "photo_alt": "the description of the photo",
        "photo_credit": "the photo credit",
        "uses": "what you agree to",
    }
    field_order = (
        "quote",
        "extract",
        "name",
        "title",
        "organisation_name",
        "region",
        "author_email",
        "photo",
        "photo_alt",
        "photo_credit",
        "uses",
    )
    send_text = "Send your endorsement"

    uses = forms.MultipleChoiceField(
        label="What may we do with your words?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    author_email = forms.EmailField(
        label="Email address",
        help_text=(
            "We send your private link here, and a library lead may write to check "
            "your words. It is never published"
        ),
    )

    def clean(self) -> dict[str, Any]:
        super().clean()
        agreed = self.cleaned_data.get("uses", [])
        if "uses" not in self.errors and not set(NEEDED) <= set(agreed):
            # An empty question, as far as a preview is concerned.
            self.add_error("uses", forms.ValidationError(WITHOUT_THEM, code="required"))
        return self.cleaned_data

    @property
    def helper(self) -> FormHelper:
        return layout.helper(
            self, preview_url=reverse("endorsements:preview"), send=self.send_text
        )

    def story(self) -> Endorsement:
        """What the form says so far, for a preview; not saved."""
        return self.fill(Endorsement())

    def fill(self, endorsement: Endorsement) -> Endorsement:
        super().fill(endorsement)
        endorsement.author_name = endorsement.name
        endorsement.author_email = self.cleaned_data.get("author_email", "")
        return endorsement

    def save(self) -> Endorsement:
        """The endorsement, sent; the one that is there where this form was sent before."""
        endorsement = self.fill(Endorsement(form_key=self.record_key()))
        return start(
            endorsement,
            by=Role.AUTHOR,
            save_more=lambda: self.save_more(endorsement),
        )

    def save_more(self, endorsement: Endorsement) -> None:
        self.claim_photo(endorsement)
        record_answer(
            endorsement,
            words=endorsement.words()[0],
            uses=self.cleaned_data["uses"],
            method=Method.WEB_FORM,
            by=Role.AUTHOR,
        )


class AgainForm(AgainFields, EndorsementForm):
    """The same form about an endorsement that was sent back."""

    send_text = "Send your endorsement again"

    def __init__(self, *args: Any, endorsement: Endorsement, **kwargs: Any) -> None:
        self.record = endorsement
        initial = filled_in(endorsement) | {"uses": self.uses_agreed()}
        super().__init__(*args, initial=initial, **kwargs)

    def save_words(self) -> None:
        endorsement = cast(Endorsement, self.record)
        former = endorsement.photo
        save_words(self.fill(endorsement))
        self.save_more(endorsement)
        if former and former.pk != endorsement.photo_id:
            let_go(former)


def filled_in(endorsement: Endorsement) -> dict[str, Any]:
    """The answers as they stand. One query where there is a photo."""
    photo = endorsement.photo
    return {
        "quote": endorsement.quote,
        "extract": endorsement.extract,
        "name": endorsement.name,
        "title": endorsement.title,
        "organisation_name": endorsement.organisation_name,
        "region": endorsement.region_id,
        "author_email": endorsement.author_email,
        "photo": photo,
        "photo_alt": photo.alt_text if photo else "",
        "photo_credit": photo.credit if photo else "",
        "version": endorsement.version,
    }
