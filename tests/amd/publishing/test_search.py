import pytest

from amd.publishing.models import Publication
from amd.publishing.search import (
    MAX_WORD_CHARACTERS,
    Part,
    fold,
    forms_of,
    read_query,
    stems_of,
    words_of,
)
from tests.factories import make_endorsement_copy, make_publication


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Nwŷfre", "nwyfre"),
        ("ŁUKASZ Przykład", "lukasz przyklad"),
        ("Ọlátúndé", "olatunde"),
        ("STRASSE straße", "strasse strasse"),
        ("the library’s\n\n  role", "the library's role"),
        ("a\x00b\u200bc", "a b c"),
        ("ﬁnance", "finance"),
        ("", ""),
    ],
)
def test_fold(typed, folded):
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("folded", "words"),
    [
        ("the library's role", ["the", "library", "role"]),
        ("o'brien and the libraries'", ["obrien", "and", "the", "libraries"]),
        ("£1,250,000 saved, 1,2", ["1250000", "saved", "1", "2"]),
        ("evidence-based (r&d)", ["evidence", "based", "r", "d"]),
        ("snake_case", ["snake", "case"]),
        ("%_\\ ' \"", []),
        ("x" * 1_000, ["x" * MAX_WORD_CHARACTERS]),
    ],
)
def test_words_of(folded, words):
    assert words_of(folded) == words


def test_what_is_stored_is_stems_in_order_and_each_other_form_once():
    text = "libraries and the library saved the libraries"

    assert stems_of(text) == "librari and the librari save the librari"
    assert forms_of(text) == "libraries library saved"


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("library evidence", [Part(("librari",)), Part(("evid",), "evidence")]),
        ('"the library" now', [Part(("the", "librari")), Part(("now",), "now")]),
        ("“well said”", [Part(("well", "said"))]),
        ("man* ox", [Part(("man",), "man"), Part(("ox",))]),
        ("the role of the library", [Part(("role",)), Part(("librari",), "library")]),
        (
            "to be or not",
            [Part((w,)) for w in ("to", "be", "or")] + [Part(("not",), "not")],
        ),
        ("evidence-based", [Part(("evid", "base"))]),
        ("7F3K-2Q", [Part(("7f3k", "2q"))]),
        ('"open', [Part(("open",), "open")]),
        ("same same", [Part(("same",)), Part(("same",), "same")]),
        ('"" \x00 \u200b %_*', []),
        ("", []),
    ],
)
def test_read_query(typed, parts):
    assert list(read_query(typed).parts) == parts


def test_query_is_bounded_in_words_and_in_a_phrase():
    many = " ".join(f"w{n}" for n in range(40))

    assert len(read_query(many).parts) == 10
    assert len(read_query(f'"{many}"').parts[0].stems) == 10


@pytest.mark.parametrize(
    ("typed", "written", "is_marked"),
    [
        ("library now", "Libraries’", True),
        ("librar", "library,", True),
        ("nwyfre x", "Nwŷfre", True),
        ("library now", "librarian", False),
        ("art now", "heart", False),
    ],
)
def test_words_to_mark(typed, written, is_marked):
    assert read_query(typed).marks(written) is is_marked


@pytest.mark.django_db
def test_every_word_must_be_there_in_any_order_and_accent():
    found = make_publication(copy=make_endorsement_copy(name="Nwŷfre Sample-ap-Sampl"))
    make_publication(copy=make_endorsement_copy(name="Sample Person"))

    asked = Publication.objects.live().matching(["sampl", "nwyfre"])

    assert list(asked) == [found]


@pytest.mark.django_db
def test_marks_alone_find_nothing():
    make_publication()

    assert not Publication.objects.matching(["%"]).exists()
    assert not Publication.objects.matching(["_"]).exists()
