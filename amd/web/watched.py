"""Tells a program from a person without asking anything: nobody is refused for it.

A box that people never see, and the time between the empty form and the sent one.
"""

import time

from django import forms
from django.conf import settings
from django.core import signing
from django.db import models

SALT = "amd.web.watched"


class Sign(models.TextChoices):
    """What looks like a program, in the words that a lead reads."""

    FILLED = "filled", "A box that people cannot see was filled in"
    FAST = "fast", "The form was filled in faster than anybody types"
    UNSTAMPED = "unstamped", "It was sent without opening the form"


class Honeypot(forms.TextInput):
    """Shown to nobody, with or without sight; drawn where hidden fields are."""

    template_name = "nhsuk/honeypot.html"
    is_hidden = True


class UnseenBox(forms.Form):
    """For the last of several pages, on which somebody may well be quick."""

    # No CharField: whatever a program writes into it is no error to be shown.
    homepage = forms.Field(required=False, widget=Honeypot)

    def sign(self) -> Sign | None:
        """What it looks like, once it is valid; None where it looks like a person."""
        is_filled = str(self.cleaned_data.get("homepage") or "").strip()
        return Sign.FILLED if is_filled else None


class WatchedFields(UnseenBox):
    """For a page that is filled in from the beginning; stands before the form."""

    shown_at = forms.Field(
        required=False, widget=forms.HiddenInput, initial=lambda: stamp()
    )

    def sign(self) -> Sign | None:
        """The first that is found."""
        if super().sign():
            return Sign.FILLED
        shown_at = when(self.cleaned_data.get("shown_at"))
        if shown_at is None:
            return Sign.UNSTAMPED
        taken = time.time() - shown_at
        return Sign.FAST if taken < settings.FORM_LEAST_SECONDS else None


def stamp() -> str:
    """The present time, which nobody else can write."""
    return signing.Signer(salt=SALT).sign(f"{time.time():.3f}")


def when(stamped: object) -> float | None:
    """The time of a stamp of ours; None for anything else."""
    try:
        return float(signing.Signer(salt=SALT).unsign(str(stamped or "")))
    except signing.BadSignature:
        return None
