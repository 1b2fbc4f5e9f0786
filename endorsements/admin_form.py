"""The form on which a lead records a champion's endorsement, or edits one."""

from typing import Any

from django import forms

from amd.mail import words
from amd.moderation import tell
from amd.moderation.admin_forms import RecordAdminForm
from amd.moderation.answers import record_answer
from amd.moderation.forms import VouchFieldsMixin
from amd.moderation.logo_choices import LogoFields
from amd.moderation.public_forms import OrganisationFields
from amd.publishing.logos import SLOTS
from amd.publishing.photos import let_go
from amd.web.forms import NhsukFormMixin

from . import extracts, limits
from .champion_choice import ChampionFields
from .circumstances_form import CIRCUMSTANCES, SUBJECTS, CircumstancesFields
from .models import Endorsement
from .words_form import WordsFields

WORDS = (
    "quote",
    "extract",
    "name",
    "title",
    "organisation_name",
    "region",
    "author_email",
)
LABELS = {
    "quote": "Endorsement",
    "name": "Champion's full name",
    "title": "Champion's job title",
    "organisation_name": "Champion's organisation",
}
HINTS = {
    "quote": "In the champion's own words. Leave out anything that could identify a patient",
    "extract": (
        f"Needed only if the endorsement is longer than {limits.EXTRACT} characters: a "
        f"part of it, in the same words, with {extracts.CUT} where something is left "
        "out. The champion agrees to this part too"
    ),
    "photo": "JPEG, PNG or WebP, up to 15MB. Shown only if the champion agrees to it",
    "region": "Needed only if the organisation is not in the list",
    "organisation_name": "Start typing and pick it, or write its name in full",
}


class EndorsementAdminForm(
    ChampionFields,
    CircumstancesFields,
    WordsFields,
    OrganisationFields,
    LogoFields,
    VouchFieldsMixin,
    NhsukFormMixin,
    RecordAdminForm,
):
    subjects = {
        "quote": "the endorsement",
        "extract": "the words for the card",
        "name": "the champion's full name",
        "title": "the champion's job title",
        "organisation_name": "the champion's organisation",
        "region": "the region",
        "champion": "the champion",
        **SUBJECTS,
    }

    author_email = forms.EmailField(
        label="Champion's email address",
        required=False,
        help_text=(
            "For their private link. Seen only by the leads of the region. Once you "
            "correct it, links sent to the old address stop working"
        ),
    )

    class Meta:
        model = Endorsement
        fields = ("champion", *WORDS, *CIRCUMSTANCES, *SLOTS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._speak_of_the_champion()
        self.offer_regions()
        self.offer_champions()
        self.offer_logos()
        self.former_address = self.instance.author_email
        photo = self.instance.photo
        self.former_photo = photo
        if photo:
            self.fields["photo"].initial = photo
            self.fields["photo_alt"].initial = photo.alt_text
            self.fields["photo_credit"].initial = photo.credit

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self.clean_vouch(required=False)
        self.fill(self.instance)
        return data

    def fill(self, endorsement: Endorsement) -> Endorsement:
        """A champion is the author of their own words, whoever records them."""
        super().fill(endorsement)
        endorsement.author_name = endorsement.name
        return endorsement

    def save_more(self) -> None:
        """The photo and what the lead vouches for, in the transaction of the move."""
        endorsement = self.instance
        self.claim_photo(endorsement)
        self.save_champion()
        if self.former_address not in ("", endorsement.author_email):
            endorsement.void_links()
            tell.author(endorsement, words.new_link, with_link=True)
        if self.former_photo and self.former_photo.pk != endorsement.photo_id:
            let_go(self.former_photo)
        if self.has_vouched:
            record_answer(
                endorsement,
                words=endorsement.words()[0],
                by=self.user,
                **self.answer(),
            )

    def _speak_of_the_champion(self) -> None:
        for name, label in LABELS.items():
            self.fields[name].label = label
        for name, hint in HINTS.items():
            self.fields[name].help_text = hint
        for name in ("name", "title", "organisation_name", "author_email"):
            # The lead's own details would be wrong here.
            self.fields[name].widget.attrs["autocomplete"] = "off"
