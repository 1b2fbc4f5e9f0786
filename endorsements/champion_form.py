"""The form on which leads keep a champion: who they are, and how to reach them."""

from typing import Any, cast

from django import forms

from amd.web.forms import NhsukFormMixin

from .champions import Champion

ABOUT = ("name", "name_variants", "level", "sector", "region", "status")
CONTACT = ("email", "assistant_name", "assistant_email", "approached_by", "notes")


class ChampionForm(NhsukFormMixin, forms.ModelForm):
    subjects = {
        "name": "the champion's name",
        "level": "the level",
        "region": "the region",
        "status": "the status",
        "email": "the champion's email address",
        "assistant_name": "the assistant's name",
        "assistant_email": "the assistant's email address",
    }

    class Meta:
        model = Champion
        fields = (*ABOUT, *CONTACT)
        widgets = {
            "name_variants": forms.Textarea(attrs={"rows": 3}),
            "notes": forms.Textarea(attrs={"rows": 5}),
        }
        help_texts = {
            "name": "As they are usually written, with title: Professor Ada Sample",
            "level": "How far their name carries",
            "sector": "The kind of organisation they speak from",
            "status": (
                "Keep a prospect here before there is any endorsement. It becomes "
                "“Agreed” by itself once they agree to an endorsement"
            ),
            "email": "Where they are written to. Seen only by the leads of the region",
            "assistant_email": "Where to ask for an appointment or a photo",
            "approached_by": "Who speaks with them for the campaign",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # Somebody else's details: the lead's own would be wrong.
            field.widget.attrs["autocomplete"] = "off"
        if "name" not in self.fields:
            return
        self.fields["name"].required = True
        status = cast("forms.ChoiceField", self.fields["status"])
        # Withdrawn is what erasing leaves, not what somebody chooses.
        status.choices = [
            (value, label)
            for value, label in Champion.Status.choices
            if value != Champion.Status.WITHDRAWN
        ]
