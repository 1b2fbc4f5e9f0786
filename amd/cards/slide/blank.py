"""The two designs as blank slides: guidance in the boxes, a place for the photo."""

import io
from dataclasses import replace
from functools import lru_cache

from PIL import Image, ImageDraw

from amd.cards.content import Card, CardError, Content, Photo
from amd.cards.designs import SOCIAL_CARD, VIGNETTE
from amd.cards.layout import Design, Theme
from amd.cards.slide.drawing import examined, written
from amd.cards.slide.notes import about
from amd.cards.themes import THEMES

_CONTENTS = {
    SOCIAL_CARD.name: Content(
        quote="Their own words, 240 characters at most, exactly as they agreed them: "
        "one decision, and what the evidence changed.",
        name="Name, as they want it shown",
        title="Job title, as on the day they said it",
        organisation="Organisation",
    ),
    VIGNETTE.name: Content(
        kicker="Impact case study",
        headline="The result first, in 80 characters at most: who gained what",
        figure="£00,000",
        figure_basis="what it counts, measured or estimated, and by whom",
        quote="What someone who benefited said, exactly as they agreed it: 160 "
        "characters at most, about what changed.",
        name="Name",
        title="job title",
        organisation="organisation",
    ),
}
_PHOTO_STEP = (
    "Right-click the picture and choose Change Picture to add a photo; it is cropped "
    "round. Crop, on the Picture Format tab, moves the face to the middle. Right-click "
    "again and choose View Alt Text to say what it shows. No photo? Delete the picture."
)
_STEPS = {
    SOCIAL_CARD.name: (
        "Click a text and type over it. Keep the quotation marks. At most: quote 240 "
        "characters, name 80, job title 120, organisation 120.",
        _PHOTO_STEP,
    ),
    VIGNETTE.name: (
        "Click a text and type over it. At most: headline 80 characters, figure 16, "
        "quote 160. Delete a box that you do not need.",
        "Say beside the figure what it counts and whether it was measured or "
        "estimated. A figure without its basis is left out.",
    ),
}
_LAST_STEPS = (
    "Show the finished card to the person quoted. Share it once they have agreed, in "
    "writing, to these words, this picture and each place where it will be seen.",
    "To post it: File, Export or Save As, PNG. Give the picture alt text there too: "
    "all the words on the card, and the hashtag.",
    "To change the colours: Design, Variants, Colours. Keep text easy to read on its "
    "ground, and use no NHS logo without permission.",
    "Take the card down everywhere when the person asks.",
)


def blank_card(design: Design, theme: str, *, hashtag: str, address: str) -> Card:
    """The card that a blank slide is made from: guidance instead of words."""
    content = replace(
        _CONTENTS[design.name],
        photo=_nobody(THEMES[theme]),
        photo_alt="Place for a photo: change the picture, then say here what it shows",
        hashtag=hashtag,
        address=address,
        mark="Local card",
    )
    return Card(design, theme, content)


def blank_slide(design: Design, theme: str, *, hashtag: str, address: str) -> bytes:
    """A .pptx file to be filled in; the same bytes for the same four."""
    card = blank_card(design, theme, hashtag=hashtag, address=address)
    report, found = examined(card)
    if found is None:
        raise CardError(report)
    steps = (*_STEPS[design.name], *_LAST_STEPS)
    lines = [f"{number}. {step}" for number, step in enumerate(steps, start=1)]
    notes = "\n".join((f"{design.label}: how to fill in this slide", *lines))
    named = {
        **about(card),
        "title": f"{design.label}: blank slide",
        "comments": "A blank slide to fill in. The notes say how.",
    }
    return written(card, found, notes, named)


@lru_cache(maxsize=4)
def _nobody(theme: Theme) -> Photo:
    """Head and shoulders of no one, to be changed for a photo."""
    image = Image.new("RGB", (1280, 1280), theme.dot)
    pen = ImageDraw.Draw(image)
    pen.ellipse((440, 280, 840, 720), fill=theme.ground)
    pen.ellipse((240, 800, 1040, 1680), fill=theme.ground)
    out = io.BytesIO()
    image.reduce(2).save(out, "PNG")
    return Photo(out.getvalue(), (0.5, 0.5))
