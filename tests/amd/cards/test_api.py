"""What the rest of the house relies on: pictures of the right size, the same each time."""

import io
import subprocess
import sys
from dataclasses import fields, replace

import pytest
from PIL import Image

from amd.cards import FORMATS, RASTERS, CardError, Content, check, digest, draw, sheet
from tests.amd.cards.samples import (
    SHOWN,
    STORY,
    USUAL,
    noisy_photo,
    plain_photo,
    social,
    vignette,
)


@pytest.mark.parametrize("name", RASTERS)
@pytest.mark.parametrize("card", [social(USUAL), vignette(STORY)])
def test_draw_each_format_has_its_size(card, name):
    drawn = draw(card, name, FORMATS[name].kinds[0])

    image = Image.open(io.BytesIO(drawn))

    assert image.size == (FORMATS[name].width_px, FORMATS[name].height_px)
    assert image.mode == "RGB"
    assert len(image.getcolors(1 << 22)) > 100


def test_engine_does_not_import_django():
    assert _printed_by("import sys, amd.cards; print('django' in sys.modules)") == (
        "False\n"
    )


def _printed_by(code):
    command = [sys.executable, "-c", code]
    return subprocess.run(  # noqa: S603  # our own two lines above
        command, capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_draw_noisy_photo_stays_below_a_million_bytes(name, kind):
    card = social(replace(USUAL, quote="Evidence first.", photo=noisy_photo()))

    assert len(draw(card, name, kind)) < 1_000_000


@pytest.mark.parametrize("name", ["portrait", "tall", "story"])
def test_draw_vignette_with_noisy_picture_stays_below_a_million_bytes(name):
    card = vignette(replace(STORY, photo=noisy_photo()))

    assert len(draw(card, name, "png")) < 1_000_000


def test_draw_png_holds_the_pixels_that_were_painted():
    card = social(replace(USUAL, photo=plain_photo()))

    png = Image.open(io.BytesIO(draw(card, "square", "png")))
    jpeg = Image.open(io.BytesIO(draw(card, "square", "jpeg")))

    assert png.getpixel((540, 1075)) == (0, 0x30, 0x87)
    assert png.info["dpi"] == pytest.approx((72, 72), abs=0.1)
    assert jpeg.layer[1][1:3] == (1, 1)  # 4:4:4: colour at full resolution


def test_draw_refuses_an_empty_quote_with_its_report():
    card = social(replace(USUAL, quote=""))

    with pytest.raises(CardError) as refused:
        draw(card, "square", "png")

    assert refused.value.report == check(card, "square")
    assert [each.sentence for each in refused.value.report.problems] == [
        "Enter the quote"
    ]


@pytest.mark.parametrize("name", [field.name for field in fields(Content)])
def test_digest_moves_with_every_field(name):
    changed = {"photo": plain_photo(), "logos": (b"logo",)}.get(name, "Else")

    assert digest(social(replace(USUAL, **{name: changed}))) != digest(social(USUAL))


def test_digest_knows_which_field_holds_the_words():
    swapped = replace(USUAL, name=USUAL.title, title=USUAL.name)

    assert digest(social(swapped)) != digest(social(USUAL))
    assert digest(social(replace(USUAL))) == digest(social(USUAL))


def test_digest_moves_with_theme_and_focal_point():
    photo = plain_photo()
    here, there = replace(photo, focal=(0.5, 0.3)), replace(photo, focal=(0.5, 0.4))

    assert digest(social(USUAL, "night")) != digest(social(USUAL, "blue"))
    assert digest(social(replace(USUAL, photo=here))) != digest(
        social(replace(USUAL, photo=there))
    )


def test_sheet_holds_a_tile_for_each_card_and_format():
    whole = sheet([social(USUAL), vignette(STORY)], ["square", "thumb"], boxes=True)

    assert whole.mode == "RGB"
    assert whole.width > 4 * 400
