"""Lines are balanced, and break where a typesetter would break them."""

from amd.cards.text import break_lines, line_count, tokens, width_em
from amd.cards.words import typeset
from tests.amd.cards.samples import BODY, QUOTE_240


def _lines(text, limit_em, *, ragged=False, hyphens=True):
    words = tokens(typeset(text), 600, limit_em, hyphens)
    return break_lines(words, limit_em, ragged=ragged).lines


def test_break_lines_uses_as_few_lines_as_greedy_wrapping():
    words = tokens(QUOTE_240, 600, 20)

    lines = break_lines(words, 20).lines

    assert len(lines) == line_count(words, 20)
    assert " ".join(lines) == QUOTE_240


def test_break_lines_balances():
    lines = _lines("aaaa aaaa aaaa aaaa aaaa aaaa aaaa", 14)

    assert [len(line.split()) for line in lines] in ([4, 3], [3, 4])


def test_break_lines_leaves_no_short_word_alone_at_the_end():
    for limit in (12, 14, 16, 18, 20, 22, 24, 26):
        lines = _lines(BODY, limit, ragged=True)

        assert len(lines[-1].split()) > 1


def test_break_lines_keeps_honorific_number_and_dash_with_their_words():
    text = "We asked Dr Sample to find 40 papers – she found 12 million words"
    for limit in range(8, 24):
        lines = _lines(text, limit)

        assert not any(line.endswith(("Dr", "40", "12")) for line in lines[:-1])
        assert not any(line.startswith("–") for line in lines)


def test_break_lines_ends_a_line_where_the_sense_does():
    assert _lines("Evidence first. Always. Everywhere.", 8) == (
        "Evidence first.",
        "Always.",
        "Everywhere.",
    )


def test_name_breaks_at_a_space_before_its_own_hyphen():
    limit = width_em("Featherstonehaugh-Cholmondeley", 600) + 0.1

    assert _lines("Jo Featherstonehaugh-Cholmondeley", limit, hyphens=False) == (
        "Jo",
        "Featherstonehaugh-Cholmondeley",
    )


def test_unbroken_word_breaks_only_when_it_must_with_a_hyphen():
    word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"

    broken = _lines(word, 12)

    assert "".join(line.removesuffix("-") for line in broken) == word
    assert all(line.endswith("-") for line in broken[:-1])
    assert all(width_em(line, 600) <= 12 for line in broken)
    assert _lines(word, 40) == (word,)


def test_short_last_word_does_not_stand_alone():
    assert _lines("Ask a librarian first.", 8) == ("Ask a", "librarian first.")
    assert _lines("Evidence first. Always.", 8) == ("Evidence first.", "Always.")


def test_japanese_lines_end_with_a_phrase():
    text = "判断を誤れないとき、最初に相談するのは「図書館員」です。"

    assert _lines(text, 12) == (
        "判断を誤れないとき、",
        "最初に相談するのは",
        "「図書館員」です。",
    )


def test_line_does_not_end_with_the_first_word_of_a_bracket():
    lines = _lines("我们的图书馆员（NHS 2026），他们带来证据", 9)

    assert any("（NHS 2026）" in line for line in lines)
