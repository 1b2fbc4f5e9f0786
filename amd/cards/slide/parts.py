"""What stands on a slide and on its layout, from the back to the front."""

from itertools import count

from amd.cards.compose import Composition
from amd.cards.content import Content
from amd.cards.layout import PhotoSlot
from amd.cards.slide.boxes import TextBox
from amd.cards.slide.package import AddImage
from amd.cards.slide.picture import field_shapes, logo_file, photo_file
from amd.cards.slide.shapes import (
    logo_picture,
    logo_plate,
    photo_picture,
    photo_place,
    plain_shape,
    text_shape,
)
from amd.cards.words import clean, plain, typeset

_FOOT = ("hashtag", "address")
PROMPTS = {
    "quote": "Their own words",
    "name": "Name",
    "title": "Job title",
    "organisation": "Organisation",
    "kicker": "Impact case study",
    "headline": "The result first",
    "figure": "Figure",
    "figure_basis": "What the figure is, and whether it is measured or estimated",
    "byline": "Name, job title, organisation",
    "sentence": "What happened, in one sentence",
    "hashtag": "#AMillionDecisions",
    "address": "Where to read more",
    "photo": "Photo: click the picture in the middle to add one",
}


def layout_shapes(found: Composition, texts: tuple[TextBox, ...], title: str) -> str:
    """Band and dots, and a place for each text, so that a new slide looks the same."""
    numbers = count(2)
    band = plain_shape("Band", next(numbers), found.layout.foot.box, "band")
    words = [text for text in texts if text.slot not in _FOOT]
    dots = field_shapes(found, words, next(numbers), next(numbers))
    places = [
        text_shape(text, next(numbers), title, PROMPTS[text.slot]) for text in texts
    ]
    if found.arrangement.photo:
        frame = found.arrangement.photo
        places.append(photo_place(frame, next(numbers), PROMPTS["photo"]))
    return "".join((band, *dots, *places))


def slide_shapes(
    content: Content,
    found: Composition,
    texts: tuple[TextBox, ...],
    title: str,
    add: AddImage,
) -> str:
    """In reading order, which is the order of a slide from the back to the front."""
    numbers = count(2)
    shapes = [
        plain_shape("Bar", next(numbers), bar, "lit", "roundRect") for bar in found.bars
    ]
    words = [text for text in texts if text.slot not in _FOOT]
    shapes += [text_shape(text, next(numbers), title) for text in words]
    if found.arrangement.photo and content.photo:
        shapes.append(_photo(content, found.arrangement.photo, next(numbers), add))
    shapes += _logos(content, found, numbers, add)
    foot = [text for text in texts if text.slot in _FOOT]
    shapes += [text_shape(text, next(numbers), title) for text in foot]
    return "".join(shapes)


def title_slot(required: str, texts: tuple[TextBox, ...]) -> str:
    """The text that names the slide: who speaks, or the headline."""
    slots = [text.slot for text in texts]
    wanted = "name" if required == "quote" else required
    return wanted if wanted in slots else slots[0]


def _photo(content: Content, frame: PhotoSlot, number: int, add: AddImage) -> str:
    assert content.photo is not None  # noqa: S101 -- the caller asked
    relation = add(photo_file(content.photo, frame.box))
    said = content.photo_alt or f"Photo of {content.name or 'the person quoted'}"
    return photo_picture(frame, number, relation, clean(plain(typeset(said))))


def _logos(
    content: Content, found: Composition, numbers: "count[int]", add: AddImage
) -> list[str]:
    """Each partner's logo on its white plate."""
    shapes = []
    total = len(found.logos)
    for at, plate in enumerate(found.logos):
        shapes.append(logo_plate(plate, next(numbers)))
        image = logo_file(content.logos[at])
        which = f"Logo {at + 1} of {total}" if total > 1 else "Logo"
        said = f"{which}: {content.partners or 'a partner'}"
        relation, alt = add(image.data), clean(plain(typeset(said)))
        shapes.append(logo_picture(image.inside(plate), next(numbers), relation, alt))
    return shapes
