"""The faces of a card: where they are, what they cover, opened once per size."""

import importlib.metadata
import importlib.util
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import fontpkg_arimo
import fontpkg_source_sans_3
from fontTools.ttLib import TTFont
from PIL import ImageFont, features

LATIN = "latin"
EMOJI = "emoji"
ARIAL = 1000
"""Added to a weight: Arial, which is named in a slide and measured, never drawn here."""
_PACKAGES = (
    "fontpkg-source-sans-3",
    "fontpkg-arimo",
    "manimgx-fonts",
    "manimgx-fonts-cjk",
)
FONT_NAMES = ", ".join(
    f"{package} {importlib.metadata.version(package)}" for package in _PACKAGES
)


@dataclass(frozen=True)
class Source:
    """One face of the chain, fitted to the first by size and weight."""

    path: Path
    scale: float = 1
    """So that its letters look as large as those of the first face."""
    lighter: int = 0
    """How much less of the weight axis gives the same grey at 600 and above."""
    index: int = 0


def _folder(module: str) -> Path:
    """Where a package of fonts lies; it is not run."""
    found = importlib.util.find_spec(module)
    if found is None or found.origin is None:
        raise ImportError(f"{module} is not installed")
    return Path(found.origin).parent


def _noto(script: str, scale: float = 0.92, lighter: int = 40) -> Source:
    name = f"Noto{script}[wght].ttf"
    return Source(_folder("manimgx_fonts") / name, scale, lighter)


def _cjk(index: int) -> Source:
    path = _folder("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc"
    return Source(path, 0.92, 40, index)


_SCRIPTS = [
    "Arabic",
    "Hebrew",
    "Devanagari",
    "Bengali",
    "Gujarati",
    "Gurmukhi",
    "Tamil",
    "Telugu",
    "Kannada",
    "Malayalam",
    "Oriya",
    "Sinhala",
    "Thai",
    "Lao",
    "Khmer",
    "Myanmar",
    "Armenian",
    "Georgian",
    "Ethiopic",
]
_SCALES = {"Arabic": 1.0, "Thai": 1.0, "Lao": 1.0, "Hebrew": 0.96}
_LIGHTER = {"Arabic": 0, "Hebrew": 60}
SOURCES = {
    LATIN: Source(
        fontpkg_source_sans_3.ROOT / "files" / "SourceSans3[wght].ttf",
    ),
    "noto": _noto("Sans"),
    **{
        name: _noto(f"Sans{name}", _SCALES.get(name, 0.92), _LIGHTER.get(name, 40))
        for name in _SCRIPTS
    },
    EMOJI: _noto("Emoji", 0.86, 100),
    "symbols": _noto("SansSymbols"),
    "japanese": _cjk(0),
    "korean": _cjk(1),
    "chinese": _cjk(2),
}
"""In the order in which they are asked for a letter, the slowest to open last."""

_ARIMO = Source(fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf", 1.01)
"""Every letter as wide as in Arial, in Latin, Greek, Cyrillic and Hebrew; and a hair
more, for programs that measure otherwise."""
_UNKNOWN_WIDER = 1.08
"""Room for the face that a slide's reader has for a script that Arial lacks."""

HAN = ("chinese", "japanese", "korean")
"""One file, one coverage, three ways to draw the same characters."""
_CHAIN = tuple(name for name in SOURCES if name not in HAN) + HAN[:1]


@lru_cache(maxsize=len(SOURCES))
def coverage(name: str = LATIN) -> frozenset[str]:
    """The characters that one face can draw; that of the last takes 0.2 s to read."""
    source = SOURCES[name]
    with TTFont(source.path, fontNumber=source.index, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


@lru_cache(maxsize=4096)
def face_for(letters: frozenset[str], first: str = LATIN) -> str | None:
    """The first face that can draw all of these letters."""
    for name in (first, *_CHAIN):
        if letters <= coverage(name):
            return name
    return None


def face(weight: int, size_px: float, name: str = LATIN) -> ImageFont.FreeTypeFont:
    """A face at one size; each takes 0.8 MB, and opening it again is quick."""
    return _first(weight, size_px) if name == LATIN else _other(weight, size_px, name)


@lru_cache(maxsize=12)
def _first(weight: int, size_px: float) -> ImageFont.FreeTypeFont:
    if weight > ARIAL:
        return _opened(_ARIMO, weight - ARIAL, size_px * _ARIMO.scale)
    return _opened(SOURCES[LATIN], weight, size_px)


@lru_cache(maxsize=8)
def _other(weight: int, size_px: float, name: str) -> ImageFont.FreeTypeFont:
    source = SOURCES[name]
    if weight > ARIAL:
        wider = replace(source, scale=_UNKNOWN_WIDER)
        source = _ARIMO if name == "Hebrew" else wider
        return _opened(source, weight - ARIAL, size_px * source.scale)
    lighter = source.lighter if weight > 500 else 0
    return _opened(source, weight - lighter, size_px * source.scale)


def _opened(source: Source, weight: int, size_px: float) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(
        str(source.path),
        size_px,
        index=source.index,
        layout_engine=ImageFont.Layout.RAQM,
    )
    font.set_variation_by_axes([weight])
    return font


def absent() -> list[str]:
    """What drawing needs and this machine lacks: Raqm, or the files of faces."""
    files = sorted({source.path for source in (*SOURCES.values(), _ARIMO)})
    found = [path.name for path in files if not path.is_file()]
    return found if features.check_feature("raqm") else ["Raqm", *found]
