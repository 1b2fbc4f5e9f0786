"""Posts counted as each network counts them, case by case."""

import pytest

from amd.publishing import counting

FAMILY = "👨‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Evidence first.", 15),
        ("“Evidence” – first’s…", 22),
        ("Å", 1),
        ("A\u030a", 1),
        ("故人西辞黄鹤楼", 14),
        ("क्षमा", 5),
        ("😷", 2),
        (FAMILY, 2),
        ("👍🏽", 2),
        ("🇬🇧", 2),
        ("1️⃣", 2),
        ("☎", 2),
        ("https://a.example/7f3k-2q", 23),
        ("https://a.example/" + "x" * 400, 23),
        ("Read https://a.example/7f3k-2q.", 29),
        ("See nice.org.uk now", 31),
        ("ask@nice.org.uk", 15),
        ("I asked.Then I knew", 32),
    ],
)
def test_x_counts_letters_by_weight_and_links_as_23(text, length):
    assert counting.on_x(text) == length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Evidence first.", 15),
        ("故人西辞黄鹤楼", 7),
        (FAMILY, 1),
        ("https://a.example/" + "x" * 400, 23),
        ("See nice.org.uk now", 19),
    ],
)
def test_mastodon_counts_letters_as_readers_see_them(text, length):
    assert counting.on_mastodon(text) == length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Evidence first.", 15),
        ("Å", 1),
        ("A\u030a", 1),
        (FAMILY, 3),
        ("https://a.example/7f3k-2q", 25),
        ("👍🏽" * 10, 10),
        (FAMILY * 100, 250),
    ],
)
def test_bluesky_counts_links_in_full_and_has_a_limit_in_bytes(text, length):
    assert counting.on_bluesky(text) == length


def test_threads_counts_the_bytes_of_an_emoji():
    assert counting.on_threads("Å") == 1
    assert counting.on_threads("Go 😷") == 3 + 4
    assert counting.on_threads(FAMILY) == len(FAMILY.encode()) == 25


def test_linkedin_and_instagram_count_as_javascript_does():
    assert counting.utf16_units("Å") == 1
    assert counting.utf16_units("😷") == 2
    assert counting.utf16_units(FAMILY) == 11
