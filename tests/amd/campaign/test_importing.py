import tracemalloc
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from amd.campaign.importing import ImportRefused, import_organisations
from amd.campaign.loading import load_rows
from amd.campaign.models import Organisation

pytestmark = pytest.mark.django_db

HEADER = "Organisation name,ODS code,Region code,Status,Close date\n"


@pytest.fixture
def run(tmp_path):
    load_rows()

    def run(text, encoding="utf-8"):
        path = tmp_path / "export.csv"
        path.write_bytes(text.encode(encoding))
        told = []
        counts = import_organisations(path, tell=told.append)
        return (counts.added, counts.updated, counts.left_out), told

    return run


def test_import_adds_an_organisation_with_its_region(run):
    counts, told = run(HEADER + "Sampleshire NHS Trust,sam01,Y60,Active,\n")

    saved = Organisation.objects.select_related("region").get(ods_code="SAM01")
    assert (counts, told) == ((1, 0, 0), [])
    assert (saved.name, saved.region.slug) == ("Sampleshire NHS Trust", "midlands")


def test_import_again_changes_only_what_differs(run):
    run(HEADER + "Sampleshire NHS Trust,SAM01,Y60,Active,\nOther,SAM02,Y60,Active,\n")
    Organisation.objects.filter(ods_code="SAM01").update(short_name="Sampleshire")

    counts, _ = run(
        HEADER
        + "Sampleshire Care NHS Trust,SAM01,Y62,Active,\nOther,SAM02,Y60,Active,\n"
    )

    saved = Organisation.objects.select_related("region").get(ods_code="SAM01")
    assert counts == (0, 1, 0)
    assert saved.name == "Sampleshire Care NHS Trust"
    assert (saved.region.slug, saved.short_name) == ("north-west", "Sampleshire")


def test_import_closes_an_organisation_with_a_close_date(run):
    run(HEADER + "Old Sample Trust,SAM01,Y60,,31/03/2021\n")

    saved = Organisation.objects.get(ods_code="SAM01")
    assert (saved.is_active, saved.closed_on) == (False, date(2021, 3, 31))


def test_import_tells_each_bad_line_and_keeps_the_rest(run):
    counts, told = run(
        HEADER
        + "Sampleshire NHS Trust,SAM01,Q99,Active,\n"
        + "Sampleshire NHS Trust,SAM02\n"
        + ",SAM03,Y60,Active,\n"
        + 'Sample "Trust",SAM04,Y60,Active,\n'
        + '"Sample Trust,SAM05,Y60,Active,\n'
        + "Good Sample Trust,SAM06,Y60,Active,\n"
        + "Sample Trust,SAMPLE,Y60,Active,\n"
        + "Sample Trust,SAM08,Y60,Active,soon\n"
        + "Sample Trust,SAM09,,Active,\n"
        + "good sample trust,SAM10,Y60,Active,\n"
        + f"{'Long ' * 25}Trust,SAM11,Y60,Active,\n"
    )

    assert counts == (2, 0, 9)
    assert told == [
        "Line 2: “Q99” is not one of the seven NHS England regions.",
        "Line 3: it has 2 columns, where the first line has 5.",
        "Line 4: it has no organisation name.",
        "Line 6: its quotation marks do not match.",
        "Line 8: “SAMPLE” is not an ODS code.",
        "Line 9: “soon” is not a close date.",
        "Line 10: it has no region.",
        "Line 12: the name is 10 characters too long.",
        "Line 11: Midlands already has an active organisation called good sample trust.",
    ]


def test_import_reads_what_excel_saves(run):
    crlf = (HEADER + "Ysbyty Llanfair ŷ,SAM01,Y60,Active,\n").replace("\n", "\r\n")

    counts, told = run(crlf, "utf-8-sig")

    assert (counts, told) == ((1, 0, 0), [])
    assert Organisation.objects.get(ods_code="SAM01").name == "Ysbyty Llanfair ŷ"


def test_import_reads_windows_1252_and_says_so(run):
    counts, told = run(HEADER + "St Zoë’s Hospice,SAM01,Y60,Active,\n", "cp1252")

    assert counts == (1, 0, 0)
    assert told == [
        "The file is not UTF-8, so it was read as Windows-1252, as Excel saves it."
    ]
    assert Organisation.objects.get(ods_code="SAM01").name == "St Zoë’s Hospice"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (
            "UNIVERSITY HOSPITALS OF SAMPLE NHS FOUNDATION TRUST",
            "University Hospitals of Sample NHS Foundation Trust",
        ),
        ("ST GEORGE'S STOKE-ON-SAMPLE ICB", "St George's Stoke-On-Sample ICB"),
        ("THE SAMPLE (GP) SURGERY", "The Sample (GP) Surgery"),
        ("NHS Sample", "NHS Sample"),
    ],
)
def test_import_writes_capitals_as_people_read_them(run, given, shown):
    run(HEADER + f"{given},SAM01,Y60,Active,\n")

    assert Organisation.objects.get(ods_code="SAM01").name == shown


def test_import_finds_the_region_by_its_name(run):
    counts, _ = run(
        "Name,Code,Region name\n"
        "A,SAM01,NORTH EAST AND YORKSHIRE COMMISSIONING REGION\n"
        "B,SAM02,south west\n"
    )

    assert counts == (2, 0, 0)


def test_import_refuses_a_file_without_the_columns(run):
    with pytest.raises(ImportRefused) as refused:
        run("Name,Postcode\nA,B\n")

    assert str(refused.value) == (
        "The file needs a column for the ODS code, the region: "
        "its first line must name the columns. Nothing was changed."
    )


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x81", b"\xff\xfe\x00"])
def test_import_refuses_what_is_not_a_table(run, tmp_path, content):
    path = tmp_path / "odd.csv"
    path.write_bytes(content)

    with pytest.raises(ImportRefused):
        import_organisations(path, tell=print)


def test_command_says_what_it_did(tmp_path, capsys):
    load_rows()
    path = tmp_path / "export.csv"
    path.write_text(HEADER + "A,SAM01,Y60,Active,\nB,SAM02,Q1,Active,\n")

    call_command("import_organisations", str(path))

    out, err = capsys.readouterr()
    assert out == "1 added, 0 updated, 1 left out.\n"
    assert err == "Line 3: “Q1” is not one of the seven NHS England regions.\n"


def test_command_says_when_there_is_no_file(tmp_path):
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        call_command("import_organisations", str(tmp_path / "none.csv"))


def test_memory_stays_flat_when_the_file_is_four_times_as_long(tmp_path):
    load_rows()
    path = tmp_path / "export.csv"
    peaks = []
    for letter, lines in (("A", 1_500), ("B", 6_000)):
        rows = (f"{letter} {n},{letter}{n:04},Y60,Active,\n" for n in range(lines))
        path.write_text(HEADER + "".join(rows))

        tracemalloc.start()
        import_organisations(path, tell=print)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] < peaks[0] * 1.5
