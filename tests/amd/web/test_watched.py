"""A program is told from a person by a box nobody sees and by the time it takes."""

import pytest

from amd.web import watched
from amd.web.watched import Sign, WatchedFields, stamp


@pytest.fixture(autouse=True)
def three_seconds(settings):
    settings.FORM_LEAST_SECONDS = 3


@pytest.fixture
def at(monkeypatch):
    """Sets the clock of the forms."""

    def set_clock(seconds):
        monkeypatch.setattr(watched.time, "time", lambda: seconds)

    set_clock(1_000.0)
    return set_clock


def sign(**sent):
    form = WatchedFields(sent)
    assert form.is_valid(), "whoever sent it is never refused"
    return form.sign()


def test_who_takes_their_time_is_a_person(at):
    shown = stamp()
    at(1_003.0)

    assert sign(shown_at=shown) is None


def test_who_takes_a_week_is_a_person_too(at):
    shown = stamp()
    at(1_000.0 + 7 * 24 * 3600)

    assert sign(shown_at=shown) is None


def test_who_is_faster_than_anybody_types_is_not(at):
    shown = stamp()
    at(1_002.9)

    assert sign(shown_at=shown) == Sign.FAST


def test_who_fills_what_nobody_sees_is_not(at):
    shown = stamp()
    at(1_060.0)

    assert sign(shown_at=shown, homepage="https://pills.example") == Sign.FILLED
    assert sign(shown_at=shown, homepage="\x00\u200b") == Sign.FILLED
    assert sign(shown_at=shown, homepage=" ") is None


@pytest.mark.parametrize(
    "written", ["", "0", "1.0", "nan", "1.0:abc", "\x00", "9" * 5000, "é:é"]
)
def test_a_time_that_we_did_not_write_is_none(at, written):
    assert sign(shown_at=written) == Sign.UNSTAMPED


def test_a_stamp_of_another_site_is_none(at, settings):
    shown = stamp()
    at(1_060.0)
    settings.SECRET_KEY = "another site, with a secret of its own"

    assert sign(shown_at=shown) == Sign.UNSTAMPED


def test_each_page_has_its_own_time(at):
    first = WatchedFields()["shown_at"].value()
    at(1_001.0)

    assert WatchedFields()["shown_at"].value() != first


def test_a_form_that_comes_back_with_errors_keeps_its_time(at):
    shown = stamp()
    at(1_060.0)

    assert WatchedFields({"shown_at": shown})["shown_at"].value() == shown


def test_the_box_is_in_nobodys_way(at):
    form = WatchedFields()

    assert form.visible_fields() == []
    box = str(form["homepage"])
    assert 'class="amd-honeypot" aria-hidden="true"' in box
    assert 'tabindex="-1" autocomplete="off"' in box
    assert "Leave this box empty</label>" in box
