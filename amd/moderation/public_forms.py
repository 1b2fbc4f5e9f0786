"""What both public forms share: organisation and region, uses agreed, the form's key.

class EndorsementForm(OrganisationFields, ConsentFields, CardFields, NhsukForm)
What draws their previews stands in amd/moderation/previews.py.
"""

import uuid
from typing import Any

from django import forms
from django.forms.utils import ErrorList
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from amd.campaign.models import ConsentWording, Organisation, Region
from amd.consent.models import Use
from amd.records.models import Record

from .start import key_of

# The list only helps with typing; what is not on it is matched by its words as well.
MOST_SUGGESTED = 1000
NOT_KNOWN = "I do not know, or outside England"
SEVERAL = "Select the region: organisations in more than one have this name"


class OrganisationInput(forms.TextInput):
    """A text box that suggests the organisations we know, without any script."""

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        list_id = f"{(attrs or {}).get('id', name)}-known"
        box = super().render(name, value, {**(attrs or {}), "list": list_id}, renderer)
        names = Organisation.objects.active().values_list("name")[:MOST_SUGGESTED]
        options = format_html_join("", '<option value="{}"></option>', names)
        return format_html('{}<datalist id="{}">{}</datalist>', box, list_id, options)


class OrganisationFields(forms.Form):
    """The organisation as typed, and the region that only one we do not know needs.

    `cleaned_data["organisation"]` is the row that the words match, or None; its name
    and region then replace what was typed and chosen.
    """

    organisation_name = forms.CharField(
        label="Organisation",
        max_length=120,
        help_text="Start typing and pick yours, or write its name in full",
        widget=OrganisationInput(attrs={"autocomplete": "organization"}),
    )
    region = forms.ModelChoiceField(
        Region.objects.current(),
        label="Region",
        required=False,
        empty_label=NOT_KNOWN,
        help_text="Needed only if your organisation is not in the list",
    )

    def clean(self) -> dict[str, Any]:
        # First, for the base class of a lead's form asks whether the region is hers.
        typed = self.cleaned_data.get("organisation_name", "")
        organisation = self._known(typed)
        self.cleaned_data["organisation"] = organisation
        if organisation:
            self.cleaned_data["organisation_name"] = organisation.name
            self.cleaned_data["region"] = organisation.region
        return super().clean() or self.cleaned_data

    def _known(self, typed: str) -> Organisation | None:
        """The row of this name; of several, the one in the region that was chosen."""
        known = list(Organisation.objects.named(typed))
        if len(known) < 2:
            return known[0] if known else None
        region = self.cleaned_data.get("region")
        there = [each for each in known if each.region == region]
        if not there and "region" not in self.errors:
            self.add_error("region", SEVERAL)
        return there[0] if there else None

    def place(self, record: Record) -> None:
        """Give the record its organisation and region; neither: the national leads'."""
        record.organisation = self.cleaned_data.get("organisation")
        record.organisation_name = self.cleaned_data.get("organisation_name", "")
        record.region = self.cleaned_data.get("region")


class ConsentFields(forms.Form):
    """Un-ticked boxes, one a use, each with its sentence of the wording in force.

    A form names `person` and `offered`; `wording` holds introduction and terms, shown
    by templates/moderation/_wording.html.
    """

    person: str
    offered: tuple[Use, ...] = tuple(Use)

    uses = forms.MultipleChoiceField(
        label="What you agree to",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Each is your own choice. Select all that you agree to",
    )

    # "(optional)" would be wrong beside boxes of which some are needed.
    asked_in_some_cases: tuple[str, ...] = ("uses",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wording = ConsentWording.objects.current(self.person)
        field = self.fields["uses"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101  # for the type
        field.choices = [
            (use.value, self.wording.uses.get(use.value, use.label))
            for use in self.offered
        ]


class FormKeyField(forms.Field):
    """A key made with the empty form; a missing or broken one counts as a new form."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, initial=uuid.uuid4, **kwargs)

    def clean(self, value: Any) -> uuid.UUID:
        try:
            return uuid.UUID(str(value))
        except ValueError:
            return uuid.uuid4()


class DrawnFields(forms.Form):
    """A form whose words are drawn on a card as they are typed.

    `card_fields` are the questions whose errors stop the preview: an e-mail address
    half typed does not. `drawn_as` is what people call the picture.
    """

    card_fields: tuple[str, ...] = ()
    shown_format = "landscape"
    drawn_as = "card"

    def forgive_missing(self) -> None:
        """Drop the errors about empty questions: a preview is not yet sent."""
        for name, errors in list(self.errors.items()):
            kept = [e for e in errors.as_data() if e.code != "required"]
            if kept:
                self.errors[name] = ErrorList(kept, renderer=self.renderer)
            else:
                del self.errors[name]

    def preview_sentence(self) -> str:
        """What stops the card from being drawn as typed so far, or nothing."""
        for name in self.card_fields:
            for error in self.errors.get(name, ErrorList()).as_data():
                if error.code != "required":
                    return str(error.messages[0])
        return ""


class CardFields(DrawnFields):
    """The whole of a record, sent once however often it is clicked."""

    form_key = FormKeyField()

    def record_key(self) -> uuid.UUID:
        """The same for two clicks on one form; another once any answer was changed.

        Somebody who goes back, corrects a word and sends again has sent both.
        """
        return key_of(self.cleaned_data["form_key"], self.cleaned_data)
