"""The wordmark is the hashtag as cards set it, and needs no font to be shown."""

import io
from xml.etree import ElementTree

import pytest
from PIL import Image

from amd.cards.text import width_em
from amd.cards.wordmark import (
    COLOURS,
    WEIGHT,
    places,
    png_size,
    svg_size,
    wordmark_png,
    wordmark_svg,
)

TEXT = "#AMillionDecisions"
SVG = "{http://www.w3.org/2000/svg}"


def read(svg):
    return ElementTree.fromstring(svg)  # noqa: S314  # our own


def opened(colour="blue", text=TEXT):
    return Image.open(io.BytesIO(wordmark_png(text, colour)))


def test_letters_stand_where_the_engine_sets_them():
    letters = places("AVA")

    assert [letter for letter, _ in letters] == ["A", "V", "A"]
    last, at = letters[-1]
    assert at + width_em(last, WEIGHT) == pytest.approx(width_em("AVA", WEIGHT))
    # With kerning: closer than the letters are wide.
    assert letters[1][1] < width_em("A", WEIGHT)


@pytest.mark.parametrize("colour", COLOURS)
def test_svg_is_one_titled_path_in_one_colour(colour):
    svg = read(wordmark_svg(TEXT, colour))

    title, path = svg
    assert (title.tag, title.text) == (f"{SVG}title", TEXT)
    assert (path.tag, path.get("fill")) == (f"{SVG}path", COLOURS[colour])
    # Each of the 18 letters, each hole in one and each dot of an i is a contour.
    assert path.get("d").count("M") == 18 + 3 + 2 * 1 + 1 + 1 + 1 + 1
    assert svg.get("role") == "img"


@pytest.mark.parametrize("colour", COLOURS)
def test_png_is_that_colour_on_nothing_without_a_fringe(colour):
    image = opened(colour)

    assert (image.mode, image.width) == ("RGBA", png_size(TEXT)[0])
    assert {pixel[:3] for _, pixel in image.getcolors(1000)} == {
        tuple(bytes.fromhex(COLOURS[colour][1:]))
    }
    assert image.getchannel("A").getextrema() == (0, 255)
    assert image.getchannel("A").getbbox() == (0, 0, *image.size)
    assert image.info == {"Title": TEXT, "Description": TEXT}


def test_png_and_svg_have_one_shape():
    width, height = svg_size(TEXT)

    assert opened().width / opened().height == pytest.approx(width / height, rel=0.01)


def test_same_words_same_bytes():
    first = wordmark_png(TEXT, "black"), wordmark_svg(TEXT, "black")
    wordmark_png.cache_clear()
    wordmark_svg.cache_clear()

    assert (wordmark_png(TEXT, "black"), wordmark_svg(TEXT, "black")) == first


def test_words_of_another_campaign_are_escaped_and_set():
    svg = read(wordmark_svg("#R&D", "blue"))

    assert svg[0].text == "#R&D"
    assert opened(text="#R&D").size[0] > 2000


def test_letter_that_the_face_lacks_is_an_error_not_a_box():
    with pytest.raises(ValueError, match="no outline for '本'"):
        wordmark_svg("#本", "blue")
