"""Bring organisations in from an ODS export; read by manage.py import_organisations.

The export is the truth for name, region, state and dates; short name, type and
successor are the staff's. Lines that cannot be used are told by number and left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.db import IntegrityError, reset_queries, transaction

from .models import Organisation, PublicVersion, Region
from .ods import Line, LineError, Reader, region_key, split_line

Tell = Callable[[str], None]
BATCH = 500
FIELDS = ["name", "region", "is_active", "opened_on", "closed_on"]


class ImportRefused(Exception):
    """The file as a whole cannot be read; its text is for the person."""


@dataclass
class Counts:
    added: int = 0
    updated: int = 0
    left_out: int = 0


def import_organisations(path: Path, *, tell: Tell) -> Counts:
    """Add and update organisations by ODS code in one transaction, in batches.

    `tell` gets a sentence for each line left out, at once, so that memory stays flat.
    One query and one write a batch of 500 lines.
    """
    encoding = _encoding_of(path)
    if encoding == "cp1252":
        tell(
            "The file is not UTF-8, so it was read as Windows-1252, as Excel saves it."
        )
    counts = Counts()
    try:
        with path.open(encoding=encoding) as file, transaction.atomic():
            lines = _usable(file, counts, tell)
            while batch := list(islice(lines, BATCH)):
                _save(batch, counts, tell)
                # With DEBUG on Django would keep the words of every query.
                reset_queries()
    except UnicodeError as error:
        raise ImportRefused(
            "The file is not text that can be read. Save it as CSV UTF-8 and try again. "
            "Nothing was changed."
        ) from error
    return counts


def _encoding_of(path: Path) -> str:
    """UTF-8 (with or without its mark) where every byte agrees, else Windows-1252."""
    with path.open("rb") as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16"
    try:
        with path.open(encoding="utf-8-sig") as file:
            while file.read(1 << 16):
                pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _usable(file: Iterator[str], counts: Counts, tell: Tell) -> Iterator[Line]:
    """The lines that can be saved; of the others, a sentence.

    Each line is read on its own (an ODS export breaks none), so that one stray
    quotation mark does not swallow the rest of the file.
    """
    reader = _reader(next(file, ""))
    for number, text in enumerate(file, start=2):
        if not text.strip(", \t\n"):
            continue
        try:
            yield reader.read(number, split_line(text))
        except LineError as error:
            _leave_out(counts, tell, number, str(error))


def _reader(first_line: str) -> Reader:
    try:
        reader = Reader(split_line(first_line), _regions())
    except LineError as error:
        raise ImportRefused(f"Line 1: {error}") from error
    if reader.missing:
        raise ImportRefused(
            f"The file needs a column for {', '.join(reader.missing)}: "
            "its first line must name the columns. Nothing was changed."
        )
    return reader


def _regions() -> dict[str, Region]:
    """The current regions by ODS code and by name."""
    regions = {}
    for region in Region.objects.current():
        regions[region_key(region.name)] = region
        regions[region.ods_code] = region
    return regions


def _save(batch: list[Line], counts: Counts, tell: Tell) -> None:
    """Save a batch at once; where the database objects, each line on its own."""
    before = (counts.added, counts.updated)
    try:
        with transaction.atomic():
            _write(batch, counts)
    except IntegrityError:
        counts.added, counts.updated = before
        for line in batch:
            _save_one(line, counts, tell)


def _save_one(line: Line, counts: Counts, tell: Tell) -> None:
    before = (counts.added, counts.updated)
    try:
        with transaction.atomic():
            _write([line], counts)
    except IntegrityError:
        counts.added, counts.updated = before
        sentence = (
            f"{line.region} already has an active organisation called {line.name}."
        )
        _leave_out(counts, tell, line.number, sentence)


def _write(batch: list[Line], counts: Counts) -> None:
    latest = {line.ods_code: line for line in batch}
    known = Organisation.objects.filter(ods_code__in=latest)
    there = {organisation.ods_code: organisation for organisation in known}
    new: list[Organisation] = []
    changed: list[Organisation] = []
    for code, line in latest.items():
        organisation = there.get(code) or Organisation(ods_code=code)
        if _differs(organisation, line):
            (new if organisation.pk is None else changed).append(organisation)
    Organisation.objects.bulk_create(
        [*new, *changed],
        update_conflicts=True,
        unique_fields=["ods_code"],
        update_fields=FIELDS,
    )
    if new or changed:
        PublicVersion.raise_by_one()
    counts.added += len(new)
    counts.updated += len(changed)


def _differs(organisation: Organisation, line: Line) -> bool:
    """Set what the line says, and answer whether that changed anything."""
    differs = organisation.pk is None
    for name in FIELDS:
        value = getattr(line, name)
        if organisation.pk is None or getattr(organisation, name) != value:
            differs = True
            setattr(organisation, name, value)
    return differs


def _leave_out(counts: Counts, tell: Tell, number: int, sentence: str) -> None:
    counts.left_out += 1
    tell(f"Line {number}: {sentence}")
