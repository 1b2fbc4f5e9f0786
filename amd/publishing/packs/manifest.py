"""manifest.csv: a row for each drawn file of a pack, and for each record left out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from amd.publishing.page import heading_of
from amd.publishing.spreadsheets import csv_lines

from .entries import Drawn, Entry, LeftOut

if TYPE_CHECKING:
    from .contents import Contents

COLUMNS = (
    "Record",
    "Name or headline",
    "File",
    "Format",
    "For",
    "Size",
    "Bytes",
    "Short alt text",
    "Use until",
    "Page",
    "Left out because",
)


def manifest(contents: "Contents") -> str:
    return "".join(csv_lines(COLUMNS, _rows(contents)))


def _rows(contents: "Contents") -> Iterator[list[str]]:
    for entry in contents.entries:
        for drawing in entry.drawn:
            yield _row(entry, drawing)
        for refused in entry.refused:
            called = [entry.called, heading_of(entry.publication), "", refused.label]
            yield [*called, *[""] * 6, "It cannot be drawn well in this format"]
    for left_out in contents.left_out:
        yield _row_left_out(left_out)


def _row(entry: Entry, drawing: Drawn) -> list[str]:
    return [
        entry.called,
        heading_of(entry.publication),
        drawing.name,
        f"{drawing.format.label}, {drawing.ext.upper()}",
        drawing.format.purpose,
        drawing.size,
        str(drawing.bytes),
        entry.short_alt,
        entry.publication.ends_on.isoformat(),
        entry.page,
        "",
    ]


def _row_left_out(left_out: LeftOut) -> list[str]:
    return [left_out.called, *[""] * (len(COLUMNS) - 2), left_out.reason]
