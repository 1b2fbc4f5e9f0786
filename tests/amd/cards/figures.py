"""Photos and logos of nobody for the tests of drawing: flat shapes, always the same."""

import io
from functools import cache

from PIL import Image, ImageDraw

from amd.cards import Photo

_LOOKS = (
    ("#8CB3DA", "#E8EEF5", "#F1D5C2", "#5A4234", "#16335C"),
    ("#D9C7A8", "#F4EDE1", "#8A5A3C", "#1D1512", "#7A1F3D"),
    ("#3E4A5C", "#7C8BA1", "#C98F6B", "#2B1B14", "#D9DEE6"),
    ("#BFD8C2", "#EEF5EC", "#F3DCCB", "#B8B2AB", "#2F5D4A"),
    ("#101820", "#2A3440", "#5C3B28", "#0B0908", "#C9A227"),
)
"""Ground above and below, skin, hair, clothes."""


@cache
def portrait(look: int = 0, size: tuple[int, int] = (640, 640)) -> Photo:
    """Head and shoulders, the face a third of the way down; its focal point is there."""
    above, below, skin, hair, clothes = _LOOKS[look % len(_LOOKS)]
    width, height = size[0] * 2, size[1] * 2
    image = _shaded(above, below, (width, height))
    pen = ImageDraw.Draw(image)
    unit = min(width, height) / 10
    x, y = width * (0.5 if look % 2 == 0 else 0.42), height * 0.38
    pen.ellipse(
        (x - 3.4 * unit, y + 2.6 * unit, x + 3.4 * unit, y + 11 * unit), clothes
    )
    neck = (x - 0.8 * unit, y + 1.2 * unit, x + 0.8 * unit, y + 3.3 * unit)
    pen.rounded_rectangle(neck, unit / 2, skin)
    pen.ellipse((x - 2.2 * unit, y - 2.7 * unit, x + 2.2 * unit, y + 1.8 * unit), hair)
    pen.ellipse((x - 1.8 * unit, y - 2 * unit, x + 1.8 * unit, y + 2.2 * unit), skin)
    eyes = y - 0.1 * unit
    for eye in (x - 0.75 * unit, x + 0.75 * unit):
        around = unit * 0.17
        pen.ellipse(
            (eye - around, eyes - around, eye + around, eyes + around), "#222222"
        )
    smile = (x - 0.8 * unit, y + 0.2 * unit, x + 0.8 * unit, y + 1.3 * unit)
    pen.arc(smile, 25, 155, "#8C2F2F", round(unit * 0.14))
    return Photo(_jpeg(image), (x / width, y / height))


@cache
def scene(size: tuple[int, int] = (640, 427)) -> Photo:
    """Shelves with books, for a story."""
    image = _shaded("#E9DEC9", "#B99F77", (size[0] * 2, size[1] * 2))
    pen = ImageDraw.Draw(image)
    colours = ("#003087", "#AE2573", "#00747A", "#FFB81C", "#425563", "#7C2855")
    down = image.height // 3
    for shelf in range(3):
        x, foot = 40, (shelf + 1) * down - 30
        pen.rectangle((0, foot, image.width, foot + 24), "#6B4A2B")
        for book in range(99):
            wide = 34 + (book * 7 + shelf * 5) % 30
            top = foot - down * (0.55 + 0.07 * ((book * 3 + shelf) % 5))
            if x + wide > image.width - 40:
                break
            pen.rectangle((x, top, x + wide - 4, foot), colours[(book + shelf) % 6])
            x += wide
    return Photo(_jpeg(image), (0.5, 0.5))


@cache
def logo(word: str, shape: tuple[int, int], colour: str) -> bytes:
    """A made-up partner's sign: a block with its initial, on nothing."""
    width, height = shape
    image = Image.new("RGBA", (width + 40, height + 40), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((20, 20, 20 + width, 20 + height), height // 5, colour)
    step = width / len(word)
    for at, letter in enumerate(word):
        centre = (20 + step * (at + 0.5), 20 + height / 2)
        pen.text(
            centre, letter, "#FFFFFF", anchor="mm", font_size=min(height * 0.6, step)
        )
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


LOGOS = (
    logo("SAMPLE", (420, 120), "#00747A"),
    logo("E", (200, 200), "#7C2855"),
    logo("EXAMPLE", (600, 110), "#005EB8"),
)


def _shaded(above: str, below: str, size: tuple[int, int]) -> Image.Image:
    shade = Image.linear_gradient("L").resize(size)
    return Image.composite(
        Image.new("RGB", size, below), Image.new("RGB", size, above), shade
    )


def _jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.reduce(2).save(out, "JPEG", quality=88)
    return out.getvalue()
