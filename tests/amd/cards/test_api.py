"""What the rest of the house relies on: pictures of the right size, problems as words."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from amd.cards import (
    FORMATS,
    SOCIAL_CARD,
    Card,
    CardError,
    Content,
    check,
    digest,
    draw,
)

CONTENT = Content(
    quote="When a decision has to be right, our librarians are the colleagues I ask.",
    name="Dr Sample Person",
    title="Medical Director",
    organisation="Sampleshire NHS Trust",
    address="amilliondecisions.example/7f3k-2q",
)
CARD = Card(SOCIAL_CARD, "blue", CONTENT)


@pytest.mark.parametrize("name", FORMATS)
def test_draw_each_format_has_its_size(name):
    kind = FORMATS[name].kinds[0]

    image = Image.open(io.BytesIO(draw(CARD, name, kind)))

    assert image.size == (FORMATS[name].width_px, FORMATS[name].height_px)
    assert image.mode == "RGB"


def test_draw_is_the_same_every_time():
    assert draw(CARD, "square", "png") == draw(CARD, "square", "png")


def test_draw_refuses_an_empty_quote_with_its_report():
    card = replace(CARD, content=replace(CONTENT, quote=""))

    with pytest.raises(CardError) as refused:
        draw(card, "square", "png")

    assert refused.value.report == check(card, "square")
    assert [each.sentence for each in refused.value.report.problems] == [
        "Enter the quote"
    ]


def test_digest_moves_with_the_field_that_holds_the_words():
    swapped = replace(CONTENT, name=CONTENT.title, title=CONTENT.name)

    assert digest(CARD) != digest(replace(CARD, content=swapped))
    assert digest(CARD) == digest(Card(SOCIAL_CARD, "blue", replace(CONTENT)))
