"""The page of a card: one tagged A4 page with every word, as typed, in reading order."""

import io
import subprocess
import sys
import unicodedata
from dataclasses import replace
from hashlib import sha256

import outloud
import pytest
from pypdf import PdfReader

from amd.cards import CardError, check, draw
from amd.cards.checks import examine
from amd.cards.page import page_data
from amd.cards.page_text import language
from tests.amd.cards.forty import CARDS, FORTY
from tests.amd.cards.samples import (
    LONGEST,
    ORGANISATION_120,
    STORY,
    SURNAME_40,
    TITLE_120,
    USUAL,
    plain_photo,
    social,
    vignette,
)

MARKUP = r"#let x = 1 $a_b$ *bold* _it_ [c] @ref <d> \u{41} `raw` // /* = + #[x] \ end"
TERMS = "Share this card unchanged until 23 November 2031; stop when it is withdrawn."
WORDS_110 = " ".join(["evidence appraised quickly saves"] * 27 + ["many", "lives"])
QUOTE_1000 = ("Every week our librarian brings the papers that matter. " * 18)[:1000]
LONGEST_STORY = replace(
    LONGEST,
    kicker="Impact case study",
    headline="Ward equipment chosen on evidence saves a trust in Sampleshire £120,000 a year"[
        :80
    ],
    figure="£1,200,000 a yr.",
    figure_basis="estimated over five years by the finance team of the trust, before costs",
    body=WORDS_110,
    quote=QUOTE_1000,
    working_with=f"Professor Alexandrina {SURNAME_40}, {TITLE_120}",
    service=ORGANISATION_120,
    photo=plain_photo(),
    credit="© the person quoted",
    terms=TERMS,
)
# pypdf reads glyph by glyph, which tells nothing of letters that are several glyphs.
PLAIN = [
    name
    for name, card in FORTY
    if not any(
        unicodedata.name(char, "").split(" ")[0]
        in ("ARABIC", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "TAMIL")
        for char in card.content.quote + card.content.headline
    )
    and name not in ("Yoruba", "Hebrew", "unbroken")
]


def page(card):
    return PdfReader(io.BytesIO(draw(card, "a4", "pdf")))


def joined(text):
    """The text without its spaces and what has no shape."""
    whole = unicodedata.normalize("NFKC", text)
    return "".join(
        char
        for char in whole
        if not char.isspace()
        and unicodedata.category(char) not in ("Cf", "Cc")
        and char != "\ufe0f"
    )


def said(card):
    return " ".join(page(card).pages[0].extract_text().split())


def tags(reader):
    """The tags of the page with their alternative text, in reading order."""
    found = []

    def walk(element):
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            thing = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(thing, dict) and "/S" in thing:
                found.append((thing["/S"][1:], thing.get("/Alt", "")))
                walk(thing)

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    return [each for each in found if each[0] not in ("Document", "Span")]


@pytest.mark.parametrize("name", CARDS)
def test_each_of_the_forty_is_one_page_without_an_error(name, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(draw(CARDS[name], "a4", "pdf"))

    found = outloud.check(path)

    assert [each for each in found.findings if each.severity == "error"] == []
    reader = PdfReader(path)
    assert len(reader.pages) == 1
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]


@pytest.mark.parametrize("name", PLAIN)
def test_all_words_can_be_selected_in_reading_order(name):
    card = CARDS[name]
    blocks = page_data(card, examine(card, "a4")[1])["texts"]
    expected = [
        block["hung"] + "".join(run[0] for line in block["lines"] for run in line)
        for block in blocks
    ]

    assert joined(said(card)) == joined("".join(expected))


@pytest.mark.parametrize(
    ("design", "slot"),
    [
        *((social, slot) for slot in ("quote", "name", "title")),
        *((vignette, slot) for slot in ("quote", "headline", "body")),
    ],
)
def test_markup_is_shown_as_typed(design, slot):
    card = design(replace(STORY, **{slot: MARKUP}))

    assert joined(MARKUP) in joined(said(card))


def test_markup_in_every_other_place_is_shown_as_typed():
    names = ("organisation", "figure", "figure_basis", "working_with", "service")
    more = ("kicker", "mark", "address", "hashtag", "terms")
    for name in names + more:
        words = said(vignette(replace(STORY, **{name: "*[a](b)* #x $y$"})))

        assert "*[a](b)* #x $y$" in words, name


def test_longest_of_everything_fits_with_its_whole_quote_and_picture():
    card = vignette(LONGEST_STORY)

    assert check(card, "a4").problems == ()
    assert check(card, "a4").warnings == ()
    assert joined(QUOTE_1000) in joined(said(card))
    picture = f"Photo of the case study: {LONGEST_STORY.headline}"
    assert ("Figure", picture) in tags(page(card))


def test_no_words_stand_in_the_margin():
    for card in (vignette(LONGEST_STORY), *CARDS.values()):
        found = examine(card, "a4")[1]
        boxes = [box for text in (*found.texts, *found.foot) for box in text.boxes]

        assert min(box.x for box in boxes) >= 88.5
        assert max(box.right for box in boxes) <= 1240 - 88.5
        assert min(box.y for box in boxes) >= 88.5
        assert max(box.bottom for box in boxes) <= 1754 - 88.5


def test_what_does_not_fit_is_refused_with_the_number_of_characters():
    quote = "Evidence saves lives every day. " * 85
    card = vignette(replace(LONGEST_STORY, quote=quote))

    report = check(card, "a4")

    over = report.problems[0].over_by_characters
    assert over > 100
    assert [each.sentence for each in report.problems] == [
        f"Shorten the quote by {over} characters to fit the A4 page"
    ]
    with pytest.raises(CardError):
        draw(card, "a4", "pdf")
    shorter = card.content.quote[: len(card.content.quote) - over]
    assert check(vignette(replace(LONGEST_STORY, quote=shorter)), "a4").ok


def test_glyph_that_no_face_has_is_refused():
    card = social(replace(USUAL, quote="\U00012000 evidence"))

    assert not check(card, "a4").ok


def test_a_page_is_nothing_but_pdf():
    with pytest.raises(ValueError, match="kind 'png' is not one of pdf"):
        draw(social(USUAL), "a4", "png")


def test_social_card_has_its_tags_in_order():
    content = replace(
        USUAL, photo=plain_photo(), photo_alt="A smiling person", terms=TERMS
    )

    assert tags(page(social(content))) == [
        ("Figure", "A smiling person"),
        ("BlockQuote", ""),
        ("P", ""),
        ("H1", ""),
        ("P", ""),
        ("P", ""),
        ("P", ""),
        ("P", ""),
        ("P", ""),
    ]


def test_case_study_has_its_tags_in_order():
    kinds = [kind for kind, _ in tags(page(vignette(STORY)))]

    assert kinds == ["P", "H1", "P", "P", "P", "BlockQuote", *["P"] * 6]


def test_logos_are_one_picture_with_the_names_of_the_partners():
    content = replace(CARDS["usual, logos"].content, partners="Sample Trust, Other")

    assert ("Figure", "Logos: Sample Trust, Other") in tags(page(social(content)))


def test_what_a_pdf_may_not_hold_is_left_out_of_what_it_says():
    odd = "\x00a\ufeff\ufffe\x1fb\n\ud800"
    content = replace(
        USUAL, photo=plain_photo(), photo_alt=odd, credit=odd, partners=odd
    )

    reader = page(social(content))

    assert tags(reader)[0] == ("Figure", "ab")
    assert reader.metadata["/Author"] == "ab"


@pytest.mark.parametrize("card", [social(USUAL), vignette(STORY)])
def test_terms_of_two_lines_stand_clear_of_the_words_above(card):
    credit = "© the person quoted. Photo: " + "Sam Sample of the Trust, " * 5
    content = replace(card.content, credit=credit, terms=TERMS)

    _, found = examine(replace(card, content=content), "a4")

    hashtag, address, terms = (found.foot[at].boxes for at in (0, -2, -1))
    assert len(terms) == 2
    assert address[-1].bottom <= terms[0].y
    assert found.texts[-1].boxes[-1].bottom <= hashtag[0].y


def test_page_says_its_title_credit_terms_and_language():
    content = replace(USUAL, credit="© the person quoted", terms=TERMS)

    reader = page(social(content))

    assert reader.metadata["/Title"] == "Quote card: Dr Sample Person, " + (
        "Sampleshire NHS Trust"
    )
    assert reader.metadata["/Author"] == "© the person quoted"
    assert reader.metadata["/Subject"] == TERMS
    assert "/CreationDate" not in reader.metadata
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert f"© the person quoted. {TERMS}" in said(social(content))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tystiolaeth", "en"),
        ("12", "en"),
        ("عندما يجب", "ar"),
        ("جب فیصلہ درست ہونا", "ur"),
        ("כאשר", "he"),
        ("जब निर्णय", "hi"),
        ("判断を誤れない", "ja"),
        ("当决定", "zh"),
        ("근거로", "ko"),
        ("Όταν", "el"),
    ],
)
def test_language_is_what_the_script_tells(text, code):
    assert language(text) == code


@pytest.mark.parametrize("name", ["usual, photo", "Arabic"])
def test_page_is_the_same_in_another_process(name):
    code = (
        "from tests.amd.cards.forty import CARDS; from amd.cards import draw;"
        "from hashlib import sha256;"
        f"print(sha256(draw(CARDS[{name!r}], 'a4', 'pdf')).hexdigest())"
    )
    command = [sys.executable, "-c", code]
    printed = subprocess.run(  # noqa: S603  # our own lines above
        command, capture_output=True, text=True, check=True
    ).stdout

    assert printed.strip() == sha256(draw(CARDS[name], "a4", "pdf")).hexdigest()
