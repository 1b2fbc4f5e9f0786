import io
import shutil
import struct
import subprocess
from datetime import UTC, datetime
from zipfile import ZIP_STORED, ZipFile

import pytest

from amd.publishing.packs.zips import Member, zipped

NOON = datetime(2026, 6, 3, 11, 0, 58, tzinfo=UTC)
MEMBERS = [
    Member("one/a.txt", b"a" * 70_000, NOON),
    Member("one/b.txt", b"", NOON),
    Member("README.html", b"<p>", NOON),
]


def whole(members=MEMBERS):
    return b"".join(zipped(members))


def test_every_member_comes_back_as_it_was():
    with ZipFile(io.BytesIO(whole())) as archive:
        assert archive.testzip() is None
        assert [(m.filename, archive.read(m)) for m in archive.infolist()] == [
            (member.name, member.data) for member in MEMBERS
        ]


def test_nothing_is_deflated_and_no_member_has_another_form_for_large_files():
    with ZipFile(io.BytesIO(whole())) as archive:
        about = archive.infolist()

    assert {(each.compress_type, each.flag_bits) for each in about} == {(ZIP_STORED, 0)}
    assert {(each.extra, each.extract_version) for each in about} == {(b"", 20)}


def test_each_carries_its_time_as_clocks_in_england_show_it():
    with ZipFile(io.BytesIO(whole())) as archive:
        assert {each.date_time for each in archive.infolist()} == {
            (2026, 6, 3, 12, 0, 58)
        }


def test_who_unpacks_it_may_read_every_file():
    with ZipFile(io.BytesIO(whole())) as archive:
        assert {each.external_attr >> 16 for each in archive.infolist()} == {0o100644}


def test_sizes_stand_before_the_bytes_for_who_reads_as_it_arrives():
    [first, *_] = zipped(MEMBERS)

    _, size, full_size = struct.unpack("<III", first[14:26])
    assert (size, full_size) == (70_000, 70_000)


def test_same_members_give_the_same_bytes():
    assert whole() == whole()


def test_a_piece_is_sent_before_the_next_member_is_made():
    made = []

    def members():
        for member in MEMBERS:
            made.append(member.name)
            yield member

    pieces = zipped(members())
    next(pieces)

    assert made == ["one/a.txt"]


@pytest.mark.parametrize("program", [["unzip", "-tq"], ["7z", "t"], ["bsdtar", "-tf"]])
def test_programs_of_other_people_read_it(program, tmp_path):
    if not shutil.which(program[0]):
        pytest.skip(f"{program[0]} is not installed")
    path = tmp_path / "pack.zip"
    path.write_bytes(whole())

    done = subprocess.run([*program, path], capture_output=True)  # noqa: S603 - our own words

    assert done.returncode == 0, done.stdout + done.stderr
