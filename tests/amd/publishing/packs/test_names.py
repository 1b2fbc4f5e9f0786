import re

import pytest

from amd.publishing.cards import OFFERED_FORMATS
from amd.publishing.packs import names
from amd.publishing.packs.contents import endings_of
from amd.publishing.post_texts import NETWORKS
from tests.amd.publishing.packs.rules import problems_with
from tests.factories import (
    make_case_study_copy,
    make_endorsement_copy,
    make_publication,
    make_record,
)

HOSTILE = [
    "CON",
    "nul.txt",
    "../../etc/passwd",
    "C:\\Windows\\system32",
    'a/b\\c:d*e?f"g<h>i|j',
    "Łukasz Żółć",
    "张伟",
    "عبد الله",
    "🙂🙂",
    " . ",
    "trailing dot.",
    "evil\u202egnp.exe",
    "x" * 200,
    "Llŷr-" * 40,
]


def every_path(publication, place, total):
    folder = names.folder_name(publication, place, total)
    for format_name in OFFERED_FORMATS:
        for ext in endings_of(format_name):
            yield f"{folder}/{names.drawing_name(publication, format_name, ext)}"
    for name in (names.ALT, names.TERMS, names.RECORD):
        yield f"{folder}/{name}"
    for network in NETWORKS:
        yield f"{folder}/{names.post_name(network.key)}"


@pytest.mark.django_db
@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_becomes_a_path_that_every_system_unpacks(name):
    publication = make_publication(copy=make_endorsement_copy(name=name))

    paths = [*every_path(publication, 100, 100), names.README, names.MANIFEST]

    assert problems_with(paths) == []


@pytest.mark.django_db
def test_a_person_reads_whose_it_is():
    copy = make_endorsement_copy(name="Dr Llŷr Sampl ap Gŵyn")
    publication = make_publication(copy=copy)
    reference = publication.address_reference

    assert (
        names.folder_name(publication, 7, 12) == f"07-dr-llyr-sampl-ap-gwyn-{reference}"
    )
    assert names.folder_name(publication, 7, 100)[:4] == "007-"
    assert names.drawing_name(publication, "square", "jpg") == f"{reference}-square.jpg"
    assert (
        names.drawing_name(publication, "pptx", "pptx")
        == f"{reference}-powerpoint.pptx"
    )
    assert (
        names.name_of_one(publication)
        == f"amilliondecisions-dr-llyr-sampl-ap-gwyn-{reference}.zip"
    )


@pytest.mark.django_db
def test_a_case_study_is_called_by_its_headline_and_not_by_who_is_quoted():
    copy = make_case_study_copy(headline="Faster answers for the ward")
    story = make_publication(record=make_record(kind="casestudy"), copy=copy)

    assert (
        names.folder_name(story, 1)
        == f"01-faster-answers-for-the-ward-{story.address_reference}"
    )


def test_problems_are_found():
    bad = ["/a", "a/../b", "a/con.txt", "a\\b", "a/B", "a/b", "é", "a" * 101, "a/b."]

    assert {re.sub(":.*", "", each) for each in problems_with(bad)} == {
        "absolute or climbing",
        "reserved on Windows",
        "not plain letters",
        "twice",
        "too long",
        "ends in a dot",
    }
