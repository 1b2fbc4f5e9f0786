"""The card as it will look, before anything is sent: beside the form, or on its page."""

import base64
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from crispy_forms.layout import BaseInput
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amd.cards import CardError, alt_text, draw
from amd.consent.models import Use
from amd.pictures.decode import decode
from amd.pictures.encode import encode
from amd.pictures.models import Picture
from amd.publishing.cards import card_of_copy
from amd.publishing.copy import PublicCopy
from amd.web.policy import policy
from amd.web.throttle import allow, client_address

from .public_forms import CardFields
from .story import Story

PLACE = "card-preview"
BUTTON = "preview"
SHOWN_FORMAT = "landscape"
ALL_USES = frozenset(Use.values)
# A hospital's staff may all share one address; a drawing takes some hundredths of a second.
PREVIEWS, PREVIEW_SECONDS = 300, 60

TOO_MANY = "There have been many previews in the last minute. Wait a moment and type on"
NOTHING_YET = "Your card appears here as you type"


class PreviewButton(BaseInput):
    """Shows the card on the next page, where no script draws it beside the form."""

    input_type = "submit"
    field_classes = "nhsuk-button--secondary amd-preview-button"

    def __init__(self) -> None:
        super().__init__(BUTTON, "Preview your card", formaction=f"#{PLACE}-still")


def asks_preview(request: HttpRequest) -> bool:
    return BUTTON in request.POST


def preview_page(
    request: HttpRequest,
    form: CardFields,
    template: str,
    context: dict[str, Any],
    story_from: Callable[[Any], Story],
) -> HttpResponse:
    """The form as typed, with its card as a data: image that only this answer allows.

    Nothing is stored but a picture that was chosen, which the form keeps.
    """
    form.is_valid()
    form.forgive_missing()
    shown = _still(form, story_from)
    response = render(
        request,
        template,
        {**context, "form": form, "invalid": bool(form.errors), "still": shown},
        status=422 if form.errors else 200,
    )
    response.headers["Content-Security-Policy"] = policy(img_src="'self' data:")
    response.headers["Cache-Control"] = "no-store"
    return response


def preview_png(
    request: HttpRequest,
    form_class: Callable[..., CardFields],
    story_from: Callable[[Any], Story],
) -> HttpResponse:
    """The card of what is typed so far, or a sentence on why there is none yet."""
    if not allow("preview", client_address(request), PREVIEWS, PREVIEW_SECONDS):
        return _sentence(TOO_MANY, status=429)
    form = form_class(request.POST)
    form.is_valid()
    sentence = form.preview_sentence()
    if sentence:
        return _sentence(sentence)
    copy = story_from(form).public_copy(ALL_USES)
    try:
        drawn = _draw(_with_upload(copy, request))
    except CardError as error:
        return _sentence(_said(error))
    except ValidationError as error:
        return _sentence(str(error.messages[0]))
    response = HttpResponse(drawn, content_type="image/png")
    response.headers["Cache-Control"] = "no-store"
    return response


def _still(form: CardFields, story_from: Callable[[Any], Story]) -> dict[str, str]:
    """A picture and its words, or the sentence that stands in its place."""
    sentence = form.preview_sentence()
    if sentence:
        return {"sentence": sentence}
    copy = story_from(form).public_copy(ALL_USES)
    try:
        encoded = base64.b64encode(_draw(copy)).decode()
    except CardError as error:
        return {"sentence": _said(error)}
    return {
        "src": f"data:image/png;base64,{encoded}",
        "alt": alt_text(card_of_copy(copy)),
    }


def _with_upload(copy: PublicCopy, request: HttpRequest) -> PublicCopy:
    """With the photo that was just chosen, decoded for this drawing and stored nowhere."""
    upload = next(iter(request.FILES.values()), None)
    if not isinstance(upload, UploadedFile):
        return copy
    encoded = encode(decode(upload.read()))
    photo = Picture(medium=ContentFile(encoded.medium, name="chosen.jpg"))
    return replace(copy, photo=photo)


def _draw(copy: PublicCopy) -> bytes:
    return draw(card_of_copy(copy), SHOWN_FORMAT, "png")


def _said(error: CardError) -> str:
    problems = error.report.problems
    return problems[0].sentence if problems else NOTHING_YET


def _sentence(text: str, *, status: int = 422) -> HttpResponse:
    response = HttpResponse(
        text, status=status, content_type="text/plain; charset=utf-8"
    )
    response.headers["Cache-Control"] = "no-store"
    return response
