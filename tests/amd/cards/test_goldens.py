"""Cards still look as they did when a person last looked at them."""

import pytest
from PIL import Image

from tests.amd.cards.goldens import FOLDER, GOLDENS, drawn, path_of, unlike

SAME = 2.5
"""What another version of a text engine may move; one lost word is more."""


@pytest.mark.parametrize("golden", GOLDENS, ids=" ".join)
def test_card_looks_as_it_did(golden):
    kept = Image.open(path_of(*golden))

    assert unlike(drawn(*golden), kept) < SAME


def test_lost_line_would_be_seen():
    kept = Image.open(path_of(*GOLDENS[1]))
    spoilt = kept.copy()
    spoilt.paste((0, 0x5E, 0xB8), (24, 118, 200, 150))  # the name

    assert unlike(spoilt, kept) > 2 * SAME


def test_no_golden_image_is_left_over():
    assert {path_of(*each) for each in GOLDENS} == set(FOLDER.glob("*.png"))
