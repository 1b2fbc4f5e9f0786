"""The page of a card: one tagged A4 page with every word, as typed, in reading order."""

import io

import outloud
import pytest
from pypdf import PdfReader

from amd.cards import draw
from tests.amd.cards.forty import CARDS, FORTY

MARKUP = r"#let x = 1 $a_b$ *bold* _it_ [c] @ref <d> \u{41} `raw` // % ~ -- = + / 'it'"
TERMS = "Share this card unchanged until 23 November 2031; stop when it is withdrawn."


def page(card):
    return PdfReader(io.BytesIO(draw(card, "a4", "pdf")))


def said(card):
    """The words of the page, spaces made one."""
    return " ".join(page(card).pages[0].extract_text().split())


def tags(reader):
    """The tags of the page with their alternative text, in reading order."""
    found = []

    def walk(element):
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(kid, dict) and "/S" in kid:
                found.append((kid["/S"][1:], kid.get("/Alt", "")))
                walk(kid)

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    return found


@pytest.mark.parametrize("name", CARDS)
def test_each_of_the_forty_is_one_page_without_an_error(name, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(draw(CARDS[name], "a4", "pdf"))

    found = outloud.check(path)

    assert [each for each in found.findings if each.severity == "error"] == []
    assert len(PdfReader(path).pages) == 1


def test_forty_pages_stay_small():
    assert max(len(draw(card, "a4", "pdf")) for _, card in FORTY) < 300_000
