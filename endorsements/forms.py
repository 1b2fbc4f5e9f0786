"""A champion's own forms: to offer an endorsement, and to send it again."""

from copy import copy
from typing import Any, cast

from crispy_forms.helper import FormHelper
from django import forms
from django.urls import reverse

from amd.consent.models import Method, Use
from amd.consent.words import Person
from amd.moderation import moves
from amd.moderation.answers import record_answer
from amd.moderation.public_forms import CardFields, ConsentFields, OrganisationFields
from amd.moderation.sending import AgainFields
from amd.moderation.start import keep_draft, save_words
from amd.moderation.suspected import suspect
from amd.publishing.photos import let_go
from amd.records.models import Record, Role
from amd.web.forms import NhsukForm
from amd.web.watched import WatchedFields

from . import layout
from .confirming import (
    ask_to_confirm,
    confirmed_from,
    give_champion,
    has_doubtful_address,
    waiting_answer,
)
from .models import Endorsement
from .words_form import WordsFields

NEEDED = (Use.WEBSITE, Use.NAME, Use.TITLE)
WITHOUT_THEM = (
    "Select the website, your name, and your job title and organisation: "
    "we cannot publish an endorsement without these three"
)


class EndorsementForm(
    WordsFields,
    OrganisationFields,
    ConsentFields,
    CardFields,
    WatchedFields,
    NhsukForm,
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
        "capacity": "whether you speak personally or for your organisation",
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
        "capacity",
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
    capacity = forms.ChoiceField(
        label="Do you speak personally or for your organisation?",
        choices=(
            (Endorsement.Capacity.PERSONALLY, "Personally"),
            (Endorsement.Capacity.FOR_ORGANISATION, "For my organisation"),
        ),
        widget=forms.RadioSelect,
    )
    author_email = forms.EmailField(
        label="Email address",
        help_text=(
            "We send a link to this address, and you confirm your endorsement there. "
            "It is never published"
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
        personally = Endorsement.Capacity.PERSONALLY
        endorsement.capacity = self.cleaned_data.get("capacity", personally)
        return endorsement

    def save(self) -> Endorsement:
        """A draft that waits for its address; the first where this form was sent before."""
        endorsement = self.fill(Endorsement(form_key=self.record_key()))

        def save_more() -> None:
            self.save_unconfirmed(endorsement)
            suspect(endorsement, self.sign())

        return keep_draft(endorsement, by=Role.AUTHOR, save_more=save_more)

    def save_unconfirmed(self, endorsement: Endorsement) -> None:
        """What was ticked is no answer of theirs before they confirm it by mail."""
        self.claim_photo(endorsement)
        self.keep_answer(endorsement, Method.WEB_FORM)
        ask_to_confirm(endorsement)

    def keep_answer(
        self, endorsement: Endorsement, method: Method, how: str = ""
    ) -> None:
        record_answer(
            endorsement,
            words=endorsement.words()[0],
            uses=self.cleaned_data["uses"],
            method=method,
            by=Role.AUTHOR,
            how=how,
        )


class AgainForm(AgainFields, EndorsementForm):
    """The same form about an endorsement that is with its author.

    It is sent where the address is theirs for sure; else it waits to be confirmed.
    """

    send_text = "Send your endorsement again"
    # It was watched when it was offered.
    homepage = shown_at = None  # type: ignore[assignment]  # so Django leaves them out

    def __init__(
        self,
        *args: Any,
        endorsement: Endorsement,
        by_confirmation: bool = False,
        **kwargs: Any,
    ) -> None:
        self.record = endorsement
        # Before anything typed replaces it.
        self.known_address = endorsement.author_email
        self.has_proof = by_confirmation or not has_doubtful_address(endorsement)
        initial = filled_in(endorsement) | {"uses": self.uses_agreed()}
        super().__init__(*args, initial=initial, **kwargs)
        self.point_out()

    @property
    def is_confirmed(self) -> bool:
        """Whether the link they came by was mailed to the address in the form."""
        typed = self.cleaned_data["author_email"]
        return self.has_proof and typed.lower() == self.known_address.lower()

    def story(self) -> Endorsement:
        """With what the form does not ask: a transcript, where it was said, logos."""
        return self.fill(copy(cast(Endorsement, self.record)))

    def send_again(self) -> None:
        if self.is_confirmed:
            super().send_again()
            return
        seen = self.cleaned_data["version"] or 0
        moves.edit(self.record, by=Role.AUTHOR, seen_version=seen, save=self.save_words)

    def save_words(self) -> None:
        endorsement = cast(Endorsement, self.record)
        former = endorsement.photo
        save_words(self.fill(endorsement))
        if self.is_confirmed:
            self.claim_photo(endorsement)
            give_champion(endorsement)
            self.keep_answer(
                endorsement, Method.CONFIRMED, how=confirmed_from(endorsement)
            )
        else:
            self.save_unconfirmed(endorsement)
        if former and former.pk != endorsement.photo_id:
            let_go(former)

    def is_done(self, now: Record) -> bool:
        """The second of two clicks: the first has sent it, or let it wait."""
        if super().is_done(now):
            return True
        seen = self.cleaned_data["version"]
        waits = waiting_answer(cast(Endorsement, now)) is not None
        return waits and now.version != seen and self.is_about(now)


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
        "capacity": endorsement.capacity,
        "author_email": endorsement.author_email,
        "photo": photo,
        "photo_alt": photo.alt_text if photo else "",
        "photo_credit": photo.credit if photo else "",
        "version": endorsement.version,
    }
