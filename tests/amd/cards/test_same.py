"""Same input, same bytes: in another process, on a second run, in another order."""

import hashlib
import os
import subprocess
import sys

from amd.cards import FORMATS, draw
from tests.amd.cards.forty import CARDS

DRAWN = ("usual, logos", "all in one line", "story, picture")
"""Photos, logos, both directions, many faces, both designs."""


def drawn(order=1):
    """A digest for each card, format and kind."""
    wanted = [
        (card, name, kind)
        for card in DRAWN
        for name in FORMATS
        for kind in FORMATS[name].kinds
    ]
    return {
        " ".join(each): hashlib.sha256(draw(CARDS[each[0]], *each[1:])).hexdigest()
        for each in wanted[::order]
    }


def _printed_by_another(seed):
    code = (
        "from tests.amd.cards.test_same import drawn\n"
        "for what, digest in sorted(drawn().items()): print(what, digest)"
    )
    return subprocess.run(  # noqa: S603  # our own two lines above
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    ).stdout.splitlines()


def test_draw_gives_the_same_bytes_in_other_processes_and_again():
    first = drawn()

    told = [f"{what} {digest}" for what, digest in sorted(first.items())]
    assert _printed_by_another("1") == told
    assert _printed_by_another("2") == told
    assert drawn(order=-1) == first
