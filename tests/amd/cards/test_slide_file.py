"""The file of a slide: what PowerPoint opens, with nothing of an older one in it."""

import io
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest
from openxml_audit import validate_pptx
from pptx.enum.dml import MSO_THEME_COLOR

from amd.cards.slide import draw_slide
from tests.amd.cards.forty import CARDS
from tests.amd.cards.samples import USUAL, social
from tests.amd.cards.slides import drawn, notes, opened, parts, texts


def test_slide_is_drawn_the_same_in_another_process():
    code = (
        "import hashlib; from tests.amd.cards.forty import CARDS;"
        "from amd.cards.slide import draw_slide;"
        "print(hashlib.sha256(draw_slide(CARDS['usual, logos'])).hexdigest())"
    )

    digests = {
        subprocess.run(  # noqa: S603 - our own words above
            [sys.executable, "-c", code], capture_output=True, check=True, text=True
        ).stdout
        for _ in range(2)
    }

    assert len(digests) == 1


def test_colours_and_face_are_those_of_the_theme():
    data = draw_slide(social(USUAL, "night"))

    (quote, *_) = texts(data)
    master = opened(data).slide_master
    assert quote.runs[0].font.color.theme_color == MSO_THEME_COLOR.TEXT_1
    assert master.background.fill.fore_color.theme_color == MSO_THEME_COLOR.BACKGROUND_1
    theme = parts(data)["ppt/theme/theme1.xml"].decode()
    assert '<a:dk1><a:srgbClr val="0B1F3F"/></a:dk1>' in theme
    assert '<a:latin typeface="Arial"/>' in theme
    assert "Calibri" not in str(parts(data))


def test_nothing_of_the_librarys_own_template_is_left():
    data = draw_slide(social(USUAL))

    names = list(parts(data))
    slides = opened(data)
    assert [layout.name for layout in slides.slide_layouts] == ["Social card"]
    assert not [name for name in names if "printer" in name or "thumbnail" in name]
    assert b"screen4x3" not in parts(data)["ppt/presentation.xml"]
    assert (slides.slide_width, slides.slide_height) == (12192000, 6858000)
    assert b"Canny" not in data
    assert b"en-US" not in b"".join(parts(data).values())


def test_file_says_what_it_is_and_no_time():
    card = social(replace(USUAL, terms="Share this card unchanged."))

    found = opened(draw_slide(card)).core_properties
    core = parts(draw_slide(card))["docProps/core.xml"]
    assert found.title == "Quote card: Dr Sample Person, Sampleshire NHS Trust"
    assert (found.author, found.subject) == ("#AMillionDecisions", "Social card")
    assert found.keywords == "#AMillionDecisions, social card, health libraries"
    assert found.comments == "Share this card unchanged."
    assert b"dcterms" not in core.split(b">", 2)[2]


def test_notes_hold_words_to_post_alt_text_and_terms():
    terms = "Share this card unchanged until 23 November 2031."
    content = replace(USUAL, credit="© the person quoted", terms=terms)

    lines = notes(draw_slide(social(content))).split("\n")

    assert lines[:3] == [
        "Post text",
        f"“{USUAL.quote}”",
        "Dr Sample Person, Medical Director, Sampleshire NHS Trust",
    ]
    assert lines[3] == "#AMillionDecisions amilliondecisions.example/7f3k-2q"
    assert lines[-2:] == ["Terms", f"© the person quoted. {terms}"]
    assert "Alt text" in lines


def test_files_stay_small():
    assert max(len(drawn(name)) for name in CARDS) < 200_000


def errors_in(path, data):
    path.write_bytes(data)
    return [error.description for error in validate_pptx(path).errors]


@pytest.mark.parametrize("name", CARDS)
def test_powerpoint_has_nothing_to_repair(name, tmp_path):
    assert errors_in(tmp_path / "slide.pptx", drawn(name)) == []


def test_what_powerpoint_would_repair_is_seen(tmp_path):
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as file:
        for name, data in parts(drawn("usual")).items():
            swapped = data.replace(b"<p:nvPr/>", b"") if "slides/s" in name else data
            file.writestr(name, swapped)

    assert errors_in(tmp_path / "slide.pptx", broken.getvalue()) != []
