"""The vocabulary of designs: frozen values in pixels, origin at the top left."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Tone = Literal["ink", "soft", "accent", "band_ink", "band_soft", "band_lit"]


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def grown(self, by: float) -> "Box":
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def turned_in(self, width: float) -> "Box":
        """Where it stands in a mirror image of a card so wide."""
        return Box(width - self.right, self.y, self.width, self.height)

    def meets(self, other: "Box") -> bool:
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


@dataclass(frozen=True)
class Format:
    """One size of picture or page, with what it is for and where its numbers come from.

    A document has kinds of its own and the pixels of a design: A4 at 150 to the inch,
    a presentation's page at 96.
    """

    name: str
    width_px: int
    height_px: int
    label: str
    purpose: str
    safe_px: tuple[int, int, int, int]
    """Top, right, bottom, left: nothing that matters stands in this margin."""
    kinds: tuple[str, ...]
    source: str
    last_checked: str
    paper: str = ""
    """The size of a document, in the words of those who print it."""

    @property
    def size(self) -> str:
        return self.paper or f"{self.width_px} × {self.height_px} pixels"

    @property
    def is_document(self) -> bool:
        return bool(self.paper)

    @property
    def called(self) -> str:
        """As it is named within a sentence."""
        if self.is_document:
            return f"the {self.label}"
        return f"the {self.label.lower()} format"


@dataclass(frozen=True)
class Theme:
    """Colours as #RRGGBB. Text stands on `ground`, and on `band` at the foot."""

    name: str
    label: str
    ground: str
    band: str
    ink: str
    soft: str
    accent: str
    lit: str
    dot: str
    ring: str
    band_ink: str
    band_soft: str
    band_lit: str


@dataclass(frozen=True)
class TextSlot:
    """A block of words in a stack. Sizes are the smallest and the largest allowed."""

    name: str
    weight: int
    floor_px: float
    ceiling_px: float
    leading: float
    tone: Tone = "ink"
    gap_px: float = 0
    """Least space above: from the baseline before to the tops of these letters."""
    gap_em: float = 0
    """The same, in sizes of the text above."""
    stretch: float = 0
    """The share of spare height that this gap may take."""
    quoted: bool = False
    indented: bool = False
    barred: bool = False
    ragged: bool = False
    pinned: bool = False
    """Stands at the foot of the column, whatever room is above it."""
    one_line: bool = False
    width_px: float = 0
    beside: "TextSlot | None" = None


@dataclass(frozen=True)
class PhotoSlot:
    box: Box
    shape: Literal["circle", "panel"] = "circle"
    ring_px: float = 6


@dataclass(frozen=True)
class Arrangement:
    """One way to place a design's parts in a format; text stands in `column`."""

    column: Box
    slots: tuple[TextSlot, ...]
    anchor: Literal["top", "middle", "bottom"] = "middle"
    photo: PhotoSlot | None = None
    sign: Box | None = None
    """Where the field forms a large quotation mark."""
    comfort_px: float = 0
    """The size of its main words at which no other arrangement is tried."""
    max_stretch_px: float = 0
    grow: tuple[str, ...] = ()
    panel_px: float = 0
    """On paper: how far the panel of colour reaches; 0: as far as its words."""
    bar_px: float = 6
    """Of the bar that ties the attribution together; gaps beside it go by it."""
    only: tuple[str, ...] = ()
    """For words of these slots alone; empty: for any."""
    mirrored: bool = False
    """For words that run from right to left."""


@dataclass(frozen=True)
class Foot:
    """The band with hashtag and address, set on one baseline."""

    box: Box
    left: float
    right: float
    baseline: float
    hashtag_px: float
    address_px: float
    address_floor_px: float
    weights: tuple[int, int] = (400, 700)
    """Of the address and of the hashtag."""
    marked: bool = False
    """Whether the mark ("Sample") stands before the address."""
    stacked: bool = False
    """Whether the address stands below the hashtag, logos at their right."""
    logos_by: float = 1
    """How large logos are, to those of a card 1080 px wide."""
    terms_px: float = 0
    """On paper: the size of the terms, below the address, which is below the hashtag."""


@dataclass(frozen=True)
class FieldSpec:
    """The field of dots: full size at `full`, nothing at `start` (both as x, y)."""

    box: Box
    spacing: int
    radius: float
    start: tuple[float, float]
    full: tuple[float, float]
    mirrored: bool = False
    """Grows towards the lower left corner; all other numbers are as if it did not."""


@dataclass(frozen=True)
class Layout:
    foot: Foot
    field: FieldSpec
    with_photo: tuple[Arrangement, ...]
    without_photo: tuple[Arrangement, ...]
    leave_out: tuple[tuple[str, ...], ...] = ((),)
    """What is left out when words do not fit, tried in this order."""
    photo_optional: bool = False

    @property
    def mark_in_foot(self) -> bool:
        return self.foot.marked


@dataclass(frozen=True)
class Design:
    name: str
    label: str
    required: str
    """The content field without which there is no card."""
    layouts: Mapping[str, Layout] = field(hash=False)
