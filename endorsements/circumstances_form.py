"""How an endorsement was given: what a lead says of it, beside its words."""

from typing import Any

from django import forms
from django.utils import timezone

from amd.campaign.models import Event, Phase

from . import extracts, limits
from .models import Endorsement

CIRCUMSTANCES = (
    "source",
    "source_url",
    "transcript",
    "given_on",
    "event",
    "phase",
    "capacity",
    "cut_note",
)
Source = Endorsement.Source
HAS_ADDRESS = (Source.INTERVIEW, Source.SOCIAL_POST)
SUBJECTS = {
    "source": "how the endorsement was given",
    "source_url": "the address of the interview or post",
    "transcript": "the transcript",
    "given_on": "the day",
    "event": "the event",
    "phase": "the campaign phase",
    "capacity": "in which capacity they speak",
    "cut_note": "what was cut or changed",
}


class CircumstancesFields(forms.Form):
    """Stands before a RecordAdminForm, and after WordsFields, whose answers it reads."""

    source = forms.ChoiceField(label="How it was given", choices=Source.choices)
    source_url = forms.URLField(
        label="Address of the interview or post",
        max_length=300,
        required=False,
        assume_scheme="https",
        help_text=(
            "Begins with https://. Needed for a social media post. It stands on the "
            "public page as a link, and the champion agrees to that"
        ),
    )
    transcript = forms.CharField(
        label="Transcript of the interview",
        max_length=limits.TRANSCRIPT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=(
            "What they said, word for word: all of it or the part around the quote. "
            "It stands on the public page, and the champion agrees to it"
        ),
    )
    given_on = forms.DateField(
        label="Given on",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="The day on which they wrote or said it",
    )
    event = forms.ModelChoiceField(
        Event.objects.all(), required=False, empty_label="No event"
    )
    phase = forms.ModelChoiceField(
        Phase.objects.all(),
        label="Campaign phase",
        required=False,
        empty_label="Not said",
    )
    capacity = forms.ChoiceField(
        label="They speak",
        choices=Endorsement.Capacity.choices,
        widget=forms.RadioSelect,
        help_text="Public where they speak for their organisation",
    )
    cut_note = forms.CharField(
        label="What was cut or changed",
        max_length=300,
        required=False,
        help_text=(
            "From what they wrote or said, to what stands here. Needed where the words "
            f"for the card have {extracts.CUT} in them. Seen by leads only"
        ),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self._check_source(data)
        event = data.get("event")
        if event and not data.get("phase") and "phase" not in self.errors:
            data["phase"] = event.phase
        given_on = data.get("given_on")
        if given_on and given_on > timezone.localdate():
            self.add_error("given_on", "The day must be today or in the past")
        if extracts.has_cuts(data.get("extract", "")) and not data.get("cut_note"):
            self._ask(
                "cut_note", "Say what was left out of the words for the card, and why"
            )
        return data

    def _check_source(self, data: dict[str, Any]) -> None:
        """Address and transcript are those of an interview; a post has an address."""
        source, url = data.get("source"), data.get("source_url", "")
        transcript = data.get("transcript", "")
        if not source or {"source_url", "transcript"} & set(self.errors):
            return
        if url and not url.lower().startswith("https://"):
            self._ask("source_url", "Enter an address that begins with https://")
        elif source == Source.INTERVIEW and not (url or transcript):
            self._ask(
                "source_url", "Enter the address of the interview, or a transcript"
            )
        elif source == Source.SOCIAL_POST and not url:
            self._ask("source_url", "Enter the address of the social media post")
        elif url and source not in HAS_ADDRESS:
            self._ask(
                "source_url",
                "Remove the address, or select an interview or a social media post",
            )
        if transcript and source != Source.INTERVIEW:
            self._ask("transcript", "Remove the transcript, or select an interview")

    def _ask(self, question: str, sentence: str) -> None:
        if question in self.fields and question not in self.errors:
            self.add_error(question, sentence)
