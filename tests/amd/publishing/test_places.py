import random

import pytest

from amd.publishing.places import STEP, Places


def test_places_come_back_as_they_were_stored():
    stored = Places.of([0, 3, 9]).to_bytes()

    assert Places(stored).newest(0, 10) == [9, 3, 0]
    assert stored == b"\x09\x02"
    assert Places.of([]).to_bytes() == b""


def test_and_without_and_counting():
    some, others = Places.of([1, 2, 5]), Places.of([2, 5, 8])

    assert (some & others).newest(0, 9) == [5, 2]
    assert (some - others).newest(0, 9) == [1]
    assert len(some) == 3
    assert 5 in some
    assert 8 not in some


def test_one_place_is_added_and_taken_away():
    some = Places.of([1])

    assert some.with_place(70).newest(0, 9) == [70, 1]
    assert some.with_place(70).without_place(1).newest(0, 9) == [70]
    assert some.without_place(70).newest(0, 9) == [1]


@pytest.mark.parametrize("count", [0, 1, STEP - 1, STEP, STEP + 1, 5 * STEP])
def test_a_page_is_the_same_as_a_slice_of_all(count):
    chance = random.Random(count)  # noqa: S311  # test data, no secret
    known = sorted(chance.sample(range(8 * STEP), count), reverse=True)
    places = Places.of(known)

    for start in (0, 1, count // 2, count - 1, count, count + 100):
        if start >= 0:
            assert places.newest(start, 24) == known[start : start + 24]


def test_nothing_asked_is_nothing():
    assert Places.of([1, 2]).newest(0, 0) == []
    assert Places().newest(0, 5) == []
