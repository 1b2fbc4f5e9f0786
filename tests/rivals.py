"""What our drawing is timed against: plain Pillow, a browser, the least there can be."""

import base64
import io
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from functools import lru_cache

from PIL import Image, ImageDraw
from playwright.sync_api import Page, sync_playwright

from amd.cards import FORMATS, Card, draw
from amd.cards.checks import examine
from amd.cards.compose import Composition
from amd.cards.encoding import encode
from amd.cards.field import field, shrunk
from amd.cards.fonts import face
from amd.cards.layout import PhotoSlot
from amd.cards.photo import decoded
from amd.cards.setting import SetLine, SetText
from amd.cards.themes import THEMES

PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; width: 1200px; height: 675px; background: #005eb8; color: #fff;
  font: 600 44px/1.25 sans-serif }}
p {{ margin: 0; padding: 72px 480px 24px 72px }}
small {{ display: block; padding-left: 72px; font-size: 26px }}
img {{ position: absolute; right: 72px; top: 120px; width: 320px; height: 320px;
  border-radius: 50%; object-fit: cover }}
footer {{ position: absolute; bottom: 0; width: 100%; background: #003087;
  padding: 20px 72px; font-size: 36px }}
</style><p></p><small></small><img src="data:image/jpeg;base64,{photo}">
<footer>#AMillionDecisions</footer>"""
FILL = """([quote, small]) => {
document.querySelector('p').textContent = quote;
document.querySelector('small').textContent = small }"""


def stock_pillow(card: Card, format_name: str) -> bytes:
    """The same card in the same places, as a program with Pillow alone would draw it.

    The fitting is ours, the faces stay open and the photo is decoded once.
    """
    found = examine(card, format_name)[1]
    if found is None:
        raise ValueError(f"the sample does not fit {format_name}")
    image = _plainly_painted(card, format_name, found)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _plainly_painted(card: Card, format_name: str, found: Composition) -> Image.Image:
    theme, form = THEMES[card.theme], FORMATS[format_name]
    image = Image.new("RGB", (form.width_px, form.height_px), theme.ground)
    pen = ImageDraw.Draw(image)
    spec = found.layout.field
    sign = found.arrangement.sign
    dots = field(spec, sign)
    left = shrunk(spec, sign, [box for text in found.texts for box in text.boxes])
    for place, dot in dots.items():
        radius = left.get(place, dot.radius)
        pen.circle((dot.x, dot.y), radius, fill=theme.lit if dot.lit else theme.dot)
    band = found.layout.foot.box
    pen.rectangle((band.x, band.y, band.right, band.bottom), fill=theme.band)
    for bar in found.bars:
        pen.rounded_rectangle((bar.x, bar.y, bar.right, bar.bottom), 3, theme.lit)
    if found.arrangement.photo and card.content.photo:
        _plain_photo(image, found.arrangement.photo, card.content.photo.data)
    for text in (*found.texts, *found.foot):
        _plain_text(pen, text, getattr(theme, text.tone))
    return image


def _plain_text(pen: ImageDraw.ImageDraw, text: SetText, colour: str) -> None:
    font = face(text.weight, text.size)
    lines = list(text.lines)
    if text.hung:
        first = lines[0]
        lines.append(SetLine(text.hung, first.x - text.hung_width, first.baseline, 0))
    for line in lines:
        spot = (line.x, line.baseline)
        pen.text(spot, line.text, fill=colour, font=font, anchor="ls")


def _plain_photo(image: Image.Image, slot: PhotoSlot, data: bytes) -> None:
    photo = decoded(data)
    if photo is None:
        raise ValueError("the sample's photo cannot be decoded")
    size = (round(slot.box.width), round(slot.box.height))
    place = (round(slot.box.x), round(slot.box.y))
    image.paste(photo.resize(size), place, _plain_disc(size))


@lru_cache(maxsize=8)
def _plain_disc(size: tuple[int, int]) -> Image.Image:
    disc = Image.new("L", size)
    ImageDraw.Draw(disc).ellipse((0, 0, size[0] - 1, size[1] - 1), fill=255)
    return disc


def floor(card: Card) -> Callable[[], bytes]:
    """A copy of the finished bitmap, encoded: what no drawing can go below."""
    with Image.open(io.BytesIO(draw(card, "landscape", "png"))) as finished:
        bitmap = finished.convert("RGB")
    return lambda: encode(bitmap.copy(), "png")


def browser(stack: ExitStack, photo: bytes) -> Callable[[Card], bytes] | None:
    """A warm page whose words are changed and which is then photographed."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        return None
    playwright = stack.enter_context(sync_playwright())
    opened = playwright.chromium.launch(
        executable_path=program, args=["--no-sandbox", "--disable-gpu"]
    )
    stack.callback(opened.close)
    page: Page = opened.new_page(viewport={"width": 1200, "height": 675})
    page.set_content(PAGE.format(photo=base64.b64encode(photo).decode()))

    def screenshot(card: Card) -> bytes:
        said = card.content
        who = f"{said.name}, {said.title}, {said.organisation}"
        page.evaluate(FILL, [f"“{said.quote}”", who])
        return page.screenshot()

    return screenshot
