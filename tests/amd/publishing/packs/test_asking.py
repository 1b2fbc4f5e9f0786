import pytest

from amd.publishing.live import take_down
from amd.publishing.models import Pack, PackState, Retired
from amd.publishing.packs.asking import CannotPack, ask, ask_again, cancel
from amd.publishing.packs.models import MOST_RECORDS
from tests.amd.publishing.packs.steps import asked_pack, made_pack
from tests.factories import make_comms, make_consent, make_publication, make_record

pytestmark = pytest.mark.django_db


def refused(act, *arguments):
    with pytest.raises(CannotPack) as caught:
        act(*arguments)
    return caught.value.sentence


def test_a_pack_keeps_records_in_their_order_and_formats_in_the_table_s():
    user = make_comms()
    one, two = make_publication(), make_publication()

    pack = ask(user, [two, one, two], ["a4", "square", "landscape"])

    assert (pack.state, pack.asked_by, pack.attempts) == (PackState.WAITING, user, 0)
    assert pack.formats == ["landscape", "square", "a4"]
    rows = pack.records.values_list("record", "place")
    assert list(rows) == [(two.record_id, 1), (one.record_id, 2)]


def test_nothing_chosen_is_refused_in_a_sentence():
    publication, user = make_publication(), make_comms()

    assert refused(ask, user, [], ["square"]) == "Choose at least one record"
    assert refused(ask, user, [publication], []) == "Choose at least one format"
    assert (
        refused(ask, user, [publication], ["thumb"]) == "Choose formats from the list"
    )
    assert not Pack.objects.exists()


def many(number):
    """Unsaved but for their records: what is counted is the records."""
    first = make_publication()
    found = [first]
    for _ in range(number - 1):
        record = make_record()
        found.append(
            type(first)(record=record, uses=first.uses, consent=make_consent(record))
        )
    return found


def test_a_hundred_records_are_taken_and_one_more_is_refused():
    user, publications = make_comms(), many(MOST_RECORDS + 1)

    assert refused(ask, user, publications, ["square"]) == "Choose at most 100 records"
    assert ask(user, publications[:-1], ["square"]).records.count() == MOST_RECORDS


def test_records_of_which_none_may_be_shared_are_refused():
    publication = make_publication(uses=["website"])

    assert (
        refused(ask, make_comms(), [publication], ["square"])
        == "Choose a record whose cards may be shared on social media"
    )


def test_a_second_click_gives_the_same_pack():
    user, publication = make_comms(), make_publication()

    first = ask(user, [publication], ["square"])

    assert ask(user, [publication], ["square"]) == first
    assert ask(user, [publication], ["link"]) != first
    assert ask(make_comms(), [publication], ["square"]) != first


def test_a_pack_that_is_made_is_made_anew_when_asked_for_again():
    user, publication = make_comms(), make_publication()
    first = made_pack(publication, formats=["landscape"], user=user)

    second = ask_again(user, first)

    assert second != first
    assert (second.state, second.formats) == (PackState.WAITING, ["landscape"])
    assert [row.record for row in second.records.all()] == [publication.record]


def test_again_is_refused_where_nothing_may_be_shared_any_more():
    publication = make_publication()
    pack = made_pack(publication)
    take_down(publication.record, Retired.TAKEN_DOWN)

    assert (
        refused(ask_again, make_comms(), pack)
        == "Choose other records: none of these may be shared any more"
    )


def test_a_pack_can_be_cancelled_until_it_is_made():
    waiting = asked_pack(make_publication())

    assert cancel(waiting)
    assert waiting.state == PackState.CANCELLED
    assert not cancel(waiting)

    ready = made_pack(make_publication())
    assert not cancel(ready)
    assert ready.state == PackState.READY


def test_only_who_asked_for_it_sees_it():
    user = make_comms()
    pack = asked_pack(make_publication(), user=user)

    assert list(Pack.objects.visible_to(user)) == [pack]
    assert not Pack.objects.visible_to(make_comms()).exists()
