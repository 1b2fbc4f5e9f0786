import pytest

from amd.publishing.models import Publication
from amd.publishing.search import fold, query_words
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


def test_query_is_bounded_in_words():
    words = query_words(" ".join(f"w{n}" for n in range(40)))

    assert words == [f"w{n}" for n in range(10)]


def test_query_of_marks_asks_for_nothing():
    assert query_words('"" \x00 \u200b') == []


@pytest.mark.django_db
def test_every_word_must_be_there_in_any_order_and_accent():
    found = make_publication(copy=make_endorsement_copy(name="Nwŷfre Sample-ap-Sampl"))
    make_publication(copy=make_endorsement_copy(name="Sample Person"))

    asked = Publication.objects.live().matching(query_words("SAMPL nwyfre"))

    assert list(asked) == [found]


@pytest.mark.django_db
def test_percent_and_underscore_are_letters_like_others():
    make_publication()

    assert not Publication.objects.matching(query_words("%")).exists()
    assert not Publication.objects.matching(query_words("_")).exists()
