"""The admin's forms of records: what the lead saw, and only in her regions."""

from typing import Any, cast

from django import forms

from amd.campaign.models import Region, User
from amd.campaign.scoping import regions_of
from amd.records.models import Record

from .step import already_decided


class RecordAdminForm(forms.ModelForm):
    """Carries the version that was shown, so that two edits do not overwrite each other."""

    # Set by RecordAdmin.get_form for each request.
    user: User

    version_seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    form_key_seen = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # A browser would cut what is pasted; the form says how much is too much.
            field.widget.attrs.pop("maxlength", None)
        self.fields["version_seen"].initial = self.instance.version
        self.fields["form_key_seen"].initial = self.instance.form_key

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.instance.pk:
            self._refuse_stale(data.get("version_seen"))
        elif data.get("form_key_seen"):
            self.instance.form_key = data["form_key_seen"]
        self._refuse_other_regions(data)
        return data

    def offer_regions(self) -> None:
        """Those this person records in, and the one that the record has."""
        own = regions_of(self.user)
        if self.instance.region_id:
            current = Region.objects.filter(pk=self.instance.region_id)
            own = Region.objects.filter(pk__in=own.values("pk")) | current
        region = cast("forms.ModelChoiceField[Region]", self.fields["region"])
        region.queryset = own
        region.empty_label = "The region of the organisation"

    def _refuse_stale(self, seen: int | None) -> None:
        current = Record.objects.filter(pk=self.instance.pk, version=seen or 0).exists()
        if not current:
            error = already_decided(self.instance)
            self.add_error(None, f"{error.sentence} Your words are still in the form.")

    def _refuse_other_regions(self, data: dict[str, Any]) -> None:
        region = data.get("region")
        if self.user.sees_all_regions or (
            region and regions_of(self.user).filter(pk=region.pk).exists()
        ):
            return
        if "region" in self.errors or "organisation_name" in self.errors:
            return
        sentence = "Select one of your own regions"
        if region:
            sentence = f"{region} is not one of your regions: its own lead records it"
        self.add_error("region", sentence)
