"""The middle of a crop, as people type it."""

import pytest
from django.core.exceptions import ValidationError

from amd.pictures.focal import DEFAULT, Typed, typed_of
from amd.pictures.models import Picture

LEFT = (
    "Enter how far the middle is from the left, as a number from 0 to 100, "
    "for example 50"
)
TOP = (
    "Enter how far the middle is from the top, as a number from 0 to 100, "
    "for example 35"
)


@pytest.mark.parametrize(
    ("left", "top", "point"),
    [
        ("50", "35", (0.5, 0.35)),
        ("0", "100", (0.0, 1.0)),
        (" 82 ", "31.5", (0.82, 0.315)),
        ("82 %", "31,5%", (0.82, 0.315)),
        ("", "", DEFAULT),
        ("", "80", (0.5, 0.8)),
    ],
)
def test_numbers_are_read_as_people_write_them(left, top, point):
    assert Typed(left, top).read() == pytest.approx(point)


@pytest.mark.parametrize(
    "bad", ["NaN", "1e9", "-5", "101", "100.1", "inf", "٣٥", "half", "5 0", "1e1", "²"]
)
def test_what_is_no_number_from_0_to_100_is_refused(bad):
    with pytest.raises(ValidationError) as from_left:
        Typed(bad, "35").read()
    with pytest.raises(ValidationError) as from_top:
        Typed("50", bad).read()

    assert (from_left.value.messages, from_top.value.messages) == ([LEFT], [TOP])


def test_each_of_two_wrong_numbers_has_its_sentence():
    with pytest.raises(ValidationError) as refused:
        Typed("x", "y").read()

    assert refused.value.messages == [LEFT, TOP]


def test_boxes_show_where_the_middle_is():
    assert typed_of(None) == Typed("50", "35")
    assert typed_of(Picture(focal_x=0.82, focal_y=1 / 3)) == Typed("82", "33.3")
