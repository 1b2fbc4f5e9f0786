"""The guide on one page: tagged, readable, the words as they were given."""

import io

import outloud
import pytest
from pypdf import PdfReader

from amd.campaign.data import guide as words
from amd.cards import THEMES
from amd.cards.guide import Guide, GuideSection, draw_guide

MARKUP = r"#let x = 1 $a_b$ *bold* [c] @ref \u{41} `raw` // <d> -- 'it'"


def drawn(*sections, theme="blue"):
    given = [GuideSection(each.heading, each.points, each.lengths) for each in sections]
    guide = Guide(
        words.TITLE, words.LEAD, given, words.COLUMNS, "#Ours", "ours.example"
    )
    return draw_guide(guide, theme)


def said(data):
    text = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    return " ".join(text.split())


def test_guide_is_one_page_that_says_every_word():
    data = drawn(*words.SECTIONS)

    assert len(PdfReader(io.BytesIO(data)).pages) == 1
    for section in words.SECTIONS:
        for text in (section.heading, *section.points):
            assert text in said(data)
    assert "Quote on a social card 240 characters" in said(data)


@pytest.mark.parametrize("theme", THEMES)
def test_guide_breaks_no_rule_of_accessible_pdf(tmp_path, theme):
    path = tmp_path / "guide.pdf"
    path.write_bytes(drawn(*words.SECTIONS, theme=theme))

    assert [each.rule_id for each in outloud.check(path).findings] == []


def test_markup_in_the_guide_stays_words():
    assert MARKUP in said(drawn(words.Section("A", (MARKUP,)), *words.SECTIONS[1:]))


def test_guide_is_the_same_each_time():
    assert drawn(*words.SECTIONS) == drawn(*words.SECTIONS)
