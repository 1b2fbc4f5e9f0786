import pytest

from amd.publishing.live import erase_all, take_down
from amd.publishing.models import Pack, Retired
from amd.publishing.packs.asking import CannotPack
from amd.publishing.packs.contents import Changed
from amd.publishing.packs.one import make_one
from tests.amd.publishing.packs.steps import stored_files, unzipped
from tests.factories import make_publication

pytestmark = pytest.mark.django_db

BOTH = ["landscape", "square"]


def test_one_record_is_sent_whole_and_nothing_is_stored(settings):
    publication = make_publication()

    found = unzipped(b"".join(make_one(publication, BOTH)))

    assert [name for name in found if "/" not in name] == [
        "README.html",
        "manifest.csv",
    ]
    assert sum(name.endswith((".png", ".jpg")) for name in found) == 4
    assert (stored_files(settings), Pack.objects.exists()) == ([], False)


def test_it_is_sent_picture_by_picture():
    pieces = [len(piece) for piece in make_one(make_publication(), BOTH)]

    assert len(pieces) > 10
    assert max(pieces) < 1_000_000


@pytest.mark.parametrize(
    ("uses", "formats", "sentence"),
    [
        (["website"], BOTH, "Sharing on social media is not agreed to"),
        (["website", "social"], [], "Choose at least one format"),
        (["website", "social"], ["thumb"], "Choose formats from the list"),
    ],
)
def test_what_may_not_be_given_is_refused_at_once(uses, formats, sentence):
    publication = make_publication(uses=uses)

    with pytest.raises(CannotPack) as caught:
        make_one(publication, formats)

    assert caught.value.sentence == sentence


def test_taken_down_since_it_is_refused():
    publication = make_publication()
    take_down(publication.record, Retired.TAKEN_DOWN)

    with pytest.raises(CannotPack, match="Taken down on"):
        make_one(publication, BOTH)


def test_withdrawn_on_the_way_the_download_breaks_off():
    publication = make_publication()
    pieces = make_one(publication, BOTH)
    next(pieces)

    erase_all(publication.record)

    with pytest.raises(Changed):
        list(pieces)
