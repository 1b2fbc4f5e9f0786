"""The form on which a lead passes warnings with a reason."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, cast

from django import forms

from amd.moderation.forms import SeenForm

from .findings import Finding
from .passing import Judged


class PassForm(SeenForm):
    """Which warnings do not matter here, and why: one reason for all that are ticked."""

    subjects: ClassVar[Mapping[str, str]] = {"reason": "your reason"}

    findings = forms.MultipleChoiceField(
        label="Warnings you have judged",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Tick the warnings you have judged",
            "invalid_choice": "Read the warnings again: the words have changed",
        },
    )
    reason = forms.CharField(
        label="Why they do not matter here",
        max_length=500,
        help_text="Kept with your name. It could be released on request.",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Enter why these warnings do not matter here"},
    )

    def __init__(self, *args: Any, warnings: Sequence[Judged], **kwargs: Any) -> None:
        super().__init__(*args, auto_id="id_checks_%s", **kwargs)
        self.warnings = warnings
        field = cast("forms.MultipleChoiceField", self.fields["findings"])
        field.choices = [(w.finding.key, w.finding.sentence) for w in warnings]

    def ticked(self) -> list[Finding]:
        keys = self.cleaned_data["findings"]
        return [w.finding for w in self.warnings if w.finding.key in keys]
