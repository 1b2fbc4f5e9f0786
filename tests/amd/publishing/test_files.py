import pytest

from amd.publishing import files
from tests.factories import make_publication


@pytest.mark.django_db
def test_drawings_lie_under_the_record_and_the_digest(drawn_files):
    publication = make_publication()

    path = files.path_of(publication, "square.png")

    assert path.parent.parent == drawn_files / publication.reference


def test_a_drawing_is_written_whole_and_leaves_nothing_beside_it(tmp_path):
    path = tmp_path / "a" / "b" / "square.png"

    files.write(path, b"one")
    files.write(path, b"two")

    assert files.read(path) == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_a_drawing_that_cannot_be_kept_is_logged_and_no_more(tmp_path, caplog):
    (tmp_path / "full").write_text("a file where the folder should be")

    files.write(tmp_path / "full" / "square.png", b"one")

    assert "The drawing square.png was not kept" in caplog.text


def test_what_was_never_drawn_is_none(tmp_path):
    assert files.read(tmp_path / "square.png") is None


def test_removing_a_record_without_drawings_is_no_error():
    files.remove("7F3K2Q")
    files.remove("7F3K2Q", keep="abc")
