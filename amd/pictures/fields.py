"""The photo question of a form: a picture that passed survives errors elsewhere."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from . import limits, signed
from .focal import SIDES, Typed, typed_of
from .models import Picture
from .upload import store_upload

PREVIEW_PX = 160
ACCEPTED = "image/jpeg,image/png,image/webp"


@dataclass(frozen=True)
class Answer:
    """What a form sent: a new file, the signed value of a kept one, a tick to remove.

    And the two numbers of its focal point, as they were typed.
    """

    upload: UploadedFile | None = None
    kept: str = ""
    is_removed: bool = False
    focal: Typed | None = None


class PictureWidget(forms.FileInput):
    """`crop` asks for a focal point too: cards cut the picture to a "circle" or "panel"."""

    template_name = "nhsuk/picture.html"
    needs_multipart_form = True
    question_kind = "file"

    # The form's own copy remembers the numbers as they were typed, and which are wrong.
    typed: Typed | None = None
    wrong: tuple[str, ...] = ()

    def __init__(self, attrs: dict[str, Any] | None = None, *, crop: str = "") -> None:
        super().__init__({"accept": ACCEPTED, **(attrs or {})})
        self.crop = crop

    @property
    def media(self) -> forms.Media:
        """For the admin; the site's own pages run it with all their scripts."""
        script: Any = forms.Script("amd/admin.js", type="module")
        return forms.Media(js=[script] if self.crop else [])

    def format_value(self, value: Any) -> None:
        # A browser fills no file input.
        return None

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        picture = picture_of(value)
        context["widget"]["kept"] = picture and {
            "name": f"{name}_kept",
            "value": signed.sign(picture),
            "address": signed.preview_address(picture),
            "remove": f"{name}_remove",
            **preview_size(picture),
        }
        context["widget"]["described"] = attrs.get("aria-describedby") or ""
        context["widget"]["focal"] = self.crop and self.focal_context(name, picture)
        return context

    def focal_context(self, name: str, picture: Picture | None) -> dict[str, Any]:
        typed = self.typed or typed_of(picture)
        sides = [
            {
                "side": side,
                "name": f"{name}_{side}",
                "value": getattr(typed, side),
                "is_wrong": side in self.wrong,
            }
            for side in SIDES
        ]
        return {"crop": self.crop, "sides": sides}

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Answer:
        return Answer(
            upload=files.get(name),
            kept=data.get(f"{name}_kept", ""),
            is_removed=bool(data.get(f"{name}_remove")),
            focal=self.focal_from(data, name) if self.crop else None,
        )

    def focal_from(self, data: Any, name: str) -> Typed | None:
        """None, and so as it was, where the form did not ask."""
        sent = [data.get(f"{name}_{side}") for side in SIDES]
        return Typed(*sent) if None not in sent else None

    @property
    def error_part(self) -> str:
        """Which of its inputs an error is about, other than the first."""
        return self.wrong[0] if self.wrong else ""

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in files and f"{name}_kept" not in data


class PictureField(forms.FileField):
    """Cleaned: a stored Picture, unclaimed unless it is the initial one, or None."""

    widget = PictureWidget
    default_error_messages = {
        "required": "Select a photo",
        "again": limits.SELECT_AGAIN,
    }

    # The form's own copy of the field remembers what to show when it comes back.
    shown: Picture | None = None

    def clean(self, data: Answer | None, initial: Any = None) -> Picture | None:
        answer = data or Answer()
        self.widget.typed = answer.focal
        self.shown = self.kept(answer, picture_of(initial))
        if answer.upload is not None:
            self.shown = store_upload(answer.upload)
        if self.required and self.shown is None:
            raise ValidationError(self.error_messages["required"], code="required")
        if self.shown and answer.focal:
            self.widget.wrong = answer.focal.wrong
            self.shown.focal_x, self.shown.focal_y = answer.focal.read()
        return self.shown

    def kept(self, answer: Answer, initial: Picture | None) -> Picture | None:
        """The picture of an earlier round, or of the record that is edited.

        One that another record took is copied: two records never share files, or the
        withdrawal of one would take the other's picture.
        """
        if answer.is_removed or not answer.kept:
            return None
        picture = signed.read(answer.kept)
        if picture is None and answer.upload is None:
            raise ValidationError(self.error_messages["again"], code="again")
        if picture is None or picture == initial or picture.claimed_at is None:
            return picture
        return picture.copied()

    def bound_data(self, data: Any, initial: Any) -> Picture | None:
        return self.shown

    def has_changed(self, initial: Any, data: Answer | None) -> bool:
        answer = data or Answer()
        picture = picture_of(initial)
        if answer.upload is not None or answer.is_removed or not answer.kept:
            return answer.upload is not None or picture is not None
        if signed.read(answer.kept) != picture:
            return True
        return answer.focal is not None and answer.focal != typed_of(picture)


def picture_of(value: Any) -> Picture | None:
    """The picture that a form's initial value is: itself, its id, or nothing."""
    if isinstance(value, int):
        value = Picture.objects.filter(pk=value).first()
    return value if isinstance(value, Picture) and value.small else None


def preview_size(picture: Picture) -> dict[str, int]:
    longest = max(picture.width_px, picture.height_px, 1)
    scale = min(1, PREVIEW_PX / longest)
    return {
        "width": max(1, round(picture.width_px * scale)),
        "height": max(1, round(picture.height_px * scale)),
    }
