"""Times the drawing of cards beside its rivals, in turn: python -m tests.bench

Ratios travel from machine to machine, milliseconds do not. No card is drawn twice in one
format, so nothing but what cards share is found in a cache.
"""

import io
import multiprocessing
import os
import random
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from PIL import Image, ImageDraw

from amd.cards import RASTERS, SOCIAL_CARD, THEMES, Card, Content, Photo, draw
from amd.cards.about import about
from amd.cards.checks import examine
from amd.cards.encoding import encode
from amd.cards.painting import paint
from tests.rivals import browser, floor, stock_pillow

ROUNDS = int(os.environ.get("ROUNDS", "30"))
WARM_UP = 3
RECORDS = int(os.environ.get("RECORDS", "200"))
SIZES = [name for name in RASTERS if name != "thumb"]
GOALS = (
    ("landscape png", "Chromium, landscape png", 0.15),
    ("landscape png", "stock Pillow, landscape png", 0.25),
    ("one record, all formats, png", "landscape png", 13),
    ("a4 pdf, tagged", "landscape png", 1.5),
)
"""The first takes at most so many times as long as the second."""

OPENINGS = (
    "When a decision has to be right, our librarians are the colleagues I ask first.",
    "We changed how we treat pain after surgery because somebody found the trial.",
    "I used to search for an hour. Now I ask, and the answer is better.",
    "A summary of two pages saved the board from a very expensive mistake.",
    "Every ward round here has a knowledge specialist, and it shows.",
)
ENDINGS = (
    "They bring the evidence, and the calm to use it.",
    "Without them we would still be guessing on Monday mornings.",
    "That is what good care looks like from the inside.",
    "Nobody else in the building reads so much on our behalf.",
)
NAMES = ("Dr Sample Person", "Sam Sample", "Professor Alexandrina Example-Champion")
TITLES = ("Medical Director", "Chief Executive", "Deputy Director of Nursing")


def sample_photo() -> Photo:
    """A smooth picture with a little grain, as a camera gives: 640 px, JPEG."""
    plain = Image.radial_gradient("L").resize((640, 640))
    grain = Image.effect_noise((640, 640), 18)
    image = Image.merge("RGB", (plain, Image.blend(plain, grain, 0.3), grain))
    ImageDraw.Draw(image).ellipse((180, 90, 460, 430), fill="#C08A6A")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=88)
    return Photo(out.getvalue())


PHOTO = sample_photo()


def record(number: int) -> Card:
    """A card that no other number gives; two in three have a photo."""
    ending = ENDINGS[number // len(OPENINGS) % len(ENDINGS)]
    content = Content(
        quote=f"{OPENINGS[number % len(OPENINGS)]} In year {number} I said: {ending}",
        name=NAMES[number // 2 % len(NAMES)],
        title=TITLES[number // 3 % len(TITLES)],
        organisation="Sampleshire NHS Trust",
        photo=PHOTO if number % 3 else None,
        address=f"amilliondecisions.example/{number:04d}-2q",
    )
    return Card(SOCIAL_CARD, list(THEMES)[number % len(THEMES)], content)


@dataclass
class Times:
    """Milliseconds of one entry: whole, and fit, draw and encode where it has them.

    On a busy machine the time of our own processor tells more than the clock.
    """

    whole: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    parts: list[tuple[float, ...]] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.whole)

    @property
    def median_busy(self) -> float:
        return statistics.median(self.busy)

    @property
    def shares(self) -> str:
        if not self.parts:
            return ""
        medians = [statistics.median(each) for each in zip(*self.parts, strict=True)]
        return " ".join(f"{100 * part / sum(medians):5.0f}" for part in medians)


def staged(card: Card, name: str, kind: str) -> tuple[float, ...]:
    """Milliseconds of fitting, drawing and encoding one card."""
    begun = time.perf_counter()
    found = examine(card, name)[1]
    if found is None:
        raise ValueError(f"the sample does not fit {name}")
    set_at = time.perf_counter()
    image = paint(card, name, found)
    painted_at = time.perf_counter()
    encode(image, kind, about(card))
    ended = time.perf_counter()
    marks = (begun, set_at, painted_at, ended)
    return tuple(
        1000 * (after - before)
        for before, after in zip(marks[:-1], marks[1:], strict=True)
    )


def entries(stack: ExitStack) -> dict[str, Callable[[Card], object]]:
    """Everything that takes its turn; ours give their parts."""
    copied = floor(record(1))
    found: dict[str, Callable[[Card], object]] = {
        f"{name} {kind}": lambda card, name=name, kind=kind: staged(card, name, kind)
        for name in SIZES
        for kind in ("png", "jpeg")
    }
    found["one record, all formats, png"] = lambda card: [
        draw(card, name, "png") for name in SIZES
    ]
    found["a4 pdf, tagged"] = lambda card: draw(card, "a4", "pdf")
    found["pptx"] = lambda card: draw(card, "pptx", "pptx")
    for name in SIZES:
        found[f"stock Pillow, {name} png"] = lambda card, name=name: stock_pillow(
            card, name
        )
    found["floor: copy and encode"] = lambda card: copied()
    screenshot = browser(stack, PHOTO.data)
    if screenshot:
        found["Chromium, landscape png"] = screenshot
    return found


def alternating() -> dict[str, Times]:
    """Every entry in every round, in another order each, with a card of its own."""
    shuffle = random.Random(1)  # noqa: S311  # an order, not a secret
    numbers = count()
    with ExitStack() as stack:
        works = entries(stack)
        times = {name: Times() for name in works}
        for turn in range(WARM_UP + ROUNDS):
            order = list(works)
            shuffle.shuffle(order)
            for name in order:
                card = record(next(numbers))
                begun, began = time.perf_counter(), time.process_time()
                result = works[name](card)
                busy = 1000 * (time.process_time() - began)
                taken = 1000 * (time.perf_counter() - begun)
                if turn >= WARM_UP:
                    times[name].whole.append(taken)
                    times[name].busy.append(busy)
                    if isinstance(result, tuple):
                        times[name].parts.append(result)
    return times


def show(times: dict[str, Times]) -> None:
    one = times["landscape png"].median
    least = times["floor: copy and encode"].median
    print(
        f"{'median of ' + str(ROUNDS):32}    ms    cpu  x ours  x floor   fit draw encode %"
    )
    for name, taken in times.items():
        ratios = f"{taken.median / one:8.2f}{taken.median / least:9.2f}"
        print(
            f"{name:32}{taken.median:6.1f}{taken.median_busy:7.1f}{ratios}  {taken.shares}"
        )
    print()
    for name in SIZES:
        stock = times[f"stock Pillow, {name} png"]
        png, jpeg = (times[f"{name} {kind}"].median for kind in ("png", "jpeg"))
        print(
            f"{name:10} is {png / stock.median:.2f} of stock Pillow as png, "
            f"{jpeg / stock.median:.2f} as jpeg"
        )
    print()
    for ours, other, most in GOALS:
        if ours in times and other in times:
            ratio = times[ours].median / times[other].median
            print(f"{ours} is {ratio:.2f} of {other}: goal {most}")


def bulk(numbers: Iterable[int]) -> tuple[int, int]:
    """Draws all formats of these records; this process, its peak memory in KB."""
    for number in numbers:
        for name in SIZES:
            draw(record(number), name, "png")
    return os.getpid(), peak_kb()


def peak_kb() -> int:
    """The most that this process has held; getrusage counts its parent's too."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    [found] = re.findall(r"VmHWM:\s+(\d+)", status.read_text())
    return int(found)


def in_processes(processes: int, records: int) -> tuple[float, int]:
    """Seconds, and the highest peak of any process in KB; starting up is not timed."""
    context = multiprocessing.get_context("spawn")
    chunks = [range(start, start + 10) for start in range(0, records, 10)]
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        list(pool.map(bulk, [range(1)] * processes * 2))
        begun = time.perf_counter()
        peaks = [peak for _, peak in pool.map(bulk, chunks)]
        return time.perf_counter() - begun, max(peaks)


def show_bulk() -> None:
    drawn = f"{RECORDS} records x {len(SIZES)} formats"
    _, quarter = in_processes(1, RECORDS // 4)
    one, whole = in_processes(1, RECORDS)
    two, each = in_processes(2, RECORDS)
    print(f"\n{drawn}: one process {one:.1f} s, two {two:.1f} s: {one / two:.2f} x")
    print(
        f"peak memory after {RECORDS // 4} records {quarter / 1024:.0f} MB, "
        f"after {RECORDS} {whole / 1024:.0f} MB, of each of two {each / 1024:.0f} MB"
    )


def main() -> int:
    show(alternating())
    show_bulk()
    return 0


if __name__ == "__main__":
    sys.exit(main())
