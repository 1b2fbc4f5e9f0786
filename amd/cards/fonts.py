"""The faces of a card: where they are, what they cover, opened once per size."""

import importlib.metadata
from functools import lru_cache

import fontpkg_source_sans_3
from fontTools.ttLib import TTFont
from PIL import ImageFont

_PACKAGE = "fontpkg-source-sans-3"
_PATH = fontpkg_source_sans_3.ROOT / "files" / "SourceSans3[wght].ttf"
FONT_NAMES = f"{_PACKAGE} {importlib.metadata.version(_PACKAGE)}"


@lru_cache(maxsize=1)
def coverage() -> frozenset[int]:
    """Code points that some face can draw."""
    with TTFont(_PATH, lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache(maxsize=48)
def face(weight: int, size_px: float) -> ImageFont.FreeTypeFont:
    """The face at one size; each takes 0.8 MB, and opening it again is quick."""
    font = ImageFont.truetype(str(_PATH), size_px, layout_engine=ImageFont.Layout.RAQM)
    font.set_variation_by_axes([weight])
    return font
