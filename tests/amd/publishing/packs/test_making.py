import pytest
from django.utils import timezone

from amd.publishing.freeze import build
from amd.publishing.live import erase_all, put_live, take_down
from amd.publishing.models import Pack, PackState, Retired
from amd.publishing.packs import making
from amd.publishing.packs.asking import cancel
from amd.publishing.packs.making import make_next
from amd.publishing.packs.reasons import NOT_AGREED
from tests.amd.publishing.packs.steps import (
    asked_pack,
    files_of,
    folders_of,
    made_pack,
    stored_files,
)
from tests.factories import make_consent, make_endorsement_copy, make_publication

pytestmark = pytest.mark.django_db


def state_of(pack):
    pack.refresh_from_db()
    return pack.state


def left_out_of(pack):
    return dict(pack.records.exclude(left_out="").values_list("record", "left_out"))


def between_records(act, *, at):
    """What the worker asks at each record, and what happens at that moment: `at` 1 is
    before the first."""
    asked = []

    def is_stopping():
        asked.append(1)
        if len(asked) == at:
            act()
        return False

    return is_stopping


def today():
    return f"{timezone.localdate():%-d %B %Y}"


def test_where_none_waits_there_is_nothing_to_do():
    assert not make_next()


def test_the_pack_that_waits_longest_is_made_whole():
    one, two = make_publication(), make_publication()
    pack = asked_pack(one, two, formats=["landscape", "a4"])
    later = asked_pack(one)

    assert make_next()

    assert (state_of(pack), state_of(later)) == (PackState.READY, PackState.WAITING)
    assert (pack.done, pack.attempts, pack.taken_until) == (2, 1, None)
    assert pack.bytes == sum(map(len, files_of(pack).values())) + overhead(pack)
    assert len(folders_of(pack)) == 2
    rows = pack.records.values_list("publication", "formats", "left_out")
    formats = ["landscape", "a4"]
    assert list(rows) == [(one.pk, formats, ""), (two.pk, formats, "")]


def overhead(pack):
    """Of the ZIP: two headers for each member with its name in both, and the end."""
    names = files_of(pack)
    return sum(30 + 46 + 2 * len(name) for name in names) + 22


def test_it_is_kept_for_a_week_from_when_it_is_ready():
    pack = asked_pack(make_publication())
    Pack.objects.update(keep_until=timezone.now())

    make_next()

    pack.refresh_from_db()
    assert (pack.keep_until - timezone.now()).days == 6


def test_made_again_it_has_the_same_bytes(settings):
    one, two = make_publication(), make_publication()
    first = made_pack(one, two)
    before = files_of(first)
    Pack.objects.filter(pk=first.pk).update(state=PackState.WAITING)

    make_next()

    assert files_of(first) == before


def test_what_is_not_agreed_to_is_left_out_with_the_reason():
    shared, kept = make_publication(), make_publication(uses=["website", "name"])

    pack = made_pack(kept, shared)

    assert left_out_of(pack) == {kept.record_id: NOT_AGREED}
    assert [name[:3] for name in folders_of(pack)] == ["02-"]
    assert NOT_AGREED in files_of(pack)["README.html"].decode()


def test_what_was_taken_down_before_it_is_made_is_left_out():
    kept, down, withdrawn = (make_publication() for _ in range(3))
    pack = asked_pack(kept, down, withdrawn)
    take_down(down.record, Retired.TAKEN_DOWN)
    erase_all(withdrawn.record)

    make_next()

    assert left_out_of(pack) == {
        down.record_id: f"Taken down on {today()}",
        withdrawn.record_id: f"Withdrawn on {today()}",
    }


def test_what_was_agreed_to_until_yesterday_is_left_out():
    kept, over = make_publication(), make_publication()
    type(over).objects.filter(pk=over.pk).update(ends_on="2026-06-03")

    pack = made_pack(kept, over)

    assert left_out_of(pack) == {over.record_id: "It was agreed to until 3 June 2026"}


def test_a_newer_copy_goes_in():
    first = make_publication()
    pack = asked_pack(first)
    copy = make_endorsement_copy(name="Professor New Name")
    newer = build(
        first.record, copy, consent=make_consent(first.record), uses=first.uses, by=None
    )
    put_live(newer)

    make_next()

    assert pack.records.get().publication == newer
    assert "professor-new-name" in folders_of(pack)[0]


@pytest.mark.parametrize("moment", [2, 3])
def test_withdrawn_while_it_is_made_the_record_is_not_in_it(moment):
    gone, kept = make_publication(), make_publication()
    pack = asked_pack(gone, kept)

    make_next(between_records(lambda: erase_all(gone.record), at=moment))

    assert state_of(pack) == PackState.READY
    assert left_out_of(pack) == {gone.record_id: f"Withdrawn on {today()}"}
    assert [name[:3] for name in folders_of(pack)] == ["02-"]
    assert "Dr Sample Person" in files_of(pack)["README.html"].decode()


def test_where_all_is_withdrawn_meanwhile_there_is_no_pack(settings):
    gone = make_publication()
    pack = asked_pack(gone)

    make_next(between_records(lambda: erase_all(gone.record), at=2))

    assert (state_of(pack), pack.said) == (PackState.FAILED, making.NOTHING_LEFT)
    assert stored_files(settings) == []


@pytest.mark.parametrize("moment", [1, 2, 3])
def test_cancelled_it_stops_at_the_next_record_and_leaves_no_file(moment, settings):
    pack = asked_pack(make_publication(), make_publication())

    make_next(between_records(lambda: cancel(pack), at=moment))

    assert state_of(pack) == PackState.CANCELLED
    assert stored_files(settings) == []


def test_a_worker_that_is_to_stop_leaves_it_to_the_next(settings):
    pack = asked_pack(make_publication())

    make_next(lambda: True)

    assert (state_of(pack), pack.attempts) == (PackState.WAITING, 0)
    assert stored_files(settings) == []
    make_next()
    assert state_of(pack) == PackState.READY


def test_a_worker_whose_time_is_over_finds_that_another_has_it(settings):
    pack = asked_pack(make_publication(), make_publication())

    def another_takes_it():
        Pack.objects.update(taken_until=timezone.now())
        make_next()

    make_next(between_records(another_takes_it, at=2))

    assert (state_of(pack), pack.attempts) == (PackState.READY, 2)
    assert stored_files(settings) == [pack.file_name]
    assert len(folders_of(pack)) == 2


def test_what_another_worker_is_at_is_left_alone():
    pack = asked_pack(make_publication())
    Pack.objects.update(
        state=PackState.MAKING, taken_until=timezone.now() + making.LEASE
    )

    assert not make_next()
    assert state_of(pack) == PackState.MAKING


def test_after_three_attempts_it_is_given_up_in_a_sentence():
    pack = asked_pack(make_publication())
    Pack.objects.update(
        state=PackState.MAKING, attempts=3, taken_until=timezone.now() - making.LEASE
    )

    make_next()

    assert (state_of(pack), pack.said) == (PackState.FAILED, making.GAVE_UP)
    assert not make_next()


def test_a_full_disk_is_said_and_leaves_no_half_file(settings):
    pack = asked_pack(make_publication())
    folder = settings.MEDIA_ROOT / "packs"
    folder.mkdir()
    # A device on which every write finds no room.
    (folder / f"{pack.pk}-1.zip.part").symlink_to("/dev/full")

    make_next()

    assert (state_of(pack), pack.said) == (PackState.FAILED, making.NO_ROOM)
    assert stored_files(settings) == []


def test_another_failure_of_the_disk_is_tried_again_later(settings):
    pack = asked_pack(make_publication())
    (settings.MEDIA_ROOT / "packs").write_text("a file where a folder should be")

    with pytest.raises(OSError, match="File exists"):
        make_next()

    assert (state_of(pack), pack.attempts) == (PackState.MAKING, 1)
    assert pack.taken_until <= timezone.now() + making.PAUSE
    assert not make_next()
