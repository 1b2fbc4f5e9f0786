"""A photo that was swept, or taken by another record, between check and save."""

from collections.abc import Callable
from typing import TypeVar

from django import forms

from amd.pictures.fields import PictureField
from amd.pictures.models import Picture

Answer = TypeVar("Answer")


def unless_photo_is_gone(
    form: forms.BaseForm, save: Callable[[], Answer]
) -> Answer | None:
    """What `save` answers; None where the photo is gone, which the form then says.

    Nothing is saved, and everything else that was typed stays in the form.
    """
    try:
        return save()
    except Picture.DoesNotExist:
        for name, field in form.fields.items():
            if isinstance(field, PictureField):
                field.shown = None
                form.add_error(name, field.error_messages["again"])
        return None
