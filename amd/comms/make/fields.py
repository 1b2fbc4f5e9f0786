"""What the questions of a card to make are built from: nothing of them is stored."""

import base64
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from amd.cards.logos import decoded_logo
from amd.pictures.fields import Answer, PictureWidget
from amd.pictures.limits import SELECT_AGAIN

from . import held
from .held import Held

SHOWN_PX = 320
# Half as large again as a logo is drawn on the largest card.
LEAST_LOGO_PX = 240
NOTHING_SHOWS = (
    "Select the logo for light backgrounds: nothing of this one shows on white"
)


class LineField(forms.CharField):
    """One line about somebody else: no browser offers what its own user is called."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "autocomplete": "off"}


class HeldWidget(PictureWidget):
    """A file to choose, beside the one that travels with the form."""

    template_name = "comms/make/held.html"

    # The form's own copy is told which of the two pictures it asks for.
    called = "photo"

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        context["widget"]["called"] = self.called
        # Unformatted: no comma between its thousands.
        context["widget"]["most_bytes"] = str(settings.UPLOAD_MAX_BYTES)
        context["widget"]["kept_name"] = f"{name}_kept"
        if isinstance(value, Held):
            context["widget"]["kept"] = self.shown(name, value)
        return context

    def shown(self, name: str, value: Held) -> dict[str, Any]:
        """The signed value, and the picture as an address that needs no request."""
        thumbnail = value.thumbnail(SHOWN_PX)
        encoded = base64.b64encode(thumbnail).decode()
        width, height = Held(thumbnail).size
        return {
            "value": held.sign(value, name),
            "address": f"data:image/jpeg;base64,{encoded}",
            "remove": f"{name}_remove",
            "width": width // 2,
            "height": height // 2,
        }


class HeldField(forms.FileField):
    """Cleaned: a Held picture, just sent or kept from the page before, or None."""

    widget = HeldWidget
    default_error_messages = {"again": SELECT_AGAIN}

    # The form's own copy of the field remembers what to show when it comes back.
    shown: Held | None = None

    def __init__(self, *, name: str, short_side_px: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.name = name
        self.short_side_px = short_side_px
        self.widget.called = name

    def clean(self, data: Answer | None, initial: Any = None) -> Held | None:
        answer = data or Answer()
        self.widget.typed = answer.focal
        self.shown = self.kept(answer)
        if answer.upload is not None:
            self.shown = self.checked(
                held.held_from(
                    answer.upload, called=self.name, short_side_px=self.short_side_px
                )
            )
        if self.shown and answer.focal:
            self.widget.wrong = answer.focal.wrong
            self.shown = Held(self.shown.data, answer.focal.read())
        return self.shown

    def kept(self, answer: Answer) -> Held | None:
        if answer.is_removed or not answer.kept:
            return None
        found = held.read(answer.kept, self.name)
        if found is None and answer.upload is None:
            sentence = self.error_messages["again"].replace("photo", self.name)
            raise ValidationError(sentence, code="again")
        return found

    def checked(self, picture: Held) -> Held:
        """Raises ValidationError for a picture that would spoil the card."""
        return picture

    def bound_data(self, data: Any, initial: Any) -> Held | None:
        return self.shown


class LogoField(HeldField):
    def checked(self, picture: Held) -> Held:
        """Refuse what would be a blur, or nothing at all, on the white of its plate."""
        logo = decoded_logo(picture.data)
        if logo is None:
            raise ValidationError(NOTHING_SHOWS, code="unseen")
        if max(logo.size) < LEAST_LOGO_PX:
            size = f"{logo.width} × {logo.height} pixels"
            raise ValidationError(f"Select a larger logo: this one is {size}")
        return picture
