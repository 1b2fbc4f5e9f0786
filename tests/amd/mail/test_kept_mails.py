import pytest
from django.urls import reverse

from amd.mail.outbox import queue
from amd.mail.words import Mail
from tests.factories import make_comms, make_lead, make_national_lead, make_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def mails():
    north, south = make_region(), make_region()
    return {
        "north": queue("n@x.uk", Mail("North", "Go to https://n.uk/a/"), region=north),
        "south": queue("s@x.uk", Mail("South", "Words"), region=south),
        "none": queue("o@x.uk", Mail("Nowhere", "Words")),
    }


@pytest.fixture
def debug(settings):
    settings.DEBUG = True


def subjects(response):
    return [mail.subject for mail in response.context["page"]]


def test_a_national_lead_reads_every_kept_mail_newest_first(client, mails, debug):
    client.force_login(make_national_lead())

    response = client.get(reverse("mail:kept"))

    assert subjects(response) == ["Nowhere", "South", "North"]


def test_a_regional_lead_reads_the_mails_of_her_regions_alone(client, mails, debug):
    client.force_login(make_lead(mails["north"].region))

    listed = client.get(reverse("mail:kept"))
    other = client.get(reverse("mail:kept_mail", args=[mails["south"].pk]))

    assert (subjects(listed), other.status_code) == (["North"], 404)


def test_the_links_of_a_kept_mail_can_be_followed(client, mails, debug):
    client.force_login(make_national_lead())

    response = client.get(reverse("mail:kept_mail", args=[mails["north"].pk]))

    assert 'href="https://n.uk/a/"' in response.text


def test_comms_and_visitors_read_no_mail(client, mails, debug):
    visitor = client.get(reverse("mail:kept"))
    client.force_login(make_comms())
    comms = client.get(reverse("mail:kept"))

    assert (visitor.status_code, comms.status_code) == (302, 403)


def test_without_debug_no_body_can_be_read(client, mails):
    client.force_login(make_national_lead())

    one = client.get(reverse("mail:kept_mail", args=[mails["north"].pk]))
    part = client.get(reverse("mail:kept"))

    assert one.status_code == 404
    assert (part.status_code, "North" in part.text) == (200, False)


def test_the_outbox_in_the_admin_shows_recipient_and_state_but_no_words(client, mails):
    client.force_login(make_lead(mails["north"].region))

    listed = client.get(reverse("admin:mail_outbox_changelist"))
    one = client.get(reverse("admin:mail_outbox_change", args=[mails["north"].pk]))
    other = client.get(reverse("admin:mail_outbox_change", args=[mails["south"].pk]))

    assert ("n@x.uk" in listed.text, "s@x.uk" in listed.text) == (True, False)
    assert ("n@x.uk" in one.text, "https://n.uk/a/" in one.text) == (True, False)
    assert other.status_code == 302


@pytest.mark.parametrize(
    ("state", "shown"), [("waiting", 3), ("sent", 0), ("given_up", 0)]
)
def test_the_outbox_is_filtered_by_state(client, mails, state, shown):
    client.force_login(make_national_lead())

    response = client.get(reverse("admin:mail_outbox_changelist"), {"state": state})

    assert response.context["cl"].result_count == shown
