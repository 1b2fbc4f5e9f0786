"""The card of what is typed so far: its picture, and everything the page says about it."""

import base64
from dataclasses import dataclass
from typing import Any

from amd.cards import FORMATS, Card, CardError, alt_text, check, draw
from amd.publishing.post_texts import Post

from . import held
from .files import Offer, offers
from .make_form import MakeForm
from .posts import alt_text_of, posts_of, request_of

UPDATED = "Preview updated"


@dataclass(frozen=True)
class Still:
    """A picture, or none, and a sentence on what stops it or what it leaves out."""

    picture: bytes
    said: str
    format_name: str
    alt: str = ""

    @property
    def src(self) -> str:
        encoded = base64.b64encode(self.picture).decode()
        return f"data:image/png;base64,{encoded}" if self.picture else ""

    @property
    def width_px(self) -> int:
        return FORMATS[self.format_name].width_px

    @property
    def height_px(self) -> int:
        return FORMATS[self.format_name].height_px


@dataclass(frozen=True)
class Beside:
    """What is taken along with the card: files, alt text, posts, the letter to send."""

    offers: list[Offer]
    alt: str
    posts: list[Post]
    request: str
    has_words: bool


def still_of(form: MakeForm) -> Still:
    """Drawn with words that stand in for those not typed yet. The form was checked."""
    name, sentence = form.shown_format, form.sentence()
    if sentence:
        return Still(b"", sentence, name)
    card = form.card(with_stand_ins=True)
    try:
        picture = draw(card, name, "png")
    except CardError as error:
        return Still(b"", error.report.problems[0].sentence, name)
    warnings = check(card, name).warnings
    said = ". ".join(warning.sentence for warning in warnings)
    return Still(picture, said, name, alt_text(card))


def beside(form: MakeForm) -> Beside:
    """Each format is measured: of what is right so far, once there are words."""
    card: Card = form.card()
    has_words = form.has_words
    return Beside(
        offers(card if has_words else None),
        alt_text_of(card),
        posts_of(card),
        request_of(card),
        has_words,
    )


def nothing_beside(form_class: type[MakeForm]) -> Beside:
    """Before anything is typed."""
    form = form_class({})
    form.is_valid()
    return beside(form)


def as_data(form: MakeForm) -> dict[str, Any]:
    """The same for the script of the page, but for the formats."""
    still, card = still_of(form), form.card()
    return {
        "picture": base64.b64encode(still.picture).decode(),
        "said": still.said or UPDATED,
        "alt": alt_text_of(card),
        "request": request_of(card),
        "hasWords": form.has_words,
        "posts": {
            each.network.key: [each.text, each.measure] for each in posts_of(card)
        },
        "kept": {
            name: held.sign(form.cleaned_data[name], name)
            for name in ("photo", "logo")
            if form.cleaned_data.get(name)
        },
    }


def problems_as_data(form: MakeForm) -> dict[str, Any]:
    """What each format has no room for; asked for once somebody stops typing.

    It takes as long as a drawing.
    """
    card = form.card() if form.has_words else None
    return {"problems": {each.format.name: each.problem for each in offers(card)}}
