"""One line of an ODS export as values, or a sentence on why it cannot be used."""

import csv
import re
from dataclasses import dataclass
from datetime import date, datetime

from .models import Region

# Each column may go by any of these names, compared without case, spaces and dashes.
COLUMNS = {
    "name": ("organisationname", "orgname", "name"),
    "ods_code": ("odscode", "organisationcode", "orgcode", "code"),
    "region": (
        "regioncode",
        "nhsenglandregioncode",
        "nationalgrouping",
        "region",
        "regionname",
        "nhsenglandregion",
    ),
    "region_name": ("regionname", "nhsenglandregionname"),
    "status": ("status", "organisationstatus"),
    "opened_on": ("opendate", "opened", "operationalstart"),
    "closed_on": ("closedate", "closed", "operationalend"),
}
NEEDED = {
    "name": "the organisation's name",
    "ods_code": "the ODS code",
    "region": "the region",
}
ODS_CODE = re.compile(r"[A-Z0-9]{3,5}")
DATE_FORMATS = ("%Y-%m-%d", "%Y%m%d", "%d/%m/%Y", "%d-%b-%Y")
CLOSED_WORDS = {"inactive", "closed", "c", "dormant"}
SMALL_WORDS = {"and", "at", "by", "for", "in", "of", "on", "the", "upon", "with"}
INITIALS = {"CIC", "GP", "ICB", "ICS", "NHS", "PCN", "UK", "II", "III"}
NAME_LIMIT = 120


class LineError(Exception):
    """A line that cannot be used; its text says why."""


@dataclass(frozen=True)
class Line:
    number: int
    name: str
    ods_code: str
    region: Region
    is_active: bool
    opened_on: date | None
    closed_on: date | None


class Reader:
    """Reads lines by the names of the columns in the first one."""

    def __init__(self, header: list[str], regions: dict[str, Region]) -> None:
        self.columns = _columns(header)
        self.width = len(header)
        self.regions = regions
        self.missing = [NEEDED[key] for key in NEEDED if key not in self.columns]

    def read(self, number: int, row: list[str]) -> Line:
        """The line as values; raises LineError with a sentence."""
        if len(row) != self.width:
            raise LineError(
                f"it has {_columns_of(len(row))}, where the first line has {self.width}."
            )
        values = {key: row[place].strip() for key, place in self.columns.items()}
        closed_on = _date(values.get("closed_on", ""), "close date")
        is_closed = values.get("status", "").lower() in CLOSED_WORDS
        return Line(
            number=number,
            name=_name(values["name"]),
            ods_code=_ods_code(values["ods_code"]),
            region=self._region(values),
            is_active=not (is_closed or closed_on),
            opened_on=_date(values.get("opened_on", ""), "open date"),
            closed_on=closed_on,
        )

    def _region(self, values: dict[str, str]) -> Region:
        given = values["region"] or values.get("region_name", "")
        for text in (values["region"], values.get("region_name", "")):
            if region := self.regions.get(region_key(text)):
                return region
        if not given:
            raise LineError("it has no region.")
        raise LineError(f"“{given}” is not one of the seven NHS England regions.")


def split_line(text: str) -> list[str]:
    """The columns of one line; raises LineError with a sentence."""
    try:
        return next(csv.reader([text.rstrip("\r\n")], strict=True), [])
    except csv.Error as error:
        raise LineError("its quotation marks do not match.") from error


def region_key(text: str) -> str:
    """A region's code or name as it is compared: "Midlands Commissioning Region" too."""
    text = " ".join(text.upper().replace("&", "AND").split())
    return text.removesuffix(" COMMISSIONING REGION").removesuffix(" REGION")


def display_name(text: str) -> str:
    """ODS writes in capitals; people read "University Hospitals of Sampleshire"."""
    if not text.isupper():
        return text
    words = [
        _display_word(word, is_first=place == 0)
        for place, word in enumerate(text.split())
    ]
    return " ".join(words)


def _display_word(word: str, *, is_first: bool) -> str:
    bare = word.strip("(),.")
    if bare in INITIALS:
        return word
    if bare.lower() in SMALL_WORDS and not is_first:
        return word.lower()
    # The letter after an apostrophe stays small, the one after a hyphen does not.
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)*", lambda m: m[0].capitalize(), word)


def _columns(header: list[str]) -> dict[str, int]:
    places = {
        re.sub(r"[\s_-]", "", name).lower(): place for place, name in enumerate(header)
    }
    found = {}
    for key, names in COLUMNS.items():
        for name in names:
            if name in places and key not in found:
                found[key] = places[name]
    return found


def _columns_of(count: int) -> str:
    return f"{count} column" if count == 1 else f"{count} columns"


def _name(text: str) -> str:
    text = display_name(" ".join(text.split()))
    if not text:
        raise LineError("it has no organisation name.")
    if not text.isprintable():
        raise LineError("the name has characters that cannot be shown.")
    if len(text) > NAME_LIMIT:
        raise LineError(f"the name is {len(text) - NAME_LIMIT} characters too long.")
    return text


def _ods_code(text: str) -> str:
    text = text.upper()
    if not text:
        raise LineError("it has no ODS code.")
    if not ODS_CODE.fullmatch(text):
        raise LineError(f"“{text[:20]}” is not an ODS code.")
    return text


def _date(text: str, what: str) -> date | None:
    if not text:
        return None
    for pattern in DATE_FORMATS:
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007  # a day has no time zone
        except ValueError:
            continue
    raise LineError(f"“{text[:20]}” is not a {what}.")
