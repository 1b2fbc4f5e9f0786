"""Bad input gives a problem, a warning or a sound picture: nothing else, in bounds."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from amd.cards import FORMATS, RASTERS, check, draw
from tests.amd.cards.bad import bad_cards
from tests.amd.cards.samples import SHOWN, USUAL, social

LIMIT_BYTES = 1_000_000
REFUSED = ("nothing", "spaces", "control", "accents", "vowel signs", "overrides")
REFUSED += (
    "isolates",
    "embeddings",
    "surrogate",
    "hieroglyphs",
    "joiners",
    "long word",
)


@pytest.mark.parametrize("name", SHOWN)
def test_bad_input_is_a_problem_or_a_picture_in_bounds(name):
    sizes = {}
    for what, card in bad_cards().items():
        report = check(card, name)
        if report.ok:
            sizes[what] = len(draw(card, name, "png"))
        assert all(problem.sentence for problem in report.problems)

    assert {what: size for what, size in sizes.items() if size >= LIMIT_BYTES} == {}
    assert 20 < len(sizes) < len(bad_cards())


@pytest.mark.parametrize("what", REFUSED)
def test_words_that_cannot_be_set_are_refused(what):
    assert not check(bad_cards()[f"quote: {what}"], "landscape").ok


def test_letters_that_only_steer_others_are_no_name():
    [problem] = check(social(replace(USUAL, name="\u200d\u2060")), "link").problems

    assert problem.sentence == "Type the name again: it has no letter to be seen"


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
@pytest.mark.parametrize("what", ["photo: noise", "picture: noise", "logo: noise"])
def test_noise_stays_below_the_limit(what, kind):
    card = bad_cards()[what]

    sizes = {
        name: len(draw(card, name, kind))
        for name in RASTERS
        if kind in FORMATS[name].kinds
    }

    assert len(sizes) >= len(SHOWN)
    assert max(sizes.values()) < LIMIT_BYTES


def measure():
    """Megabytes that all bad input takes at its worst beyond those taken at rest."""
    cards = bad_cards()
    rest = _kilobytes("VmRSS")
    for card in cards.values():
        if check(card, "story").ok:
            draw(card, "story", "png")
    return (_kilobytes("VmHWM") - rest) / 1024


def _kilobytes(name):
    """Of this process alone, unlike what getrusage remembers of its parent."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(rf"{name}:\s+(\d+) kB", status).group(1))


def test_bad_input_takes_little_memory():
    code = "from tests.amd.cards.test_bad_input import measure; print(measure())"

    printed = subprocess.run(  # noqa: S603  # our own line above
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert float(printed) < 100
