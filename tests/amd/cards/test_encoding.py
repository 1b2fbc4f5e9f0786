"""A drawn file says what it shows, whose it is and how to use it, and nothing else."""

import io
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PIL import Image

from amd.cards import alt_text, draw, short_alt_text
from amd.cards.encoding import encode
from tests.amd.cards.samples import USUAL, social

CREDIT = "© the person quoted"
TERMS = "Share this card until 3 June 2031 & no longer."
CARD = social(replace(USUAL, credit=CREDIT, terms=TERMS))


def test_png_has_title_alt_text_credit_and_terms():
    image = Image.open(io.BytesIO(draw(CARD, "square", "png")))
    image.load()

    assert image.text == {
        "Title": short_alt_text(CARD),
        "Description": alt_text(CARD),
        "Author": CREDIT,
        "Copyright": TERMS,
    }


def test_jpeg_has_the_same_as_xmp_and_no_exif():
    image = Image.open(io.BytesIO(draw(CARD, "square", "jpeg")))

    packet = image.info["xmp"].decode()
    [[fields]] = ElementTree.fromstring(packet)  # noqa: S314  # we wrote it ourselves
    told = ["".join(each.itertext()) for each in fields]

    assert told == [short_alt_text(CARD), alt_text(CARD), CREDIT, TERMS]
    assert not image.getexif()
    assert image.info["dpi"] == (72, 72)


@pytest.mark.parametrize("height", [1, 2, 256, 257, 600])
def test_png_holds_every_pixel(height):
    picture = Image.effect_noise((7, height), 90)
    picture = Image.merge("RGB", (picture, picture.rotate(180), picture))

    opened = Image.open(io.BytesIO(encode(picture, "png")))

    assert opened.tobytes() == picture.tobytes()


def test_png_holds_no_other_chunk():
    data = draw(CARD, "square", "png")

    kinds = []
    at = 8
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        kinds.append(data[at + 4 : at + 8].decode())
        at += size + 12

    known = ["IHDR", "sRGB", "pHYs", "iTXt", "iTXt", "iTXt", "iTXt", "IDAT", "IEND"]
    assert kinds == known


def test_jpeg_holds_no_other_segment():
    data = draw(CARD, "square", "jpeg")

    applications = re.findall(rb"\xff([\xe0-\xef])..(\w+)", data[:4000], re.DOTALL)

    assert applications == [(b"\xe0", b"JFIF"), (b"\xe1", b"http")]


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_nothing_is_said_of_credit_where_there_is_none(kind):
    plain = draw(social(USUAL), "square", kind)

    assert b"Author" not in plain
    assert b"dc:rights" not in plain


def test_drawing_changes_with_the_terms_alone():
    later = social(replace(CARD.content, terms="Share it until 2040."))

    assert draw(later, "square", "png") != draw(CARD, "square", "png")


def test_jpeg_says_nothing_that_xml_may_not_hold():
    card = social(replace(USUAL, partners="A\x07B", credit="\x00\ud800©"))

    image = Image.open(io.BytesIO(draw(card, "square", "jpeg")))

    packet = image.info["xmp"].decode()
    [[fields]] = ElementTree.fromstring(packet)  # noqa: S314  # we wrote it ourselves
    told = ["".join(each.itertext()) for each in fields]
    assert "Logos: AB" in told[1]
    assert told[2] == "©"
