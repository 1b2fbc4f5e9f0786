from datetime import timedelta

import pytest
from django.utils import timezone

from amd.publishing.freeze import build
from amd.publishing.live import erase_all, put_live, take_down
from amd.publishing.models import Pack, PackState, Retired
from amd.publishing.packs import files
from amd.publishing.packs.asking import cancel
from amd.publishing.packs.giving import (
    download_name,
    held,
    left_out,
    path_of,
    why_not_given,
)
from amd.publishing.packs.retiring import forget_packs
from amd.publishing.packs.sweep import sweep_packs
from tests.amd.publishing.packs.steps import asked_pack, made_pack, stored_files
from tests.factories import make_consent, make_endorsement_copy, make_publication

pytestmark = pytest.mark.django_db

AGAIN = "Make the pack again."


def today():
    return f"{timezone.localdate():%-d %B %Y}"


def test_a_pack_that_is_ready_is_given():
    shared, kept = make_publication(), make_publication(uses=["website"])

    pack = made_pack(shared, kept)

    assert why_not_given(pack) == ""
    assert path_of(pack).is_file()
    assert download_name(pack) == f"amilliondecisions-pack-{pack.pk}-1-record.zip"
    assert [each.publication for each in held(pack)] == [shared]
    assert [each.record for each in left_out(pack)] == [kept.record]


def test_a_pack_that_is_not_made_is_not_given():
    pack = asked_pack(make_publication())
    assert why_not_given(pack) == "The pack is waiting to be made."

    Pack.objects.update(state=PackState.MAKING)
    assert why_not_given(pack) == "The pack is being made."

    cancel(pack)
    assert why_not_given(pack) == f"The pack was cancelled. {AGAIN}"


def replace(publication, why=Retired.REPLACED):
    newer = build(
        publication.record,
        make_endorsement_copy(name="Dr New Name"),
        consent=make_consent(publication.record),
        uses=["website", "name", "title"],
        by=None,
    )
    put_live(newer, why=why)


@pytest.mark.parametrize(
    "change",
    [
        lambda each: take_down(each.record, Retired.TAKEN_DOWN),
        lambda each: erase_all(each.record),
        lambda each: replace(each),
        lambda each: replace(each, Retired.NARROWED),
    ],
    ids=["taken down", "withdrawn", "replaced", "narrowed"],
)
def test_whatever_retires_a_record_deletes_the_packs_with_it(
    change, settings, django_capture_on_commit_callbacks
):
    changed, other = make_publication(), make_publication()
    pack, untouched = made_pack(other, changed), made_pack(other)

    with django_capture_on_commit_callbacks(execute=True):
        change(changed)
        assert path_of(pack).exists()

    said = f"Record {changed.shown_reference} in it changed on {today()}."
    assert why_not_given(pack) == said
    assert (pack.state, pack.bytes) == (PackState.GONE, 0)
    assert why_not_given(untouched) == ""
    assert stored_files(settings) == [untouched.file_name]


def test_a_pack_that_left_a_record_out_outlives_it(django_capture_on_commit_callbacks):
    shared, kept = make_publication(), make_publication(uses=["website"])
    pack = made_pack(shared, kept)

    with django_capture_on_commit_callbacks(execute=True):
        erase_all(kept.record)

    assert why_not_given(pack) == ""


def test_what_was_agreed_to_until_yesterday_is_not_given():
    publication = made_pack(make_publication()).records.get().publication
    type(publication).objects.update(ends_on="2026-06-03")

    said = f"Record {publication.shown_reference} has changed since. {AGAIN}"
    assert why_not_given(Pack.objects.get()) == said


def test_a_pack_whose_week_is_over_is_not_given_and_swept(settings):
    pack = made_pack(make_publication())
    Pack.objects.update(keep_until=timezone.now())
    assert why_not_given(pack) == f"The pack was kept for seven days. {AGAIN}"

    sweep_packs()

    pack.refresh_from_db()
    assert (pack.state, pack.said) == (PackState.GONE, "It was kept for seven days.")
    assert stored_files(settings) == []


def test_a_pack_whose_file_is_lost_is_not_given():
    pack = made_pack(make_publication())
    path_of(pack).unlink()

    assert why_not_given(pack) == f"The file of the pack is lost. {AGAIN}"


def test_only_files_that_nobody_needs_are_swept(settings):
    ready, dead, alive = (made_pack(make_publication()) for _ in range(3))
    now = timezone.now()
    lease = {dead: now - timedelta(seconds=1), alive: now + timedelta(minutes=1)}
    for pack, until in lease.items():
        Pack.objects.filter(pk=pack.pk).update(
            state=PackState.MAKING, attempts=2, taken_until=until
        )
        files.part_of(files.name_of(pack.pk, 2)).write_bytes(b"half")
    files.path_of("stray.zip").write_bytes(b"whole")

    sweep_packs()

    assert stored_files(settings) == sorted(
        [ready.file_name, f"{files.name_of(alive.pk, 2)}.part"]
    )


def test_packs_with_forgotten_records_are_forgotten(
    settings, django_capture_on_commit_callbacks
):
    gone, kept = make_publication(), make_publication()
    made_pack(kept, gone)
    stays = made_pack(kept)

    with django_capture_on_commit_callbacks(execute=True):
        assert forget_packs([gone.record_id]) == 1

    assert list(Pack.objects.all()) == [stays]
    assert stored_files(settings) == [stays.file_name]
