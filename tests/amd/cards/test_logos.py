"""Partner logos stand in the foot, none larger to the eye than another."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from amd.cards import FORMATS, check
from amd.cards.compose import compose
from amd.cards.logos import PADDING, decoded_logo
from tests.amd.cards.samples import SHOWN, USUAL, social

CONTENT = replace(USUAL, mark="")


def _logo(width, height):
    out = io.BytesIO()
    Image.new("RGBA", (width, height), "#330072").save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("mark", ["", "Local card"])
def test_logos_have_room_in_the_foot(name, count, mark):
    shapes = (_logo(500, 150), _logo(200, 200), _logo(300, 200))[:count]
    _, right, bottom, _ = FORMATS[name].safe_px

    found = compose(social(replace(CONTENT, logos=shapes, mark=mark)), name)

    layout, texts = found.layout, [box for text in found.foot for box in text.boxes]
    assert len(found.logos) == count
    assert len({(place.y, place.height) for place in found.logos}) == 1
    for place in found.logos:
        assert place.y >= layout.foot.box.y
        assert place.right <= FORMATS[name].width_px - right + 0.5
        padding, least = PADDING * layout.foot.logos_by, 40 * layout.foot.logos_by
        assert place.bottom - padding <= FORMATS[name].height_px - bottom
        assert place.height >= least
        assert not any(place.grown(12).meets(box) for box in texts)


@pytest.mark.parametrize(
    ("logos", "sentence"),
    [
        ((b"nothing",), "Choose another logo: one of these cannot be read"),
        ((_logo(9, 9),) * 4, "Choose at most 3 logos"),
    ],
)
def test_logos_that_cannot_be_drawn_are_a_problem(logos, sentence):
    report = check(social(replace(CONTENT, logos=logos)), "square")

    assert [each.sentence for each in report.problems] == [sentence]


def _on(ground, ink):
    """A block of ink in the middle of a larger ground."""
    image = Image.new("RGBA", (300, 200), ground)
    image.paste(ink, (50, 80, 250, 120))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("ground", ["#FFFFFF", "#FFFFFF00", "#00000000"])
def test_empty_edges_of_a_logo_are_cut_off(ground):
    assert decoded_logo(_on(ground, "#330072")).size == (200, 40)


def test_logo_of_which_nothing_shows_on_white_is_none():
    assert decoded_logo(_on("#FFFFFF00", "#FFFFFF")) is None


def test_logos_without_room_are_left_out_with_a_warning():
    long = "#AMillionDecisionsWithEvidenceEveryDay"
    content = replace(CONTENT, logos=(_logo(900, 90),) * 3, address="", hashtag=long)

    [warning] = check(social(content), "square").warnings

    assert warning.sentence == "The square format has no room for the logos"
