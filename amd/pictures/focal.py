"""The middle of a crop, as two numbers that people type: per cent from left and top."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from .models import Picture

# A face is more often above the middle of a portrait than in it.
DEFAULT = (0.5, 0.35)
SIDES = ("left", "top")
# "35", "35 %", "35.5" or "35,5"; nothing else is a number here, "1e9" and "NaN" neither.
NUMBER = re.compile(r"(\d{1,3}(?:[.,]\d{1,6})?) ?%?", re.ASCII)
SENTENCE = (
    "Enter how far the middle is from the {side}, as a number from 0 to 100, "
    "for example {example}"
)


@dataclass(frozen=True)
class Typed:
    """The two numbers as they were sent, or are shown."""

    left: str = ""
    top: str = ""

    @property
    def wrong(self) -> tuple[str, ...]:
        """The sides of which what was typed is no number from 0 to 100."""
        return tuple(side for side in SIDES if _read(self, side) is None)

    def read(self) -> tuple[float, float]:
        """In fractions of the picture; what is empty is as by default.

        Raises ValidationError with a sentence for each that is wrong.
        """
        x, y = _read(self, "left"), _read(self, "top")
        if x is None or y is None:
            raise ValidationError([_sentence(side) for side in self.wrong])
        return x, y


def typed_of(picture: "Picture | None") -> Typed:
    """What stands in the boxes of a fresh form."""
    focal = (picture.focal_x, picture.focal_y) if picture else DEFAULT
    left, top = (f"{fraction * 100:.1f}".removesuffix(".0") for fraction in focal)
    return Typed(left, top)


def _read(typed: Typed, side: str) -> float | None:
    text = getattr(typed, side).strip()
    if not text:
        return _default(side)
    found = NUMBER.fullmatch(text)
    per_cent = float(found[1].replace(",", ".")) if found else -1
    return round(per_cent / 100, 4) if 0 <= per_cent <= 100 else None


def _default(side: str) -> float:
    return DEFAULT[SIDES.index(side)]


def _sentence(side: str) -> ValidationError:
    sentence = SENTENCE.format(side=side, example=round(_default(side) * 100))
    return ValidationError(sentence, code=f"focal_{side}")
