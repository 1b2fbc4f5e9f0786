"""Leads keep partner logos in the admin, and choose them for a record."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from amd.pictures.models import Picture
from amd.publishing.models import PartnerLogo
from amd.records.models import Record
from tests.factories import make_case_study, make_logo, publish_endorsement

pytestmark = pytest.mark.django_db

ADD = reverse("admin:publishing_partnerlogo_add")


def logo_file(ink="#7a1f5c", size=(600, 300)):
    """A block of ink in the middle of a see-through ground, as logos are sent."""
    image = Image.new("RGBA", size, "#00000000")
    width, height = size
    image.paste(ink, (width // 10, height // 4, width * 9 // 10, height * 3 // 4))
    out = io.BytesIO()
    image.save(out, "PNG")
    return SimpleUploadedFile("logo.png", out.getvalue(), "image/png")


def typed(**overrides):
    return {
        "name": "Sampleshire University",
        "picture": logo_file(),
        "permission": "Sam Sample, head of brand, by email, 3 June 2026",
        "region": "",
        "is_current": "on",
        **overrides,
    }


def errors_of(response):
    assert response.status_code == 200
    return dict(response.context["adminform"].form.errors)


def change_page(logo):
    return reverse("admin:publishing_partnerlogo_change", args=[logo.pk])


def test_lead_adds_a_logo_for_her_region(north_lead, north):
    response = north_lead.client.post(ADD, typed(region=north.pk))

    logo = PartnerLogo.objects.get()
    assert response.status_code == 302
    assert (logo.name, logo.region) == ("Sampleshire University", north)
    assert logo.picture.claimed_at
    assert logo.picture.alt_text == "Sampleshire University"


def test_only_a_national_lead_adds_a_logo_for_every_region(north_lead, national_lead):
    refused = north_lead.client.post(ADD, typed())
    national_lead.client.post(ADD, typed())

    assert errors_of(refused) == {"region": ["Select the region"]}
    assert PartnerLogo.objects.get().region is None


def test_lead_adds_no_logo_for_another_region(north_lead, south):
    refused = north_lead.client.post(ADD, typed(region=south.pk))

    assert errors_of(refused) == {"region": ["Select the region from the list"]}


@pytest.mark.parametrize(
    ("picture", "sentence"),
    [
        (
            logo_file(ink="#ffffff"),
            "Select the logo for light backgrounds: nothing of this one shows on white",
        ),
        (
            logo_file(size=(160, 64)),
            "Select a larger logo: this one is 128 × 32 pixels",
        ),
        (None, "Select the logo"),
    ],
)
def test_logo_that_no_card_could_show_is_refused(national_lead, picture, sentence):
    refused = national_lead.client.post(ADD, typed(picture=picture or ""))

    assert errors_of(refused) == {"picture": [sentence]}


def test_logo_survives_an_error_elsewhere(national_lead):
    refused = national_lead.client.post(ADD, typed(name=""))
    kept = refused.context["adminform"].form["picture"].value()

    assert errors_of(refused) == {"name": ["Enter the partner's name"]}
    assert kept == Picture.objects.get()


def test_used_logo_can_be_retired_and_no_more(national_lead):
    logo = make_logo(name="Sampleshire University")
    publish_endorsement(logo_1=logo)
    page = national_lead.client.get(change_page(logo)).text

    national_lead.client.post(
        change_page(logo), {"name": "Another", "permission": "Ended 1 May 2026"}
    )

    stored = PartnerLogo.objects.get()
    assert (stored.name, stored.is_current) == ("Sampleshire University", False)
    assert stored.permission == "Ended 1 May 2026"
    assert Record.objects.get().shown_reference in page


def test_lead_reads_a_national_logo_and_does_not_change_it(north_lead):
    logo = make_logo()

    read = north_lead.client.get(change_page(logo))
    refused = north_lead.client.post(change_page(logo), typed(name="Mine"))

    assert (read.status_code, refused.status_code) == (200, 403)


def choices_of(response, slot="logo_1"):
    form = response.context["adminform"].form
    return [label for value, label in form.fields[slot].choices if value]


@pytest.mark.parametrize("kind", ["endorsements_endorsement", "casestudies_casestudy"])
def test_lead_chooses_from_current_logos_that_she_may_use(
    north_lead, north, south, kind
):
    make_logo(name="Ours", region=north)
    make_logo(name="Everybody's")
    make_logo(name="Ended", region=north, is_current=False)
    make_logo(name="Theirs", region=south)

    page = north_lead.client.get(reverse(f"admin:{kind}_add"))

    assert choices_of(page) == ["Everybody's", "Ours"]


def test_logo_that_a_record_has_stays_in_the_choices(north_lead, north, south):
    ended = make_logo(name="Theirs", region=south, is_current=False)
    story = make_case_study(region=north, logo_2=ended)

    page = north_lead.client.get(story.edit_url())

    assert choices_of(page) == [
        "Theirs (its permission has ended: the next card leaves it out)"
    ]
    assert page.context["adminform"].form["logo_2"].value() == ended.pk


def sent(page, **overrides):
    """The page's form as a browser sends it back."""
    form = page.context["adminform"].form
    data = {field.html_name: field.value() for field in form}
    kept = {name: value for name, value in data.items() if value not in (None, False)}
    return {**kept, **overrides}


@pytest.mark.parametrize("publish", [publish_endorsement, make_case_study])
def test_choosing_logos_is_an_edit_of_the_record(north_lead, north, publish):
    record = publish(region=north)
    first, second = make_logo(region=north), make_logo()
    seen = Record.objects.get().version
    page = north_lead.client.get(record.edit_url())

    response = north_lead.client.post(
        record.edit_url(), sent(page, logo_1=second.pk, logo_2=first.pk)
    )

    record = type(record).objects.get()
    assert response.status_code == 302
    assert record.logos == (second, first)
    assert record.version == seen + 1
    assert record.status == "submitted"


def test_same_logo_twice_is_refused(north_lead, north):
    record = publish_endorsement(region=north)
    logo = make_logo(name="Sampleshire University")
    page = north_lead.client.get(record.edit_url())

    refused = north_lead.client.post(
        record.edit_url(), sent(page, logo_1=logo.pk, logo_3=logo.pk)
    )

    assert errors_of(refused) == {
        "logo_3": ["Select each logo once: Sampleshire University is chosen above"]
    }
