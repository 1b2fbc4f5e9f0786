"""A dozen cards as a person saw and liked them, a third as large.

After a change that shows: look at the sheets (manage.py draw_sheet), then renew them with
    python -m tests.amd.cards.goldens
"""

from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from amd.cards.checks import examine
from amd.cards.painting import paint
from tests.amd.cards.forty import CARDS

FOLDER = Path(__file__).parent / "golden_images"
SMALLER = 3
GOLDENS = (
    ("four words", "blue", "square"),
    ("usual, photo", "blue", "landscape"),
    ("usual, logos", "night", "portrait"),
    ("long, photo, logos", "light", "link"),
    ("Arabic", "light", "landscape"),
    ("Hebrew", "blue", "story"),
    ("Devanagari", "night", "tall"),
    ("Japanese", "light", "square"),
    ("all in one line", "night", "slide"),
    ("story, picture", "blue", "portrait"),
    ("110 words", "light", "tall"),
    ("headline and figure", "night", "landscape"),
)
"""Content, theme and format of each."""


def path_of(name: str, theme: str, format_name: str) -> Path:
    words = name.replace(",", "").replace(" ", "_").lower()
    return FOLDER / f"{words}-{theme}-{format_name}.png"


def drawn(name: str, theme: str, format_name: str) -> Image.Image:
    card = replace(CARDS[name], theme=theme)
    _, found = examine(card, format_name)
    if found is None:
        raise ValueError(f"{name} does not fit {format_name}")
    return paint(card, format_name, found).reduce(SMALLER)


def unlike(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures differ, 0 to 255: the root of the mean of squares."""
    difference = ImageChops.difference(one, other)
    return max(ImageStat.Stat(difference).rms)


def renew() -> None:
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for golden in GOLDENS:
        drawn(*golden).save(path_of(*golden), optimize=True)


if __name__ == "__main__":
    renew()
