"""The card as it will look, before anything is sent: beside the form, or on its page."""

import base64
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar, cast
from urllib.parse import quote

from crispy_forms.layout import BaseInput
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from amd.cards import FORMATS, CardError, alt_text, check, draw
from amd.consent.models import Use
from amd.pictures import signed
from amd.pictures.decode import decode
from amd.pictures.encode import encode
from amd.pictures.fields import Answer, PictureField, PictureWidget
from amd.pictures.models import Picture
from amd.publishing.cards import card_of_copy
from amd.publishing.copy import PublicCopy
from amd.web.policy import policy
from amd.web.throttle import allow, client_address

from .public_forms import CardFields, DrawnFields
from .story import Story

Drawn = TypeVar("Drawn", bound=DrawnFields)

PLACE = "card-preview"
BUTTON = "preview"
ALL_USES = frozenset(Use.values)
# A hospital's staff may all share one address; a drawing takes some hundredths of a second.
PREVIEWS, PREVIEW_SECONDS = 300, 60

NOTE_HEADER = "X-Preview-Note"
# Our script sends a few hundred pixels; anything larger waits for the form itself.
PHOTO_BYTES = 1_000_000

TOO_LARGE = "The preview cannot show a photo of this size. You can still send the form"
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
    form_class: type[CardFields],
    story_from: Callable[[Any], Story],
) -> HttpResponse:
    """The card of what is typed so far, or a sentence on why there is none yet."""
    return drawn_png(
        request, form_class, lambda form: story_from(form).public_copy(ALL_USES)
    )


def drawn_png(
    request: HttpRequest,
    form_from: Callable[[QueryDict], Drawn],
    copy_from: Callable[[Drawn], PublicCopy],
) -> HttpResponse:
    """The same of any form, which need not ask for the photo."""
    if not may_draw(request):
        return _sentence(TOO_MANY, status=429)
    form = form_from(_without_kept(request.POST))
    form.is_valid()
    sentence = form.preview_sentence()
    if sentence:
        return _sentence(sentence)
    copy = copy_from(form)
    try:
        for name, question in _photo_questions(form):
            copy = replace(copy, photo=_photo(request, name, question))
        drawn = draw_copy(copy, form.shown_format)
    except CardError as error:
        return _sentence(_said(error))
    except ValidationError as error:
        return _sentence(str(error.messages[0]))
    response = HttpResponse(drawn, content_type="image/png")
    response.headers["Cache-Control"] = "no-store"
    # Letters outside Latin-1 cannot stand in a header.
    response.headers[NOTE_HEADER] = quote(left_out(copy, form.shown_format))
    return response


def may_draw(request: HttpRequest) -> bool:
    return allow("preview", client_address(request), PREVIEWS, PREVIEW_SECONDS)


def _still(form: CardFields, story_from: Callable[[Any], Story]) -> dict[str, str]:
    """A picture and its words, or the sentence that stands in its place."""
    sentence = form.preview_sentence()
    if sentence:
        return {"sentence": sentence}
    copy = story_from(form).public_copy(ALL_USES)
    shown = FORMATS[form.shown_format]
    try:
        encoded = base64.b64encode(draw_copy(copy, shown.name)).decode()
    except CardError as error:
        return {"sentence": _said(error)}
    return {
        "src": f"data:image/png;base64,{encoded}",
        "alt": alt_text(card_of_copy(copy)),
        "width": str(shown.width_px),
        "height": str(shown.height_px),
        "left_out": left_out(copy, shown.name),
    }


def _photo_questions(form: DrawnFields) -> list[tuple[str, PictureField]]:
    """The form's one picture with its name, where it asks for one."""
    return [
        (name, field)
        for name, field in form.fields.items()
        if isinstance(field, PictureField)
    ]


def _without_kept(sent: QueryDict) -> QueryDict:
    """A form that is sent would make a copy of a photo that a record has already."""
    data = sent.copy()
    for name in [each for each in data if each.endswith("_kept")]:
        del data[name]
    return data


def _photo(request: HttpRequest, name: str, question: PictureField) -> Picture | None:
    """The photo just chosen, stored nowhere, else the one that the form keeps.

    Raises ValidationError with a sentence.
    """
    widget = cast("PictureWidget", question.widget)
    answer = widget.value_from_datadict(request.POST, request.FILES, name)
    picture = _chosen(answer)
    if picture and answer.focal:
        picture.focal_x, picture.focal_y = answer.focal.read()
    return picture


def _chosen(answer: Answer) -> Picture | None:
    if isinstance(answer.upload, UploadedFile):
        if (answer.upload.size or 0) > PHOTO_BYTES:
            raise ValidationError(TOO_LARGE)
        encoded = encode(decode(answer.upload.read()))
        return Picture(medium=ContentFile(encoded.medium, name="chosen.jpg"))
    return None if answer.is_removed else signed.read(answer.kept)


def draw_copy(copy: PublicCopy, format_name: str) -> bytes:
    """Raises CardError."""
    return draw(card_of_copy(copy), format_name, "png")


def left_out(copy: PublicCopy, format_name: str) -> str:
    """What this format has no room for, in sentences, or nothing."""
    warnings = check(card_of_copy(copy), format_name).warnings
    return ". ".join(warning.sentence for warning in warnings)


def _said(error: CardError) -> str:
    problems = error.report.problems
    return problems[0].sentence if problems else NOTHING_YET


def _sentence(text: str, *, status: int = 200) -> HttpResponse:
    """Words in the picture's place. Half typed is no error, and no line in a console."""
    response = HttpResponse(
        text, status=status, content_type="text/plain; charset=utf-8"
    )
    response.headers["Cache-Control"] = "no-store"
    return response
