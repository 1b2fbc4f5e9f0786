"""A publishing hold: set and lifted by national leads, read by all staff."""

import pytest

from amd.moderation import holds, moves
from amd.moderation.models import PublishingHold
from amd.publishing.models import Publication
from amd.records.errors import NotReady
from amd.records.models import Role
from tests.amd.moderation.asked import live
from tests.amd.moderation.desk_steps import sentences
from tests.factories import make_endorsement, publish_endorsement

pytestmark = pytest.mark.django_db

HOLDS = "/admin/moderation/publishinghold/"
WHY = "The pre-election period, until 8 May"
ON_HOLD = f"Publishing is on hold: {WHY}. What is accepted waits until it is lifted."
BANNER = "<strong>Publishing is on hold:</strong>"


@pytest.fixture
def hold(national_lead):
    hold = PublishingHold(reason=WHY)
    holds.set_hold(hold, by=national_lead.user)
    return hold


def lift(hold):
    return f"{HOLDS}{hold.pk}/lift/"


def test_a_national_lead_sets_it_with_a_reason(national_lead):
    national_lead.client.post(f"{HOLDS}add/", {"reason": f"{WHY}."})

    hold = holds.hold_in_force()
    assert (hold.reason, hold.set_by) == (WHY, national_lead.user)


def test_it_needs_a_reason(national_lead):
    page = national_lead.client.post(f"{HOLDS}add/", {"reason": " "})

    assert page.context["adminform"].form.errors == {
        "reason": ["Enter why publishing is on hold"]
    }
    assert holds.hold_in_force() is None


def test_there_is_one_at_a_time(national_lead, hold):
    page = national_lead.client.post(f"{HOLDS}add/", {"reason": "Purdah"})

    assert page.context["adminform"].form.non_field_errors() == [holds.ONE_ALREADY]
    assert "Purdah" in page.text
    assert PublishingHold.objects.get() == hold


def test_of_two_set_at_once_the_second_is_told(national_lead, hold):
    with pytest.raises(holds.AlreadyOnHold) as refused:
        holds.set_hold(PublishingHold(reason="Purdah"), by=national_lead.user)

    assert refused.value.sentence == holds.ONE_ALREADY


def test_nothing_is_published_meanwhile_and_work_goes_on(north_lead, north, hold):
    record = make_endorsement(region=north, agreed=True)

    with pytest.raises(NotReady) as refused:
        moves.publish(record, by=north_lead.user, seen_version=1)

    assert refused.value.missing == [ON_HOLD]
    record.refresh_from_db()
    moves.accept(record, by=north_lead.user, seen_version=record.version)
    assert not Publication.objects.live().exists()


def test_what_is_public_stays_and_can_be_taken_down_and_withdrawn(north_lead, north):
    down, gone = (publish_endorsement(region=north) for _ in range(2))
    holds.set_hold(PublishingHold(reason=WHY), by=north_lead.user)
    assert live(down) and live(gone)

    moves.take_down(
        down, by=north_lead.user, seen_version=down.version, note="Asked us"
    )
    moves.withdraw(gone, by=Role.AUTHOR, seen_version=gone.version)

    assert not Publication.objects.live().exists()


@pytest.mark.parametrize("who", ["north_lead", "national_lead", "comms"])
@pytest.mark.parametrize("path", ["/admin/", "/admin/password_change/"])
def test_all_staff_read_why_on_every_page(request, hold, who, path):
    page = request.getfixturevalue(who).client.get(path)

    assert BANNER in page.text
    assert WHY in page.text
    assert (lift(hold) in page.text) == (who == "national_lead")


def test_the_review_page_says_what_is_left_to_do(north_lead, north, hold):
    record = make_endorsement(region=north, agreed=True)

    page = north_lead.client.get(f"/admin/records/record/{record.pk}/review/")

    assert BANNER in page.text
    assert page.context["missing"] == [ON_HOLD]


def test_what_cannot_be_published_anyway_is_not_told_of_it(north_lead, north, hold):
    record = make_endorsement(region=north, agreed=True, status="declined")

    page = north_lead.client.get(f"/admin/records/record/{record.pk}/review/")

    assert page.context["missing"] == []


def test_while_one_is_in_force_no_other_is_offered(national_lead, hold):
    assert f'href="{HOLDS}add/' not in national_lead.client.get(HOLDS).text

    holds.lift(hold, by=national_lead.user)

    assert f'href="{HOLDS}add/' in national_lead.client.get(HOLDS).text


def test_visitors_read_nothing_of_it(visitor, hold):
    assert WHY not in visitor.client.get("/admin/login/").text


def test_it_is_lifted_after_reading_what_follows(
    north_lead, national_lead, north, hold
):
    record = make_endorsement(region=north, agreed=True)
    moves.accept(record, by=north_lead.user, seen_version=1)
    asked = national_lead.client.get(lift(hold))
    assert "1 accepted record waits for a lead to publish it" in asked.text
    assert holds.hold_in_force() == hold

    answer = national_lead.client.post(lift(hold), follow=True)

    assert sentences(answer) == ["Lifted: records can be published again."]
    assert BANNER not in answer.text
    hold.refresh_from_db()
    assert hold.lifted_by == national_lead.user
    moves.publish(record, by=north_lead.user, seen_version=record.version)
    assert live(record)


def test_lifting_it_twice_says_so(national_lead, hold):
    national_lead.client.post(lift(hold), follow=True)
    hold.refresh_from_db()

    answer = national_lead.client.post(lift(hold), follow=True)

    assert sentences(answer) == ["Not changed: that hold has been lifted already."]
    assert PublishingHold.objects.get().lifted_at == hold.lifted_at


@pytest.mark.parametrize("who", ["north_lead", "comms"])
def test_nobody_else_sets_or_lifts_it(request, hold, who):
    client = request.getfixturevalue(who).client

    assert client.post(lift(hold)).status_code == 403
    assert client.post(f"{HOLDS}add/", {"reason": "x"}).status_code == 403
    assert holds.hold_in_force() == hold


def test_what_was_said_is_not_worded_anew(national_lead, hold):
    answer = national_lead.client.post(f"{HOLDS}{hold.pk}/change/", {"reason": "x"})

    assert answer.status_code == 403
    assert PublishingHold.objects.get().reason == WHY
