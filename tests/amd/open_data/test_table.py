import csv
import io

import pytest
from django.utils import timezone

from amd.open_data.table import COLUMNS
from amd.publishing.spreadsheets import FORMULA
from tests.factories import make_endorsement_copy, make_publication
from tests.moments import days_ago

pytestmark = pytest.mark.django_db

PATH = "/feeds/gallery.csv"


def read(client, query=""):
    text = client.get(f"{PATH}?{query}").getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_row_says_what_the_page_says(client, case_study, settings):
    [row] = read(client)

    assert {name: text for name, text in row.items() if text} == {
        "Reference": case_study.shown_reference,
        "Address": settings.SITE_ADDRESS + case_study.get_absolute_url(),
        "Kind": "case-studies",
        "Region": "South",
        "Title": "A search in an afternoon saves 120 hours a year",
        "Byline": "Sampleshire Library, Sampleshire NHS Trust",
        "Organisation": "Sampleshire NHS Trust",
        "Published": str(timezone.localdate()),
        "As at": str(case_study.as_at),
        "Use until": str(case_study.ends_on),
        "Figures": "120 hours (saved a year, measured)",
        "Impact category": "Reduced risk",
        "Words": "In brief\nThe ward asked and the library found.\n\n"
        "The challenge\nNobody knew which pump was safer.\n\n"
        "In their words\n“It changed what we do.”\nMx Sample User, Matron\n\n"
        "Working with\nSam Sample, Clinical Librarian",
        "Terms": "© the person quoted. Share this card unchanged until "
        f"{case_study.ends_on:%-d %B %Y}; stop when it is withdrawn.",
    }


def test_it_is_what_the_view_shows_newest_first(client, endorsement, case_study):
    def found(query):
        return [row["Reference"] for row in read(client, query)]

    first, second = case_study.shown_reference, endorsement.shown_reference
    assert found("") == [first, second]
    assert found("kind=endorsements") == [second]
    assert found("words=no-such-word") == []


def test_what_is_not_to_be_shared_has_no_words(client, not_shared):
    [row] = read(client)

    assert row["Reference"] == not_shared.shown_reference
    assert [row[name] for name in ("Title", "Byline", "Organisation", "Words")] == (
        [""] * 4
    )


def test_it_is_saved_under_a_name_and_read_right_by_excel(client):
    answer = client.get(PATH)

    assert answer["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert answer["Content-Disposition"] == (
        f'attachment; filename="amilliondecisions-{timezone.localdate()}.csv"'
    )
    assert answer.getvalue().startswith(b"\xef\xbb\xbfReference,Address,")


@pytest.mark.parametrize("first", FORMULA)
def test_no_cell_is_a_formula(client, first):
    copy = make_endorsement_copy(name=f"{first}1+1", byline=f" \xa0{first}=cmd()")
    make_publication(copy=copy)

    [row] = read(client)

    assert {text[:1] for text in row.values() if text}.isdisjoint(FORMULA)
    assert row["Title"] == f"'{first}1+1"
    assert row["Byline"] == f"' \xa0{first}=cmd()"


def test_commas_quotes_and_lines_come_back_as_they_were(client):
    quote = 'One, "two"\nthree; four'
    make_publication(copy=make_endorsement_copy(sections=(("A", quote),)))

    assert read(client)[0]["Words"] == f"A\n{quote}"


def test_rows_are_sent_while_they_are_read(client, django_assert_num_queries):
    for day in range(3):
        make_publication(published_at=days_ago(day))

    with django_assert_num_queries(3):
        answer = client.get(PATH)
        lines = list(answer.streaming_content)

    assert answer.streaming
    assert len(lines) == 4
    assert lines[0].decode("utf-8-sig").strip().split(",") == list(COLUMNS)


def test_who_only_asks_about_it_makes_no_row(client, endorsement):
    assert client.head(PATH).getvalue() == b""
