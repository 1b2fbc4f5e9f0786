"""What goes on a card, and what is said about it: plain values, first step of drawing."""

import hashlib
from dataclasses import dataclass, fields
from functools import lru_cache

from amd.cards.fonts import FONT_NAMES
from amd.cards.layout import Design

ENGINE_VERSION = "4"


@dataclass(frozen=True)
class Photo:
    """JPEG or PNG bytes, at most 640 px wide; `focal` is in fractions of the picture."""

    data: bytes
    focal: tuple[float, float] = (0.5, 0.35)


@dataclass(frozen=True)
class Content:
    """The words and pictures of one card. Every empty field is left out of the layout."""

    quote: str = ""
    name: str = ""
    title: str = ""
    organisation: str = ""
    photo: Photo | None = None
    headline: str = ""
    figure: str = ""
    figure_basis: str = ""
    body: str = ""
    working_with: str = ""
    service: str = ""
    kicker: str = ""
    logos: tuple[bytes, ...] = ()
    mark: str = ""
    address: str = ""
    hashtag: str = "#AMillionDecisions"
    credit: str = ""
    """Not drawn: whose words these are, written into the file."""
    terms: str = ""
    """What may be done with the file: written into it, and drawn on paper alone."""
    photo_alt: str = ""
    """Not drawn: what the photo shows, for people who do not see it."""
    partners: str = ""
    """Not drawn: whose logos these are, for people who do not see them."""


@dataclass(frozen=True)
class Card:
    design: Design
    theme: str
    content: Content


@dataclass(frozen=True)
class Problem:
    """A sentence for the person who typed it; it says what to do and has no full stop."""

    slot: str
    sentence: str
    over_by_characters: int = 0


@dataclass(frozen=True)
class Report:
    """Problems refuse the card in this format; warnings do not."""

    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.problems


class CardError(ValueError):
    """The card cannot be drawn in this format; `report` says why."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__("; ".join(problem.sentence for problem in report.problems))


def digest(card: Card) -> str:
    """Hex name of this card in any format: a change of words, design or engine moves it."""
    hasher = hashlib.sha256()
    parts: list[tuple[str, bytes]] = [
        ("engine", ENGINE_VERSION.encode()),
        ("fonts", FONT_NAMES.encode()),
        ("design", _described(card.design)),
        ("theme", _encoded(card.theme)),
    ]
    for field in fields(Content):
        parts.extend(_parts(field.name, getattr(card.content, field.name)))
    for name, value in parts:
        hasher.update(f"{name}:{len(value)}:".encode())
        hasher.update(value)
    return hasher.hexdigest()


@lru_cache(maxsize=8)
def _described(design: Design) -> bytes:
    """All numbers of a design; long, so put together once."""
    return repr(design).encode()


def _parts(name: str, value: object) -> list[tuple[str, bytes]]:
    if isinstance(value, Photo):
        return [(name, value.data), (f"{name}.focal", repr(value.focal).encode())]
    if isinstance(value, tuple):
        return [(f"{name}.{number}", logo) for number, logo in enumerate(value)]
    return [(name, _encoded(value))] if isinstance(value, str) else []


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
