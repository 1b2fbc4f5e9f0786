"""The admin asks in our words, too: also where a page is Django's own."""

import pytest
from django.contrib import admin

from amd.campaign.models import Organisation, Term
from amd.web.forms import NhsukFormMixin
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db


def test_every_form_of_the_admin_is_one_of_ours():
    registered = admin.site._registry.values()

    assert len(registered) > 15
    assert [
        each for each in registered if not issubclass(each.form, NhsukFormMixin)
    ] == []


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("", "", "", "Enter your old password"),
        ("wrong", "a-b-c-d-e-f-g", "a-b-c-d-e-f-g", "The old password is not right"),
        (
            "correct-horse-battery",
            "one-two-three-four",
            "five-six-seven-eight",
            "The two new passwords differ. Enter the same one twice",
        ),
        (
            "correct-horse-battery",
            "short",
            "short",
            "Password must be 12 characters or more",
        ),
    ],
)
def test_a_password_that_is_not_changed_says_why(comms, old, new, again, said):
    sent = {"old_password": old, "new_password1": new, "new_password2": again}

    refused = comms.client.post("/admin/password_change/", sent)

    assert refused.status_code == 200
    assert said in refused.text
    assert comms.user.check_password("correct-horse-battery")


def test_a_password_is_changed(comms):
    sent = {
        "old_password": "correct-horse-battery",
        "new_password1": "one-two-three-four",
        "new_password2": "one-two-three-four",
    }

    changed = comms.client.post("/admin/password_change/", sent)

    comms.user.refresh_from_db()
    assert changed.url == "/admin/password_change/done/"
    assert comms.user.check_password("one-two-three-four")


def test_an_organisation_that_is_there_already_is_to_be_edited(national_lead, north):
    make_organisation(name="Sampleshire NHS Trust", region=north)
    sent = {"name": "SAMPLESHIRE NHS Trust", "region": north.pk, "is_active": "on"}

    refused = national_lead.client.post("/admin/campaign/organisation/add/", sent)

    sentence = "This region has an active organisation of this name. Edit that one"
    assert sentence in refused.text
    assert Organisation.objects.count() == 1


def test_a_code_that_a_list_has_already_is_to_be_another(national_lead):
    Term.objects.create(scheme="impact_category", code="risk", label="Reduced risk")
    sent = {"scheme": "impact_category", "code": "risk", "label": "Risk"}

    refused = national_lead.client.post("/admin/campaign/term/add/", sent)

    assert "This list has an entry with this code. Enter another" in refused.text
