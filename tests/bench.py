"""Times the drawing of a card against its rivals, in turn: python -m tests.bench

Ratios travel from machine to machine, milliseconds do not. The floor is what no drawing can
go below: a copy of the finished bitmap, encoded.
"""

import io
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack

from PIL import Image
from playwright.sync_api import sync_playwright

from amd.cards import FORMATS, SOCIAL_CARD, Card, draw, encode
from tests.amd.cards.samples import USUAL

ROUNDS = 15
WARM_UP = 2
CARD = Card(design=SOCIAL_CARD, theme="blue", content=USUAL)
PAGE = f"""<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; width: 1200px; height: 675px; background: #005eb8; color: #fff;
  font: 600 44px/1.25 sans-serif }}
p {{ margin: 0; padding: 72px 480px 24px 72px }}
small {{ display: block; padding-left: 72px; font-size: 26px }}
i {{ position: absolute; right: 72px; top: 120px; width: 320px; height: 320px;
  border-radius: 50%; background: radial-gradient(#41b6e6, #0b1f3f) }}
</style><p>“{USUAL.quote}”</p><small>{USUAL.name}<br>{USUAL.title}</small><i></i>"""


def stock_png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def rivals(stack: ExitStack) -> dict[str, Callable[[], object]]:
    with Image.open(io.BytesIO(draw(CARD, "landscape", "png"))) as finished:
        bitmap = finished.convert("RGB")
    found: dict[str, Callable[[], object]] = {
        "floor: copy and encode": lambda: encode(bitmap.copy(), "png"),
        "Pillow's own PNG encoder alone": lambda: stock_png(bitmap),
    }
    if chromium := shutil.which("chromium") or shutil.which("chromium-browser"):
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        stack.callback(browser.close)
        page = browser.new_page(viewport={"width": 1200, "height": 675})

        def screenshot() -> bytes:
            page.set_content(PAGE)
            return page.screenshot()

        found["Chromium, a page of the same words"] = screenshot
    return found


def milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def ours() -> dict[str, Callable[[], object]]:
    return {
        f"{name} PNG": lambda name=name: draw(CARD, name, "png")
        for name in FORMATS
        if name in SOCIAL_CARD.layouts
    } | {"landscape JPEG": lambda: draw(CARD, "landscape", "jpeg")}


def main() -> int:
    with ExitStack() as stack:
        entries = ours() | rivals(stack)
        times: dict[str, list[float]] = {name: [] for name in entries}
        for turn in range(WARM_UP + ROUNDS):
            for name, work in entries.items():
                taken = milliseconds(work)
                if turn >= WARM_UP:
                    times[name].append(taken)
    one = statistics.median(times["landscape PNG"])
    print(f"{'':38}median ms   x landscape PNG")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:38}{median:9.1f}{median / one:18.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
