import pytest

from amd.records import reference


def test_reference_is_read_back_however_it_is_typed():
    made = reference.new_reference()
    shown = reference.shown(made)

    for typed in (made, shown, shown.lower(), f" {shown.replace('-', ' ')} "):
        assert reference.read_reference(typed) == made


def test_two_neighbours_swapped_are_no_reference():
    assert reference.read_reference("7F3K-2Q") == "7F3K2Q"
    for swapped in ("F73K2Q", "73FK2Q", "7FK32Q", "7F32KQ"):
        assert reference.read_reference(swapped) is None


def test_reference_has_no_letters_that_are_mistaken_for_others():
    letters = {letter for _ in range(300) for letter in reference.new_reference()}

    assert letters.isdisjoint("01OIL")
    assert letters <= set(reference.ALPHABET)


def test_reference_with_one_wrong_character_is_no_reference():
    made = "7F3K2" + reference.check_letter("7F3K2")

    for place in range(reference.LENGTH - 1):
        for letter in reference.ALPHABET:
            wrong = made[:place] + letter + made[place + 1 :]
            difference = reference.ALPHABET.index(letter) - reference.ALPHABET.index(
                made[place]
            )
            if difference % len(reference.CHECK_LETTERS):
                assert reference.read_reference(wrong) is None


@pytest.mark.parametrize("text", ["", "7F3K", "7F3K-2QQ", "OOOO-OO", "\x00", "７F3K2Q"])
def test_reference_of_another_form_is_no_reference(text):
    assert reference.read_reference(text) is None


def test_reference_is_shown_and_addressed_in_two_groups():
    assert reference.shown("7F3K2Q") == "7F3K-2Q"
    assert reference.in_address("7F3K2Q") == "7f3k-2q"
