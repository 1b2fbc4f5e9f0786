import pytest

from amd.gallery.marking import EXCERPT_CHARACTERS, excerpt, marked
from amd.publishing.search import read_query


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("Libraries save.", "library x", "<mark>Libraries</mark> save."),
        ("A <b> & save", "saved x", "A &lt;b&gt; &amp; <mark>save</mark>"),
        ("Nwŷfre ap Llŷr", "nwyfre llyr", "<mark>Nwŷfre</mark> ap <mark>Llŷr</mark>"),
        ("the library’s role", "library x", "the <mark>library’s</mark> role"),
        ("evidence-based", "evidence", "<mark>evidence</mark>-based"),
        ("heart art artist", "art", "heart <mark>art</mark> <mark>artist</mark>"),
        ("nothing here", "sepsis", "nothing here"),
        ("", "sepsis", ""),
        ("<mark>", '"', "&lt;mark&gt;"),
    ],
)
def test_marked(text, typed, shown):
    assert marked(text, read_query(typed)) == shown


def test_excerpt_is_some_words_round_the_first_one_found():
    long = "before " * 40 + "the sepsis bundle " + "after " * 60

    shown = excerpt(["nothing", long, "sepsis again"], read_query("sepsis"))

    assert shown.startswith("… before before")
    assert "the <mark>sepsis</mark> bundle after" in shown
    assert shown.endswith("after …")
    assert len(shown) <= EXCERPT_CHARACTERS + len("… <mark></mark> …")


def test_excerpt_of_a_short_text_is_all_of_it():
    shown = excerpt(["They\nfeared   sepsis."], read_query("fear"))

    assert shown == "They <mark>feared</mark> sepsis."


def test_excerpt_of_a_text_without_the_words_is_nothing():
    assert excerpt(["one", ""], read_query("sepsis")) == ""
    assert excerpt([], read_query("sepsis")) == ""


def test_a_word_without_an_end_is_shown_whole():
    shown = excerpt(["x" * 500 + " tail"], read_query("x" * 60 + "*"))

    assert shown.startswith("<mark>" + "x" * 500 + "</mark>")
