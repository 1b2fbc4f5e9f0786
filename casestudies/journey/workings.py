"""Hours × people × weeks: a sum that shows its working and leaves nothing to guess."""

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING

from django import forms

from amd.web.forms import NhsukForm

if TYPE_CHECKING:
    from django.http import QueryDict

WORK, USE = "work", "use"
# With these at their most the figure still fits its 16 characters.
MOST_HOURS, MOST_PEOPLE, MOST_WEEKS = 60, 9_999, 104
# From here on the parts of an hour say more than anybody knows.
WHOLE_FROM = 100


@dataclass(frozen=True)
class Working:
    """The sum in words, and what it puts into the questions of the page."""

    total: Decimal
    parts: str

    @property
    def figure(self) -> str:
        shown = self.total
        if shown >= WHOLE_FROM:
            shown = shown.quantize(Decimal(1), rounding=ROUND_DOWN)
        return _counted(shown, "hour")

    @property
    def sentence(self) -> str:
        exact = _counted(self.total, "hour")
        rounded = "" if exact == self.figure else f", rounded down to {self.figure}"
        return f"{self.parts} = {exact}{rounded}"

    def answers(self, typed: "QueryDict") -> dict[str, str]:
        """What it fills in: the figure, and what it rests on where nothing is said."""
        note = typed.get("figure_note", "").strip()
        return {"figure": self.figure, "figure_note": note or f"saved ({self.parts})"}


def _number(label: str, hint: str, most: int, subject: str, digits: int) -> forms.Field:
    wrong = f"{subject} must be a number, like {hint}"
    return forms.DecimalField(
        label=label,
        help_text=f"For example: {hint}",
        min_value=Decimal("0.01") if digits else Decimal(1),
        max_value=most,
        decimal_places=digits,
        localize=False,
        widget=forms.TextInput(
            attrs={
                "class": "nhsuk-input--width-5",
                "inputmode": "decimal" if digits else "numeric",
                "autocomplete": "off",
                "data-most": most,
            }
        ),
        error_messages={
            "required": f"Enter {subject[:1].lower()}{subject[1:]}",
            "invalid": wrong,
            "min_value": f"{subject} must be more than 0",
            "max_value": f"{subject} must be {most:,} or less",
            "max_decimal_places": wrong,
        },
    )


class WorkingForm(NhsukForm):
    """Asked for by its own button; none of it is kept."""

    hours = _number(
        "Hours that one person saves each week",
        "1.5",
        MOST_HOURS,
        "The hours that one person saves each week",
        2,
    )
    people = _number("How many people", "12", MOST_PEOPLE, "The number of people", 0)
    weeks = _number("For how many weeks", "46", MOST_WEEKS, "The number of weeks", 0)

    def working(self) -> Working:
        data = self.cleaned_data
        hours, people, weeks = data["hours"], data["people"], data["weeks"]
        parts = " × ".join(
            (
                _counted(hours, "hour"),
                _counted(people, "person", "people"),
                _counted(weeks, "week"),
            )
        )
        return Working(hours * people * weeks, parts)


def _counted(number: Decimal, one: str, more: str = "") -> str:
    """ "1 hour", "1.5 hours", "1,104 hours": no noughts behind the point."""
    shown = f"{number:,f}"
    if "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return f"{shown} {one if number == 1 else more or f'{one}s'}"
