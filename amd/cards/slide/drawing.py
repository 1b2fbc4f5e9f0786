"""From a card to the file of its slide: examined, set in boxes, written."""

from collections.abc import Mapping
from dataclasses import replace

from amd.cards.checks import examine
from amd.cards.compose import Composition
from amd.cards.content import Card, CardError, Report
from amd.cards.slide.arial import FORMAT, in_arial
from amd.cards.slide.boxes import text_boxes
from amd.cards.slide.notes import about, notes
from amd.cards.slide.package import AddImage, slide_file
from amd.cards.slide.parts import layout_shapes, slide_shapes, title_slot


def check_slide(card: Card) -> Report:
    """What is wrong with this card as a slide, by the widths of Arial."""
    return examined(card)[0]


def draw_slide(card: Card) -> bytes:
    """The card as a .pptx file of one slide, the same bytes for the same card.

    Raises CardError, with the report, where `check_slide` finds a problem.
    """
    report, found = examined(card)
    if found is None:
        raise CardError(report)
    return written(card, found, notes(card), about(card))


def examined(card: Card) -> tuple[Report, Composition | None]:
    return examine(replace(card, design=in_arial(card.design)), FORMAT)


def written(
    card: Card, found: Composition, notes: str, about: Mapping[str, str]
) -> bytes:
    """The file of a card that has been set."""
    texts = text_boxes(card.content, found)
    title = title_slot(card.design.required, texts)
    layout = (card.design.label, layout_shapes(found, texts, title))

    def shapes(add: AddImage) -> str:
        return slide_shapes(card.content, found, texts, title, add)

    return slide_file(card.theme, layout, shapes, notes, about)
