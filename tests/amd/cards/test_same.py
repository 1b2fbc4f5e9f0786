"""Same input, same bytes: in another process, on a second run, in another order."""

import hashlib
import io
import os
import subprocess
import sys
import threading

import pytest
from PIL import Image

from amd.cards import FORMATS, draw
from amd.cards.encoding import encode
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


@pytest.fixture
def small_stacks():
    before = threading.stack_size(1 << 20)
    yield
    threading.stack_size(before)


def test_png_does_not_depend_on_where_in_memory_it_is_written(small_stacks):
    """Every thread stays until the last is done, and so has a stack of its own."""
    places = 300
    names = [(DRAWN[0], "portrait"), (DRAWN[2], "portrait"), (DRAWN[2], "square")]
    drawn_at = [io.BytesIO(draw(CARDS[card], name, "png")) for card, name in names]
    parts = [Image.open(each).crop((0, 0, 1080, 370)) for each in drawn_at]
    seen = [set() for _ in parts]
    held = []
    last = threading.Event()

    def write(done):
        for part, digests in zip(parts, seen, strict=True):
            digests.add(hashlib.sha256(encode(part, "png")).digest())
        held.append(bytearray(300_000))  # moves what is allocated next
        done.set()
        last.wait()

    for _ in range(places):
        done = threading.Event()
        threading.Thread(target=write, args=(done,)).start()
        done.wait()
    last.set()

    assert [len(digests) for digests in seen] == [1, 1, 1]
