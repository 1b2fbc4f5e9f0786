"""What stands on a page beside its words: the panel with the field, photo and logos."""

import base64
import io
import math
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from PIL import Image

from amd.cards.compose import Composition
from amd.cards.content import Content, Photo
from amd.cards.field import field, shrunk
from amd.cards.layout import Box, FieldSpec, PhotoSlot, Theme
from amd.cards.logos import PADDING, decoded_logo
from amd.cards.page_text import POINTS, writable
from amd.cards.photo import decoded, focused
from amd.cards.words import plain, typeset

_WIDTH, _HEIGHT = 1240, 1754
_PAD = 54
_EMPTY_PX = 300
"""White below the panel that would look left over: the panel takes it."""
_CORNER = 12
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}">{}</svg>'


def panel_of(found: Composition) -> Box:
    """The coloured part of the page: as high as its arrangement or its words ask for."""
    if found.arrangement.panel_px:
        return Box(0, 0, _WIDTH, found.arrangement.panel_px)
    inside = [text for text in found.texts if text.tone.startswith("band")]
    below = [text for text in found.texts if not text.tone.startswith("band")]
    last = max(box.bottom for text in inside for box in text.boxes)
    first = below[0].boxes[0].y if below else found.arrangement.column.bottom
    middle = min(last + _PAD, (last + first) / 2)
    bottom = first - _PAD if first - last > _EMPTY_PX else middle
    step = found.layout.field.spacing / 3  # so that there are few fields to keep
    return Box(0, 0, _WIDTH, round(bottom / step) * step)


def background(found: Composition, theme: Theme, panel: Box) -> str:
    """Panel, dots and bars, as one picture that means nothing."""
    parts = [_rectangle(panel, theme.band), _dots(found, theme, panel)]
    parts += [_rectangle(bar, theme.lit, bar.width / 2) for bar in found.bars]
    return _SVG.format(f"0 0 {_WIDTH} {_HEIGHT}", "".join(parts))


def photo(found: Composition, content: Content, theme: Theme) -> dict[str, Any] | None:
    """The photo cut to shape, its bytes as they were given."""
    slot = found.arrangement.photo
    if slot is None or content.photo is None:
        return None
    if slot.shape == "circle":
        fallback = f"Photo of {content.name or 'the person quoted'}"
    else:
        fallback = f"Photo of the case study: {content.headline}"
    alt = content.photo_alt or plain(typeset(fallback))
    return _figure(slot.box, _cut(content.photo, slot, theme), alt)


def logos(found: Composition, content: Content) -> dict[str, Any] | None:
    """All logos as one picture, which says whose they are."""
    if not found.logos:
        return None
    first, last = found.logos[0], found.logos[-1]
    whole = Box(first.x, first.y, last.right - first.x, first.height)
    parts = []
    for place, data in zip(found.logos, content.logos, strict=True):
        inner = place.grown(-PADDING)
        parts.append(_image(inner, _encoded_logo(data), "image/png"))
    view = f"{whole.x:g} {whole.y:g} {whole.width:g} {whole.height:g}"
    names = content.partners
    alt = f"Logos: {names}" if names else "Logos of partners"
    return _figure(whole, _SVG.format(view, "".join(parts)), alt)


def _figure(box: Box, svg: str, alt: str) -> dict[str, Any]:
    return {
        "svg": svg,
        "alt": writable(alt),
        "x": round(box.x * POINTS, 3),
        "y": round(box.y * POINTS, 3),
        "width": round(box.width * POINTS, 3),
        "height": round(box.height * POINTS, 3),
    }


def _dots(found: Composition, theme: Theme, panel: Box) -> str:
    """The field, clear of words; strokes without a length are dots, and short to write."""
    spec = _spec(found.layout.field, panel)
    dots = field(spec, found.arrangement.sign)
    words = [box for text in found.texts for box in text.boxes]
    if found.arrangement.photo:
        words.append(found.arrangement.photo.box)
    left = shrunk(spec, found.arrangement.sign, words)
    paths: dict[tuple[str, float], list[str]] = defaultdict(list)
    for place, dot in dots.items():
        radius = left.get(place, dot.radius)
        if radius:
            colour = theme.lit if dot.lit else theme.dot
            paths[colour, radius].append(f"M{dot.x} {dot.y}h.01")
    return "".join(
        f'<path d="{"".join(path)}" stroke="{colour}" stroke-width="{2 * radius}" '
        f'stroke-linecap="round"/>'
        for (colour, radius), path in paths.items()
    )


@lru_cache(maxsize=64)
def _spec(base: FieldSpec, panel: Box) -> FieldSpec:
    """The field of a panel of this height: whole dots, full in the lower right corner."""
    high = math.floor(panel.height / base.spacing) * base.spacing
    return replace(
        base,
        box=Box(0, panel.height - high, panel.width, high),
        full=(panel.width, max(base.full[1], panel.height * 1.05)),
    )


@lru_cache(maxsize=16)
def _cut(given: Photo, slot: PhotoSlot, theme: Theme) -> str:
    image = decoded(given.data)
    if image is None:
        raise ValueError("the photo cannot be decoded; check() says so first")
    edge, box = slot.ring_px, slot.box
    inner = Box(edge, edge, box.width - 2 * edge, box.height - 2 * edge)
    left, top, right, bottom = focused(
        image.size, (inner.width, inner.height), given.focal
    )
    by = inner.width / (right - left)
    placed = Box(edge - left * by, edge - top * by, image.width * by, image.height * by)
    corner = inner.width / 2 if slot.shape == "circle" else _CORNER
    parts = [
        f'<clipPath id="cut">{_rectangle(inner, "#000000", corner)}</clipPath>',
        _rectangle(Box(0, 0, box.width, box.height), theme.ring, corner + edge)
        if edge
        else "",
        f'<g clip-path="url(#cut)">{_image(placed, *_known(given.data, image))}</g>',
    ]
    return _SVG.format(f"0 0 {box.width:g} {box.height:g}", "".join(parts))


def _rectangle(box: Box, fill: str, corner: float = 0) -> str:
    return (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" '
        f'height="{box.height:g}" rx="{corner:g}" fill="{escape(fill)}"/>'
    )


def _image(box: Box, data: bytes, kind: str) -> str:
    encoded = base64.b64encode(data).decode("ascii")
    return (
        f'<image x="{box.x:.2f}" y="{box.y:.2f}" width="{box.width:.2f}" '
        f'height="{box.height:.2f}" href="data:{kind};base64,{encoded}"/>'
    )


def _known(data: bytes, image: Image.Image) -> tuple[bytes, str]:
    """The bytes as they are, if a page can hold them, and their type."""
    with Image.open(io.BytesIO(data)) as given:
        if given.format in ("JPEG", "PNG"):
            return data, Image.MIME[given.format]
    out = io.BytesIO()
    image.save(out, "JPEG", quality=92)
    return out.getvalue(), Image.MIME["JPEG"]


@lru_cache(maxsize=12)
def _encoded_logo(data: bytes) -> bytes:
    """The logo without its empty edges, as PNG."""
    logo = decoded_logo(data)
    out = io.BytesIO()
    if logo is not None:
        logo.save(out, "PNG")
    return out.getvalue()
