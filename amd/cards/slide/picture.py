"""The pictures of a slide: photo and logos as files, dots as shapes."""

from collections.abc import Iterable
from dataclasses import dataclass

from amd.cards.compose import Composition
from amd.cards.content import Photo
from amd.cards.encoding import encode
from amd.cards.field import field, shrunk
from amd.cards.layout import Box
from amd.cards.logos import PADDING, decoded_logo
from amd.cards.photo import cropped, decoded
from amd.cards.slide.boxes import TextBox
from amd.cards.slide.shapes import decorative, fill, place

_FINE = 4
"""Parts of a pixel in which the outlines of dots are written."""


def photo_file(photo: Photo, shape: Box) -> bytes:
    """JPEG of what the round frame needs: nothing that was cut off goes along."""
    image = decoded(photo.data)
    if image is None:
        raise ValueError("the photo cannot be decoded; check_slide() says so first")
    scale = min(image.width / shape.width, image.height / shape.height)
    size = (round(shape.width * scale), round(shape.height * scale))
    return encode(cropped(photo, *size), "jpeg")


@dataclass(frozen=True)
class Logo:
    """PNG of a logo without its empty edges."""

    data: bytes
    width: int
    height: int

    def inside(self, plate: Box) -> Box:
        """As large as its plate allows, in the middle of it."""
        room = plate.grown(-PADDING)
        scale = min(room.width / self.width, room.height / self.height)
        width, height = self.width * scale, self.height * scale
        left = plate.x + (plate.width - width) / 2
        return Box(left, plate.y + (plate.height - height) / 2, width, height)


def logo_file(data: bytes) -> Logo:
    image = decoded_logo(data)
    if image is None:
        raise ValueError("the logo cannot be decoded; check_slide() says so first")
    return Logo(encode(image, "png"), image.width, image.height)


def field_shapes(
    found: Composition, texts: Iterable[TextBox], plain_id: int, lit_id: int
) -> tuple[str, str]:
    """The field of dots: one shape for the plain ones, one for the lit."""
    spec, sign = found.layout.field, found.arrangement.sign
    left = shrunk(spec, sign, [_inked(text) for text in texts])
    plain: list[str] = []
    lit: list[str] = []
    for where, dot in field(spec, sign).items():
        radius = left.get(where, dot.radius)
        if radius:
            (lit if dot.lit else plain).append(_dot(dot.x, dot.y, radius))
    size = Box(0, 0, spec.box.right, spec.box.bottom)
    return (
        decorative("Field of dots", plain_id, _outline(plain, size, "dot")),
        decorative("Lit dots", lit_id, _outline(lit, size, "lit")),
    )


def _inked(text: TextBox) -> Box:
    """Where letters may stand, however the lines are broken."""
    box = text.box
    x = box.right - text.inked if text.at_right else box.x
    return Box(x, box.y, text.inked, box.height)


def _dot(x: float, y: float, radius: float) -> str:
    across = round(radius * _FINE)
    start = f'<a:pt x="{round((x - radius) * _FINE)}" y="{round(y * _FINE)}"/>'
    return (
        f"<a:moveTo>{start}</a:moveTo>"
        f'<a:arcTo wR="{across}" hR="{across}" stAng="10800000" swAng="21600000"/>'
        "<a:close/>"
    )


def _outline(dots: list[str], size: Box, tone: str) -> str:
    width, height = round(size.width * _FINE), round(size.height * _FINE)
    return (
        f"{place(size)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{width}" h="{height}">{"".join(dots)}</a:path></a:pathLst>'
        f"</a:custGeom>{fill(tone)}<a:ln><a:noFill/></a:ln>"
    )
