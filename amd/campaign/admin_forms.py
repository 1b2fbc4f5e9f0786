"""Admin forms that ask for sentences, and that say which row is there already."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS

from .models import ConsentWording, Event

USE = "use_"


class OrganisationForm(forms.ModelForm):
    class Meta:
        error_messages: ClassVar[dict[str, Any]] = {
            # The only constraint of the row; it has no code.
            NON_FIELD_ERRORS: {
                None: "This region has an active organisation of this name. Edit that one"
            }
        }


class TermForm(forms.ModelForm):
    class Meta:
        error_messages: ClassVar[dict[str, Any]] = {
            NON_FIELD_ERRORS: {
                "unique_together": "This list has an entry with this code. Enter another"
            }
        }


class EventForm(forms.ModelForm):
    facts = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        help_text="One sentence on each line",
    )

    class Meta:
        model = Event
        fields = ("facts",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["facts"] = "\n".join(self.instance.facts)

    def clean_facts(self) -> list[str]:
        lines = self.cleaned_data["facts"].splitlines()
        return [line.strip() for line in lines if line.strip()]


def _sentence(use: str) -> forms.CharField:
    return forms.CharField(
        label=f"Sentence beside the box for {use}",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="What the person agrees to by ticking it",
    )


class ConsentWordingForm(forms.ModelForm):
    """A new version: an introduction, a sentence for each use, and the terms."""

    use_website = _sentence("website and national collection")
    use_name = _sentence("name")
    use_title = _sentence("job title and organisation")
    use_photo = _sentence("photo")
    use_social = _sentence("social media")
    use_internal = _sentence("internal use")
    use_contact = _sentence("contact again")

    class Meta:
        model = ConsentWording
        fields = ("person", "introduction", "terms")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.instance.uses = {
            name.removeprefix(USE): cleaned.get(name, "")
            for name in self.fields
            if name.startswith(USE)
        }
        return cleaned
