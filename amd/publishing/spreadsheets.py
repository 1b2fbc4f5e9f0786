"""Tables that people open in a spreadsheet: rows of text, line by line, disarmed."""

import csv
from collections.abc import Iterable, Iterator, Sequence

# Spreadsheets take for a formula what begins with one of these, wide forms included.
FORMULA = tuple("=+-@|\t\r\n＝＋－＠")
# Excel reads letters with accents right only behind this mark.
MARK = "\ufeff"


class Echo:
    """Gives a line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(columns: Sequence[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The columns, then each row as it comes; no cell is a formula."""
    writer = csv.writer(Echo())
    yield MARK + writer.writerow(columns)
    for cells in rows:
        yield writer.writerow([disarmed(cell) for cell in cells])


def disarmed(cell: str) -> str:
    """With an apostrophe before what a spreadsheet would take for a formula.

    >>> disarmed('=HYPERLINK("https://example.org")')
    '\\'=HYPERLINK("https://example.org")'
    """
    begins = cell.startswith(FORMULA) or cell.lstrip().startswith(FORMULA)
    return f"'{cell}" if begins else cell
