import pytest

from amd.campaign.models import PublicVersion
from amd.publishing import files
from amd.publishing.freeze import build
from amd.publishing.live import erase_all, put_live, take_down
from amd.publishing.models import Publication, Retired
from tests.factories import (
    make_consent,
    make_endorsement_copy,
    make_picture,
    make_publication,
    make_record,
)

pytestmark = pytest.mark.django_db


def draw_nothing(publication):
    """A file where its landscape card would be kept."""
    path = files.path_of(publication, "landscape.png")
    files.write(path, b"drawn")
    return path


def next_copy(record, **words):
    return build(
        record,
        make_endorsement_copy(**words),
        consent=make_consent(record),
        uses=["website"],
        by=None,
    )


def test_new_copy_replaces_the_one_before():
    first = make_publication()
    second = next_copy(first.record, quote="New words.")

    put_live(second)

    first.refresh_from_db()
    assert list(Publication.objects.live()) == [second]
    assert first.retired_why == Retired.REPLACED
    assert first.title == "Dr Sample Person"


def test_narrowed_copy_leaves_the_one_before_empty():
    first = make_publication()

    put_live(next_copy(first.record, name="A champion"), why=Retired.NARROWED)

    first.refresh_from_db()
    assert first.retired_why == Retired.NARROWED
    assert (first.title, first.card, first.sections) == ("", {}, [])


def test_files_of_the_copy_before_go_when_the_move_commits(
    django_capture_on_commit_callbacks,
):
    first = make_publication()
    old = draw_nothing(first)
    second = next_copy(first.record, quote="New words.")
    new = draw_nothing(second)

    with django_capture_on_commit_callbacks(execute=True):
        put_live(second)
        assert old.exists()

    assert not old.exists()
    assert new.exists()


def test_taken_down_is_not_live_and_its_files_go(django_capture_on_commit_callbacks):
    publication = make_publication()
    other = make_publication()
    path, kept = draw_nothing(publication), draw_nothing(other)

    with django_capture_on_commit_callbacks(execute=True):
        was_live = take_down(publication.record, Retired.TAKEN_DOWN)

    assert was_live
    assert list(Publication.objects.live()) == [other]
    assert not path.exists()
    assert kept.exists()


def test_nothing_live_is_nothing_to_take_down():
    assert take_down(make_record(), Retired.TAKEN_DOWN) is False


def test_erasing_empties_every_copy_and_keeps_reference_dates_and_reason(
    django_capture_on_commit_callbacks,
):
    photo = make_picture()
    first = make_publication(copy=make_endorsement_copy(photo=photo))
    put_live(next_copy(first.record))
    path = draw_nothing(first)

    with django_capture_on_commit_callbacks(execute=True):
        erase_all(first.record)

    copies = Publication.objects.filter(record=first.record)
    assert [copy.retired_why for copy in copies] == [
        Retired.WITHDRAWN,
        Retired.REPLACED,
    ]
    for copy in copies:
        assert copy.reference == first.record.reference
        assert (copy.title, copy.byline, copy.alt_text, copy.search_text) == ("",) * 4
        assert (copy.sections, copy.card, copy.photo, copy.facets) == ([], {}, None, {})
    assert not path.exists()


def test_each_change_of_the_public_raises_its_version():
    publication = make_publication()
    before = PublicVersion.objects.get().number

    take_down(publication.record, Retired.TAKEN_DOWN)

    assert PublicVersion.objects.get().number == before + 1
