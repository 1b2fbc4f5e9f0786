"""A lead records an endorsement in the admin, and edits one."""

import pytest
from django.urls import reverse
from django.utils import timezone

from amd.consent.models import ConsentRecord
from amd.moderation import moves
from amd.pictures.models import Picture
from amd.records.models import Decision, Status
from endorsements.models import Endorsement
from tests.endorsements.answers import photo
from tests.factories import (
    make_comms,
    make_endorsement,
    make_lead,
    make_national_lead,
    make_organisation,
    make_region,
    make_user,
)

ADD = reverse("admin:endorsements_endorsement_add")
LIST = reverse("admin:endorsements_endorsement_changelist")
VOUCH = {
    "checked": "on",
    "uses": ["website", "name", "title"],
    "method": "email",
    "told_on": timezone.localdate().isoformat(),
    "how": "In the shared mailbox",
}


@pytest.fixture
def north():
    return make_region(name="North")


@pytest.fixture
def south():
    return make_region(name="South")


@pytest.fixture
def lead(client, north):
    lead = make_lead(north)
    client.force_login(lead)
    return lead


def typed(**overrides):
    return {
        "quote": "Evidence makes every decision safer.",
        "extract": "",
        "name": "Dr Sample Person",
        "title": "Medical Director",
        "organisation_name": "Sampleshire NHS Trust",
        "region": "",
        "author_email": "",
        "photo_alt": "",
        "photo_credit": "",
        "source": "written",
        "capacity": "personally",
        "version_seen": "1",
        "form_key_seen": "5f3a4d1e-6c0e-4f13-9a3c-0f3b5bb5b9e1",
        **overrides,
    }


def errors_of(response):
    assert response.status_code == 200
    return dict(response.context["adminform"].form.errors)


def review_of(endorsement):
    return reverse("admin:records_record_review", args=[endorsement.pk])


def test_recorded_endorsement_waits_for_review_in_her_region(client, lead, north):
    response = client.post(ADD, typed(region=north.pk))

    endorsement = Endorsement.objects.get()
    assert (response.status_code, response.url) == (302, review_of(endorsement))
    assert (endorsement.status, endorsement.region) == (Status.SUBMITTED, north)
    assert endorsement.recorded_by == Decision.objects.get().user == lead
    assert endorsement.author_name == "Dr Sample Person"
    assert ConsentRecord.objects.count() == 0


def test_organisation_in_her_region_is_enough(client, lead, north):
    organisation = make_organisation(name="Sampleshire NHS Trust", region=north)

    client.post(ADD, typed())

    endorsement = Endorsement.objects.get()
    assert (endorsement.organisation, endorsement.region) == (organisation, north)


def test_vouched_endorsement_can_be_published_at_once(client, lead, north):
    client.post(ADD, typed(region=north.pk, **VOUCH))

    endorsement = Endorsement.objects.get()
    [answer] = endorsement.consents.all()
    assert (answer.vouched_by, answer.method, answer.how) == (
        lead,
        "email",
        "In the shared mailbox",
    )
    moves.publish(endorsement, by=lead, seen_version=endorsement.version)
    assert Endorsement.objects.get().status == Status.PUBLISHED


def test_two_clicks_record_one(client, lead, north):
    first = client.post(ADD, typed(region=north.pk, **VOUCH))
    second = client.post(ADD, typed(region=north.pk, **VOUCH))

    assert second.url == first.url
    assert (Endorsement.objects.count(), ConsentRecord.objects.count()) == (1, 1)


def test_the_next_one_typed_over_the_last_is_recorded_too(client, lead, north):
    client.post(ADD, typed(region=north.pk))
    client.post(ADD, typed(region=north.pk, name="Dr Other Sample"))

    names = Endorsement.objects.order_by("name").values_list("name", flat=True)
    assert list(names) == ["Dr Other Sample", "Dr Sample Person"]


def test_another_region_is_neither_offered_nor_taken(client, lead, north, south):
    page = client.get(ADD)

    response = client.post(ADD, typed(region=south.pk))

    assert list(page.context["adminform"].form.fields["region"].queryset) == [north]
    assert errors_of(response) == {"region": ["Select the region from the list"]}
    assert Endorsement.objects.count() == 0


def test_organisation_of_another_region_is_refused(client, lead, south):
    make_organisation(name="Sampleshire NHS Trust", region=south)

    response = client.post(ADD, typed())

    assert errors_of(response) == {
        "region": ["South is not one of your regions: its own lead records it"]
    }


def test_without_a_region_only_national_leads_record(client, lead):
    assert errors_of(client.post(ADD, typed())) == {
        "region": ["Select one of your own regions"]
    }

    client.force_login(make_national_lead())
    client.post(ADD, typed())

    assert Endorsement.objects.get().region is None


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        (
            {"quote": "q" * 250},
            {
                "extract": [
                    "Choose words for the card, 240 characters or fewer: "
                    "the whole endorsement is 10 too many"
                ]
            },
        ),
        ({"name": ""}, {"name": ["Enter the champion's full name"]}),
        (
            {"organisation_name": ""},
            {"organisation_name": ["Enter the champion's organisation"]},
        ),
        (
            {"name": "\U00012000"},
            {"name": ["Remove \U00012000 from the name: the card cannot draw it"]},
        ),
        (
            {"uses": ["website"]},
            {"checked": ["Tick this once you have checked with them"]},
        ),
        (
            {"checked": "on"},
            {
                "uses": ["Select what they agreed to"],
                "method": ["Choose how they told you"],
                "told_on": ["Enter when they told you"],
                "how": ["Add a photo of the paper, or enter where it is kept"],
            },
        ),
    ],
)
def test_each_mistake_has_its_own_sentence(client, lead, north, change, errors):
    response = client.post(ADD, typed(region=north.pk, **change))

    assert errors_of(response) == errors


def test_bad_photo_keeps_the_words(client, lead, north):
    response = client.post(ADD, typed(region=north.pk, photo=photo(b"no photo")))

    assert errors_of(response) == {
        "photo": ["The selected file must be a JPEG, PNG or WebP"]
    }
    assert "Evidence makes every decision safer." in response.content.decode()


def test_edit_saves_words_and_raises_the_version(client, lead, north):
    endorsement = make_endorsement(region=north)

    response = client.post(
        endorsement.edit_url(), typed(region=north.pk, quote="Evidence first.")
    )

    after = Endorsement.objects.get()
    assert response.url == review_of(endorsement)
    assert (after.quote, after.version) == ("Evidence first.", endorsement.version + 1)
    assert after.form_key == endorsement.form_key


def test_edit_shows_and_keeps_the_photo(client, lead, north):
    client.post(
        ADD,
        typed(
            region=north.pk, photo=photo(), photo_alt="A portrait", photo_credit="Me"
        ),
    )
    endorsement = Endorsement.objects.get()

    form = client.get(endorsement.edit_url()).context["adminform"].form
    client.post(
        endorsement.edit_url(),
        typed(
            region=north.pk,
            version_seen=endorsement.version,
            photo_alt="A portrait",
            photo_kept=kept_value(form),
        ),
    )

    assert (form["photo_alt"].value(), form["photo_credit"].value()) == (
        "A portrait",
        "Me",
    )
    assert Endorsement.objects.get().photo == endorsement.photo
    assert Picture.objects.count() == 1


def kept_value(form):
    widget = form.fields["photo"].widget
    context = widget.get_context("photo", form["photo"].value(), {"id": "id_photo"})
    return context["widget"]["kept"]["value"]


def test_edit_of_an_older_version_is_refused_with_the_words_kept(client, lead, north):
    endorsement = make_endorsement(region=north)
    moves.edit(endorsement, by=make_user(name="Sam"), seen_version=1, save=lambda: None)

    response = client.post(
        endorsement.edit_url(), typed(region=north.pk, quote="My new words.")
    )

    [sentence] = errors_of(response)["__all__"]
    assert sentence.startswith("Not changed: Sam was first (edited, ")
    assert "My new words." in response.content.decode()
    assert Endorsement.objects.get().quote != "My new words."


def test_another_regions_endorsement_is_not_there(client, lead, south):
    endorsement = make_endorsement(region=south)

    response = client.post(endorsement.edit_url(), typed(quote="Mine now."))

    assert response.status_code == 302
    assert response.url == reverse("admin:index")
    assert Endorsement.objects.get().quote == endorsement.quote


def test_list_finds_by_reference_name_and_organisation(client, lead, north, south):
    found = make_endorsement(
        region=north, name="Dr Ada Findable", organisation_name="Ashby NHS Trust"
    )
    make_endorsement(region=north)
    make_endorsement(region=south, name="Dr Ada Findable")

    for words in (found.shown_reference, found.reference.lower(), "findable", "ashby"):
        response = client.get(LIST, {"q": words})
        assert list(response.context["cl"].result_list) == [found], words


def test_comms_may_not_open_it(client):
    client.force_login(make_comms())

    assert client.get(LIST).status_code == 403
    assert client.get(ADD).status_code == 403


def test_nobody_deletes(client, lead, north):
    endorsement = make_endorsement(region=north)

    client.post(reverse("admin:endorsements_endorsement_delete", args=[endorsement.pk]))

    assert Endorsement.objects.count() == 1


def test_declined_endorsement_is_read_and_not_changed(client, lead, north):
    endorsement = make_endorsement(region=north)
    moves.decline(endorsement, by=lead, seen_version=1, note="Not for us")

    page = client.get(endorsement.edit_url()).content.decode()
    response = client.post(
        endorsement.edit_url(), typed(region=north.pk, version_seen="2")
    )

    assert endorsement.quote in page
    assert "I have checked these exact words" not in page
    assert 'name="_save"' not in page
    assert response.status_code == 403
    assert Endorsement.objects.get().quote == endorsement.quote
