"""What the home page shows first, in the admin: national leads order it by reference."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from amd.campaign.admin_facts import PublicFactAdmin
from amd.campaign.models import PublicVersion
from amd.publishing.models import CaseStudyOfTheWeek, FrontRow, Publication
from amd.records.models import Kind, Record
from amd.web.forms import NhsukFormMixin

NOT_LIVE = "Enter the reference of something that is public now, such as 7F3K-2Q"
NO_STUDY = "Enter the reference of an impact case study: this is an endorsement"


class LiveRecordField(forms.CharField):
    """A reference as people read it; cleans to the record, which must be public."""

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        live = Publication.objects.with_reference(typed).live().first()
        if live is None:
            raise forms.ValidationError(NOT_LIVE)
        return live.record

    def prepare_value(self, value: Any) -> Any:
        """A stored row is shown by its reference."""
        if isinstance(value, int):
            record = Record.objects.filter(pk=value).first()
            return record.shown_reference if record else ""
        return value


class ChoiceForm(NhsukFormMixin, forms.ModelForm):
    subjects: ClassVar[dict[str, str]] = {
        "record": "the reference",
        "position": "its place in the row",
        "monday": "the first day of its week",
    }

    record = LiveRecordField(
        label="Reference", max_length=12, help_text="As it stands on its public page"
    )


class FrontRowForm(ChoiceForm):
    class Meta:
        model = FrontRow
        fields = ("record", "position")


class WeekForm(ChoiceForm):
    class Meta:
        model = CaseStudyOfTheWeek
        fields = ("record", "monday")

    def clean_record(self) -> Record:
        record: Record = self.cleaned_data["record"]
        if record.kind != Kind.CASE_STUDY:
            raise forms.ValidationError(NO_STUDY)
        return record

    def clean_monday(self) -> date:
        """Any day of a week stands for it."""
        day: date = self.cleaned_data["monday"]
        return day - timedelta(days=day.weekday())


class ChosenAdmin(PublicFactAdmin):
    """Rows beside what was approved: they may be taken out again."""

    set_once: tuple[str, ...] = ("record",)
    list_select_related = ("record",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return admin.ModelAdmin.has_delete_permission(self, request, obj)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        PublicVersion.raise_by_one()

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        super().delete_queryset(request, queryset)
        PublicVersion.raise_by_one()

    @admin.display(description="Public now")
    def what(self, row: Any) -> str:
        """One query a row: there are a few."""
        live = Publication.objects.live().filter(record_id=row.record_id).first()
        return live.title if live else "Not public now, so not shown"


@admin.register(FrontRow)
class FrontRowAdmin(ChosenAdmin):
    form = FrontRowForm
    list_display = ("record", "what", "position")


@admin.register(CaseStudyOfTheWeek)
class CaseStudyOfTheWeekAdmin(ChosenAdmin):
    form = WeekForm
    set_once = ()
    list_display = ("monday", "record", "what")
