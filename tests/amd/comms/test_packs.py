from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from amd.publishing.live import take_down
from amd.publishing.models import (
    Download,
    DownloadCount,
    Pack,
    PackState,
    Retired,
)
from amd.publishing.packs.making import make_next
from amd.publishing.packs.models import KEPT_FOR, MOST_RECORDS
from tests.amd.publishing.packs.steps import asked_pack, made_pack, unzipped
from tests.factories import (
    make_comms,
    make_endorsement_copy,
    make_publication,
    make_record,
    make_region,
)

pytestmark = pytest.mark.django_db

MAKE = reverse("comms:make_pack")
SQUARE = ["square"]


@pytest.fixture
def comms(client):
    user = make_comms(name="Cara")
    client.force_login(user)
    return user


def address(name, pack):
    return reverse(f"comms:{name}", args=[pack.pk])


def chosen(*publications, formats=SQUARE, **more):
    records = [each.record_id for each in publications]
    return {"records": records, "formats": formats, **more}


def named(name):
    return make_publication(copy=make_endorsement_copy(name=name))


def test_what_was_ticked_becomes_a_pack_in_the_order_of_the_desk(client, comms):
    one, two = make_publication(), make_publication()
    make_publication()

    # What is sent twice is one tick.
    response = client.post(MAKE, chosen(one, two, one, formats=["a4", "square"]))

    pack = Pack.objects.get()
    assert response.url == address("pack", pack)
    assert (pack.asked_by, pack.formats) == (comms, ["square", "a4"])
    records = [row.record_id for row in pack.records.all()]
    assert records == [two.record_id, one.record_id]


def test_a_whole_view_becomes_a_pack(client, comms):
    region = make_region(slug="midlands")
    ours = [make_publication(record=make_record(region=region)) for _ in "12"]
    make_publication()

    client.post(MAKE, chosen(all="view", region="midlands"))

    records = {row.record_id for row in Pack.objects.get().records.all()}
    assert records == {each.record_id for each in ours}


def refusal(response):
    assert response.status_code == 422
    assert not Pack.objects.exists()
    (problem,) = response.context["errors"]
    return problem["text"], problem["href"]


def test_no_record_is_refused_in_a_sentence(client, comms):
    publication = make_publication()

    response = client.post(MAKE, chosen())

    assert refusal(response) == (
        "Choose at least one record",
        f"#record-{publication.record_id}",
    )
    assert "<title>Error: Comms desk" in response.text


def test_no_format_is_refused_with_the_ticks_kept(client, comms):
    publication, other = make_publication(), make_publication()

    response = client.post(MAKE, chosen(publication, other, formats=[]))

    assert refusal(response) == ("Choose at least one format", "#format-landscape")
    assert [row.is_ticked for row in response.context["rows"]] == [True, True]
    assert "2 chosen" in response.text
    assert "2 chosen" in client.post(MAKE, {"all": "view"}).text


def test_too_many_records_are_refused_in_a_sentence(client, comms):
    ticked = {"records": range(1, MOST_RECORDS + 2), "formats": SQUARE}

    assert refusal(client.post(MAKE, ticked))[0] == "Choose at most 100 records"


def test_a_view_of_too_many_is_refused_and_not_offered(client, comms, monkeypatch):
    monkeypatch.setattr("amd.comms.selection.MOST_RECORDS", 2)
    monkeypatch.setattr("amd.comms.desk.MOST_RECORDS", 2)
    monkeypatch.setattr("amd.publishing.packs.asking.MOST_RECORDS", 2)
    for _ in "123":
        make_publication()

    assert "Narrow the view to take all of it" in client.get("/comms/").text
    assert (
        refusal(client.post(MAKE, chosen(all="view")))[0] == "Choose at most 2 records"
    )


def test_what_came_down_since_it_was_ticked_is_told(client, comms):
    stays, goes = make_publication(), make_publication()
    take_down(goes.record, Retired.TAKEN_DOWN)

    response = client.post(MAKE, chosen(stays, goes))

    assert refusal(response)[0] == "Choose again: 1 record is not public any more"


@pytest.mark.parametrize("record", ["x", "-1", "9" * 30, "²"])
def test_what_is_no_record_is_nobody_s_tick(client, comms, record):
    make_publication()

    response = client.post(MAKE, {"records": [record], "formats": SQUARE})

    assert refusal(response)[0] == "Choose at least one record"


def test_one_record_is_sent_at_once_and_kept_with_who_took_it(client, comms):
    publication = named("Dr Ada Sample")

    response = client.post(MAKE, chosen(publication, formats=["square", "a4"]))

    reference = publication.address_reference
    assert response["Content-Disposition"] == (
        f'attachment; filename="amilliondecisions-dr-ada-sample-{reference}.zip"'
    )
    folder = f"01-dr-ada-sample-{reference}"
    names = unzipped(b"".join(response.streaming_content))
    assert f"{folder}/{reference}-square.png" in names
    kept = Download.objects.values_list("user", "record", "format_name", "kind")
    assert set(kept) == {
        (comms.pk, publication.record_id, "square", "zip"),
        (comms.pk, publication.record_id, "a4", "zip"),
    }
    assert not Pack.objects.exists()


def test_one_record_that_may_only_be_read_is_refused(client, comms):
    publication = make_publication(uses=["website", "name"])

    response = client.post(MAKE, chosen(publication))

    assert refusal(response)[0] == "Sharing on social media is not agreed to"
    assert not Download.objects.exists()


def test_the_desk_offers_no_tick_for_what_may_only_be_read(client, comms):
    ticked = make_publication()
    read = make_publication(uses=["website", "name"])

    page = client.get("/comms/").text

    assert f'id="record-{ticked.record_id}"' in page
    assert f'id="record-{read.record_id}"' not in page


def test_the_page_of_a_pack_says_how_far_it_is(client, comms):
    pack = asked_pack(make_publication(), make_publication(), user=comms)

    waiting = client.get(address("pack", pack)).text
    Pack.objects.update(state=PackState.MAKING, done=1)
    making = client.get(address("pack", pack)).text

    assert "0 of 2 records done" in waiting
    assert "It begins as soon as the packs before it are made." in waiting
    assert '<progress class="amd-pack__progress" id="progress" max="2" value="1">' in (
        making
    )


def test_a_pack_is_taken_and_kept_with_who_took_what(client, comms):
    one, two = make_publication(), make_publication()
    pack = made_pack(one, two, formats=["landscape", "square"], user=comms)

    assert "Your pack is ready" in client.get(address("pack", pack)).text
    assert not Download.objects.exists()
    response = client.post(address("take_pack", pack))

    assert response["Content-Disposition"] == (
        f'attachment; filename="amilliondecisions-pack-{pack.pk}-2-records.zip"'
    )
    names = unzipped(b"".join(response.streaming_content))
    assert sum(name.endswith("-square.png") for name in names) == 2
    kept = Download.objects.values_list("user", "record", "format_name", "kind")
    assert len(kept) == 4
    assert (comms.pk, two.record_id, "square", "zip") in kept
    assert [each.number for each in DownloadCount.objects.all()] == [1] * 4


def test_a_pack_with_a_record_that_came_down_is_not_given(client, comms):
    stays, goes = make_publication(), make_publication()
    pack = made_pack(stays, goes, user=comms)
    take_down(goes.record, Retired.TAKEN_DOWN)

    response = client.post(address("take_pack", pack), follow=True)

    assert f"Record {goes.shown_reference} in it changed on" in response.text
    assert not Download.objects.exists()

    response = client.post(address("pack_again", pack))
    make_next()
    page = client.get(response.url).text
    assert "Your pack is ready" in page
    assert f"{goes.record}: Taken down on" in page


def test_a_pack_whose_file_is_lost_is_told_and_not_kept(client, comms, settings):
    pack = made_pack(make_publication(), make_publication(), user=comms)
    (settings.MEDIA_ROOT / "packs" / pack.file_name).unlink()

    response = client.post(address("take_pack", pack), follow=True)

    assert "The file of the pack is lost. Make the pack again." in response.text
    assert not Download.objects.exists()


def test_a_pack_is_cancelled_only_while_it_is_made(client, comms):
    ready = made_pack(make_publication(), make_publication(), user=comms)
    waiting = asked_pack(make_publication(), make_publication(), user=comms)

    cancelled = client.post(address("cancel_pack", waiting), follow=True)
    too_late = client.post(address("cancel_pack", ready), follow=True)

    assert "Your pack was cancelled" in cancelled.text
    assert "Not cancelled" in too_late.text
    assert "Your pack is ready" in too_late.text


def test_again_is_refused_where_nothing_may_be_given_any_more(client, comms):
    publication = make_publication()
    pack = made_pack(publication, user=comms)
    take_down(publication.record, Retired.WITHDRAWN)

    response = client.post(address("pack_again", pack), follow=True)

    assert "Choose other records: none of these may be shared any more." in (
        response.text
    )


def test_reading_changes_nothing(client, comms):
    pack = made_pack(make_publication(), make_publication(), user=comms)
    before = Pack.objects.values().get()

    for path in ("/comms/", reverse("comms:packs"), address("pack", pack)):
        client.get(path)

    assert Pack.objects.values().get() == before
    assert not Download.objects.exists()


def test_the_list_has_one_s_own_packs_the_newest_first(
    client, comms, django_assert_num_queries
):
    made_pack(make_publication(), make_publication(), user=comms)
    asked_pack(make_publication(), user=comms)
    asked_pack(make_publication())

    # Session, user, two of permissions, packs.
    with django_assert_num_queries(5):
        response = client.get(reverse("comms:packs"))

    asked = [(pack.asked, pack.state) for pack, _ in response.context["rows"]]
    assert asked == [(1, "waiting"), (2, "ready")]


def test_a_pack_that_is_long_gone_is_not_listed(client, comms):
    asked_pack(make_publication(), user=comms)
    Pack.objects.update(asked_at=timezone.now() - KEPT_FOR - timedelta(days=2))

    assert client.get(reverse("comms:packs")).context["rows"] == []
