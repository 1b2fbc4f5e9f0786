"""Letters that are several glyphs: other programs read each of them once."""

import re
import unicodedata

import pytest

from amd.cards import draw
from amd.cards import page_words as words
from amd.cards.checks import examine
from amd.cards.page import page_data
from tests.amd.cards.forty import CARDS

LEFT = ["Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Tamil", "Yoruba"]
RIGHT = ["Arabic", "Urdu", "Arabic story", "Hebrew"]


def read(pdf):
    """The page's words part by part, as a program reads that obeys what is written."""
    objects = words._objects(pdf)
    page = next(each for each in objects if b"/Type/Page/" in each)
    resources = objects[words._referred(page, b"Resources")]
    fonts = {
        name: words._letters_of(objects, objects[int(number)])
        for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", resources)
    }
    content = words._unpacked(objects[words._referred(page, b"Contents")])
    parts = words._PART.finditer(content)
    return plain("".join(words._text(part.group(0), fonts) for part in parts))


def typed(card):
    blocks = page_data(card, examine(card, "a4")[1])["texts"]
    return plain(
        "".join(
            block["hung"] + "".join(run[0] for line in block["lines"] for run in line)
            for block in blocks
        )
    )


def plain(text):
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("name", LEFT)
def test_words_from_left_to_right_read_as_typed(name):
    assert read(draw(CARDS[name], "a4", "pdf")) == typed(CARDS[name])


@pytest.mark.parametrize("name", RIGHT)
def test_words_from_right_to_left_have_every_letter_once(name):
    assert sorted(read(draw(CARDS[name], "a4", "pdf"))) == sorted(typed(CARDS[name]))


def test_file_that_is_written_otherwise_is_refused():
    with pytest.raises(ValueError, match="startxref|subsection|not found"):
        words.read_once(b"%PDF-1.7\n%%EOF", [0.0])
