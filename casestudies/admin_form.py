"""The form on which a lead records a contributor's case study, or edits one."""

from collections.abc import Mapping
from typing import Any, ClassVar

from amd.moderation.admin_forms import RecordAdminForm
from amd.moderation.answers import record_answer
from amd.moderation.forms import VouchFieldsMixin
from amd.moderation.logo_choices import LogoFields
from amd.moderation.public_forms import OrganisationFields
from amd.publishing.logos import SLOTS
from amd.web.forms import NhsukFormMixin

from . import rules
from .models import CaseStudy
from .signed import contributor_words
from .words_form import WordsFields

LABELS = {
    "author_name": "Contributor's full name",
    "contributor_title": "Contributor's job title",
    "author_email": "Contributor's email address",
    "working_with_me": "Name the contributor under “Working with”",
}
HINTS = {
    "author_email": "For their private link. Seen only by the leads of the region",
    "organisation_name": "Start typing and pick it, or write its name in full",
    "quoted_organisation": "Leave it empty if it is the same",
}
# A lead who records a case study may not know all of its contributor.
NOT_NEEDED = ("contributor_title", "author_email")


class CaseStudyAdminForm(
    WordsFields,
    OrganisationFields,
    LogoFields,
    VouchFieldsMixin,
    NhsukFormMixin,
    RecordAdminForm,
):
    subjects: ClassVar[Mapping[str, str]] = {
        **rules.SUBJECTS,
        "author_name": "the contributor's full name",
        "organisation_name": "the organisation",
        "service_name": "the name of the knowledge and library service",
        "region": "the region",
    }

    class Meta:
        model = CaseStudy
        fields = (*rules.MODEL_FIELDS, *SLOTS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._speak_of_the_contributor()
        # Its author was not asked what happened in between.
        self.fields["outcome"].required = not self.instance.is_quick
        self.offer_regions()
        self.offer_logos()

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self.clean_vouch(required=False)
        return data

    def save_more(self) -> None:
        """Lists, picture and what the lead vouches for, in the move's transaction."""
        self.save_lists_and_picture()
        if self.has_vouched:
            record_answer(
                self.instance,
                words=contributor_words(self.instance),
                by=self.user,
                **self.answer(),
            )

    def _speak_of_the_contributor(self) -> None:
        for name, label in LABELS.items():
            self.fields[name].label = label
        for name, hint in HINTS.items():
            self.fields[name].help_text = hint
        for name in NOT_NEEDED:
            self.fields[name].required = False
        for name in (*LABELS, "organisation_name"):
            # The lead's own details would be wrong here.
            self.fields[name].widget.attrs["autocomplete"] = "off"
