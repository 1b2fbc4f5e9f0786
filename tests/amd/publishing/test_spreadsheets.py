from amd.publishing.spreadsheets import MARK, csv_lines, disarmed


def test_an_ordinary_cell_is_left_alone():
    cells = ("", "A-1", "50% + 1", "“=1”")

    assert tuple(map(disarmed, cells)) == cells


def test_lines_come_one_by_one_with_no_formula():
    lines = csv_lines(("A", "B"), [("=1", "two, three")])

    assert list(lines) == [f"{MARK}A,B\r\n", '\'=1,"two, three"\r\n']
