"""Drawn files of nothing live go; those of a live card stay."""

import pytest
from django.core.management import call_command

from amd.publishing import files
from amd.publishing.sweep import sweep_drawings
from tests.factories import make_publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def drawings(settings, tmp_path):
    """A live card's drawing, an older one of it, and one of a record that is gone."""
    settings.MEDIA_ROOT = tmp_path
    live = make_publication()
    kept = files.path_of(live, "square.png")
    old = kept.parent.parent / "0ldd1gest" / "square.png"
    gone = tmp_path / "cards" / "AAAAAA" / "d1gest" / "square.png"
    for path in (kept, old, gone):
        files.write(path, b"drawn")
    return kept, old, gone


def test_only_drawings_of_live_cards_stay(drawings, capsys):
    kept, old, gone = drawings

    call_command("sweep_cards")

    assert [path.exists() for path in (kept, old, gone)] == [True, False, False]
    assert not gone.parent.parent.exists()
    assert capsys.readouterr().out.splitlines()[-1] == "2 folders deleted"


def test_dry_run_deletes_nothing_and_names_what_would_go(drawings, capsys):
    call_command("sweep_cards", dry_run=True)

    assert all(path.exists() for path in drawings)
    said = capsys.readouterr().out.splitlines()
    assert "AAAAAA/d1gest" in said
    assert said[-1] == "2 folders would be deleted"


def test_file_that_somebody_left_there_is_no_drawing(drawings, capsys):
    note = drawings[0].parent.parent / "note.txt"
    note.touch()

    call_command("sweep_cards")

    assert note.exists()
    assert capsys.readouterr().out.splitlines()[-1] == "2 folders deleted"


def test_worker_sweeps_too(drawings):
    call_command("work", once=True)

    assert [path.exists() for path in drawings] == [True, False, False]


def test_sweep_asks_one_question(drawings, django_assert_num_queries):
    make_publication()

    with django_assert_num_queries(1):
        assert sweep_drawings() == 2
