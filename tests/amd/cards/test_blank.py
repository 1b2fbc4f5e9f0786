"""The two designs as blank slides: guidance to type over, a place for the photo."""

import pytest
from openxml_audit import validate_pptx

from amd.cards import DESIGNS, SOCIAL_CARD, THEMES, VIGNETTE
from amd.cards.slide import blank_slide
from tests.amd.cards.slides import alt_of, notes, opened, pictures, texts


def blank(design, theme="blue"):
    return blank_slide(design, theme, hashtag="#Ours", address="Your address")


def test_social_card_says_in_each_box_what_goes_there():
    found = {text.name: text.words for text in texts(blank(SOCIAL_CARD))}

    assert found["Quote"].startswith("“Their own words, 240 characters at most")
    assert found["Name"] == "Name, as they want it shown"
    assert list(found)[2:4] == ["Job title", "Organisation"]
    assert found["Hashtag"] == "#Ours"
    assert found["Address"] == "Local card · Your address"


def test_vignette_says_in_each_box_what_goes_there():
    found = {text.name: text.words for text in texts(blank(VIGNETTE))}

    assert "80" in found["Headline"]
    assert "160" in found["Quote"]
    assert "measured or estimated" in found["Basis of the figure"]
    assert found["Kicker"] == "Impact case study · Local card"


def test_photo_has_a_round_place_in_slide_and_layout():
    data = blank(SOCIAL_CARD)

    (photo,) = pictures(data)
    (layout,) = opened(data).slide_layouts
    (place,) = [
        each
        for each in layout.placeholders
        if "PICTURE" in str(each.placeholder_format.type)
    ]
    assert alt_of(photo).startswith("Place for a photo")
    assert photo.is_placeholder
    assert (place.left, place.top) == (photo.left, photo.top)
    assert place._element.spPr.prstGeom.get("prst") == "ellipse"


def test_every_box_of_the_layout_asks_for_its_words():
    (layout,) = opened(blank(SOCIAL_CARD)).slide_layouts

    asked = {each.name: each.text_frame.text for each in layout.placeholders}
    assert asked["Quote"] == "Their own words"
    assert all(asked.values())


@pytest.mark.parametrize("design", DESIGNS.values(), ids=str)
def test_notes_say_how_to_fill_it_in(design):
    lines = notes(blank(design)).split("\n")

    assert lines[0] == f"{design.label}: how to fill in this slide"
    assert lines[1].startswith("1. Click a text and type over it.")
    assert "agreed, in writing" in "".join(lines)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("design", DESIGNS.values(), ids=str)
def test_blank_slide_is_the_same_each_time(design, theme):
    assert blank(design, theme) == blank(design, theme)


@pytest.mark.parametrize("design", DESIGNS.values(), ids=str)
def test_powerpoint_has_nothing_to_repair(design, tmp_path):
    path = tmp_path / "blank.pptx"
    path.write_bytes(blank(design))

    assert validate_pptx(path).errors == []
