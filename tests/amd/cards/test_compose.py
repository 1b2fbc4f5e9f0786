"""Set cards: every word is there, in order, where it may stand, as large as it can."""

from dataclasses import replace

import pytest
from PIL import Image

from amd.cards import FORMATS, check
from amd.cards.compose import compose
from amd.cards.painting import draw_text
from amd.cards.themes import THEMES
from tests.amd.cards.samples import (
    LONGEST,
    QUOTE_240,
    SHORT,
    SHOWN,
    STORY,
    USUAL,
    WELSH,
    plain_photo,
    social,
    vignette,
)

SOCIAL = [SHORT, USUAL, WELSH, LONGEST]
PICTURED = [replace(content, photo=plain_photo()) for content in SOCIAL]


def _words(found, slot):
    parts = [text.words for text in found.texts if text.slot == slot]
    return " ".join(parts).replace("\u00a0", " ")


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("content", SOCIAL + PICTURED)
def test_social_card_holds_all_words_in_order(name, content):
    found = compose(social(content), name)

    assert _words(found, "quote") == f"“{content.quote}”"
    for slot in ("name", "title", "organisation"):
        joined = _words(found, slot).replace("- ", "-")
        assert joined == getattr(content, slot)
    assert found.left_out == ()


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize(
    "card", [*map(social, SOCIAL + PICTURED), vignette(STORY), vignette(SHORT)]
)
def test_words_stand_inside_the_safe_area(name, card):
    if card.design.name == "vignette":
        card = replace(card, content=replace(card.content, headline="Fewer falls"))
    top, right, bottom, left = FORMATS[name].safe_px

    found = compose(card, name)

    for text in (*found.texts, *found.foot):
        for box in text.boxes:
            assert box.x >= left - 0.01
            assert box.right <= FORMATS[name].width_px - right + 0.01
            assert box.y >= top
            assert box.bottom <= FORMATS[name].height_px - bottom


@pytest.mark.parametrize("name", SHOWN)
def test_ink_stays_inside_its_slot(name):
    found = compose(social(WELSH), name)
    for text in found.texts:
        image = Image.new("RGB", (FORMATS[name].width_px, FORMATS[name].height_px))
        draw_text(image, text, THEMES["blue"])
        left, top, right, bottom = image.getbbox()

        over = text.size * 0.25  # a circumflex on a capital stands above the line
        assert left >= min(box.x for box in text.boxes) - 2
        assert right <= max(box.right for box in text.boxes) + 2
        assert top >= text.boxes[0].y - over
        assert bottom <= text.boxes[-1].bottom + 2


@pytest.mark.parametrize("name", SHOWN)
def test_blocks_of_words_do_not_touch_each_other_or_the_photo(name):
    found = compose(social(replace(LONGEST, photo=plain_photo())), name)

    blocks = [text.boxes for text in found.texts]
    for above, below in zip(blocks, blocks[1:], strict=False):
        assert above[-1].bottom <= below[0].y + 4
    photo = found.arrangement.photo.box.grown(14)
    assert not any(box.meets(photo) for boxes in blocks for box in boxes)


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("photo", [None, plain_photo()])
def test_quote_of_240_characters_fits_every_format_above_its_floor(name, photo):
    card = social(replace(LONGEST, photo=photo))

    assert len(card.content.quote) == len(QUOTE_240) == 240
    assert check(card, name).problems == ()
    least = 32 * FORMATS[name].width_px / 1080
    assert compose(card, name).lead_px >= least


@pytest.mark.parametrize("name", SHOWN)
def test_short_quote_is_set_large(name):
    assert compose(social(SHORT), name).lead_px > 95


@pytest.mark.parametrize("name", SHOWN)
def test_opening_mark_hangs_outside_the_text_edge(name):
    quote = compose(social(USUAL), name).texts[0]

    assert {line.x for line in quote.lines} == {quote.lines[0].x}
    assert quote.hung == "“"
    assert quote.boxes[0].x == pytest.approx(quote.lines[0].x - quote.hung_width)


@pytest.mark.parametrize("name", SHOWN)
def test_long_name_is_never_refused(name):
    for long_name in ("Wilhelmina " * 7, "W" * 60, "Sample-" * 11 + "Sam"):
        content = replace(USUAL, name=long_name.strip(), photo=plain_photo())

        assert check(social(content), name).ok


def test_story_leaves_top_and_bottom_to_the_phone():
    card = vignette(replace(STORY, photo=plain_photo()))

    found = compose(card, "story")

    boxes = [box for text in (*found.texts, *found.foot) for box in text.boxes]
    assert min(box.y for box in boxes) >= 250
    assert max(box.bottom for box in boxes) <= 1920 - 340
    assert found.arrangement.photo.box.y >= 250


def test_vignette_in_full_holds_every_part():
    found = compose(vignette(STORY), "portrait")

    assert [text.slot for text in found.texts] == [
        "kicker",
        "headline",
        "figure",
        "figure_basis",
        "body",
        "quote",
        "name",
        "role",
        "working_with",
    ]
    assert _words(found, "body") == STORY.body
    assert _words(found, "working_with") == (
        f"Working with: {STORY.working_with}, {STORY.service}"
    )


def test_vignette_leaves_out_working_with_first_and_then_the_quote():
    full = replace(STORY, body="word and " * 55)
    longer = replace(STORY, body="word and " * 135)
    longest = replace(STORY, body="word and " * 150)

    assert _left_out(full, "portrait") == []
    assert _left_out(longer, "portrait") == ["working_with"]
    assert _left_out(longest, "portrait") == ["working_with", "quote"]
    assert check(vignette(longest), "portrait").warnings[0].sentence == (
        "The portrait format has no room for “Working with”"
    )


def _left_out(content, name):
    report = check(vignette(content), name)
    assert report.ok
    return [warning.slot for warning in report.warnings]


def test_vignette_in_short_takes_the_first_sentence_where_there_is_no_quote():
    found = compose(vignette(replace(STORY, quote="")), "landscape")

    assert found.texts[-1].slot == "sentence"
    assert _words(found, "sentence") == STORY.body.split(". ")[0] + "."


def test_figure_and_its_basis_share_a_baseline():
    texts = {text.slot: text for text in compose(vignette(STORY), "square").texts}

    assert texts["figure_basis"].lines[-1].baseline == pytest.approx(
        texts["figure"].lines[0].baseline
    )


@pytest.mark.parametrize("name", SHOWN)
def test_headline_alone_is_set_large(name):
    bare = replace(SHORT, headline="Two hours saved", quote="", kicker="Case study")
    told = replace(STORY, headline="Two hours saved")

    alone, among = compose(vignette(bare), name), compose(vignette(told), name)

    assert [text.slot for text in alone.texts] == ["kicker", "headline"]
    assert alone.texts[1].size > 1.4 * among.texts[1].size


def test_mark_stands_apart_from_a_greek_accent():
    plain = compose(social(replace(SHORT, quote="Οταν")), "square").texts[0]
    accented = compose(social(replace(SHORT, quote="Όταν")), "square").texts[0]

    assert accented.hung_width / accented.size > plain.hung_width / plain.size


def test_picture_of_a_story_is_smaller_where_words_need_the_room():
    picture = plain_photo()
    many = replace(STORY, photo=picture)
    few = replace(many, headline="Fewer falls", body="")

    wide = compose(vignette(few), "portrait").arrangement.photo.box.width
    narrow = compose(vignette(many), "portrait").arrangement.photo.box.width

    assert wide == 570
    assert narrow < 480
