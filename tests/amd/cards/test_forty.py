"""The forty contents reach from the shortest to the longest that forms take."""

import pytest

from amd.cards import check
from tests.amd.cards.forty import CARDS, FORTY
from tests.amd.cards.samples import SHOWN


def _lengths(name, counted=len):
    found = [counted(getattr(card.content, name)) for _, card in FORTY]
    return min(each for each in found if each), max(found)


def test_forty_contents_reach_every_limit():
    assert len(CARDS) == len(FORTY) == 40
    assert _lengths("quote") == (21, 240)
    assert _lengths("name") == (3, 62)
    assert _lengths("title")[1] == 120
    assert _lengths("body", lambda text: len(text.split()))[1] == 110


@pytest.mark.parametrize("name", SHOWN)
def test_each_of_the_forty_can_be_drawn_in_every_format(name):
    refused = {
        each: [problem.sentence for problem in report.problems]
        for each, card in FORTY
        if not (report := check(card, name)).ok
    }

    assert refused == {}
