"""A record goes at the moment its pack is ready: either order, no pack holds it."""

import threading

import pytest
from django.db import connection, transaction

from amd.publishing.live import take_down
from amd.publishing.models import Pack, PackState, Retired
from amd.publishing.packs.asking import ask, cancel
from amd.publishing.packs.giving import why_not_given
from amd.publishing.packs.making import make_next
from tests.amd.publishing.packs.steps import files_of, folders_of, stored_files
from tests.factories import make_comms, make_publication
from tests.rounds import ROUNDS

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.race]


def at_once(*acts):
    """Each on its own thread, started together; what any of them raised."""
    barrier = threading.Barrier(len(acts))
    errors = []

    def run(act):
        try:
            barrier.wait()
            act()
        # Whatever it is, it is shown below.
        except Exception as error:  # noqa: BLE001
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def after(number, act, *arguments):
    """A little later in each round, so that every moment of the making is met."""

    def wait_and_act():
        threading.Event().wait(number / ROUNDS * 0.1)
        act(*arguments)

    return wait_and_act


def test_no_pack_that_is_ready_holds_a_record_that_was_taken_down(settings):
    user, kept = make_comms(), make_publication()
    for number in range(ROUNDS):
        gone = make_publication()
        pack = ask(user, [gone, kept], ["landscape"])

        at_once(make_next, after(number, take_down, gone.record, Retired.TAKEN_DOWN))

        pack.refresh_from_db()
        assert pack.state in (PackState.READY, PackState.GONE)
        if not why_not_given(pack):
            inside = "\n".join(files_of(pack))
            assert kept.address_reference in inside
            assert gone.address_reference not in inside
        ready = Pack.objects.filter(state=PackState.READY)
        assert stored_files(settings) == sorted(each.file_name for each in ready)


def while_it_is_open(act, *, meanwhile):
    """The other act, begun when the first has done all but commit."""
    thread = threading.Thread(target=lambda: (meanwhile(), connection.close()))
    with transaction.atomic():
        act()
        thread.start()
        # Long enough to do its work, if nothing holds it.
        thread.join(timeout=1)
    thread.join()


def test_a_pack_made_while_a_record_is_being_taken_down_is_without_it():
    gone, kept = make_publication(), make_publication()
    pack = ask(make_comms(), [gone, kept], ["landscape"])

    while_it_is_open(
        lambda: take_down(gone.record, Retired.TAKEN_DOWN), meanwhile=make_next
    )

    assert why_not_given(pack) == ""
    assert [name[:3] for name in folders_of(pack)] == ["02-"]


def test_a_record_taken_down_while_its_pack_becomes_ready_takes_it_along(settings):
    gone = make_publication()
    pack = ask(make_comms(), [gone], ["landscape"])

    while_it_is_open(
        make_next, meanwhile=lambda: take_down(gone.record, Retired.TAKEN_DOWN)
    )

    pack.refresh_from_db()
    assert pack.state == PackState.GONE
    assert stored_files(settings) == []


def test_two_workers_make_a_pack_once(settings):
    user, publication = make_comms(), make_publication()
    for _ in range(ROUNDS):
        pack = ask(user, [publication], ["landscape"])

        at_once(make_next, make_next)

        pack.refresh_from_db()
        assert (pack.state, pack.attempts) == (PackState.READY, 1)
        assert why_not_given(pack) == ""
        Pack.objects.all().delete()


def test_cancelled_or_ready_but_never_both(settings):
    user, publication = make_comms(), make_publication()
    for number in range(ROUNDS):
        pack = ask(user, [publication], ["landscape"])

        at_once(make_next, after(number, cancel, Pack.objects.get(pk=pack.pk)))

        pack.refresh_from_db()
        is_ready = pack.state == PackState.READY
        assert is_ready or pack.state == PackState.CANCELLED
        name = f"{pack.pk}-{pack.attempts}.zip"
        assert (name in stored_files(settings)) == is_ready
