import pytest
from django.urls import reverse

from amd.campaign.loading import load_rows
from amd.campaign.models import ConsentWording, Event, PublicVersion, Region, Term
from amd.consent.models import Use

pytestmark = pytest.mark.django_db

MODELS = (
    "region",
    "organisation",
    "libraryservice",
    "phase",
    "event",
    "outcome",
    "resource",
    "keymessage",
    "supporter",
    "term",
    "reason",
    "consentwording",
)


@pytest.mark.parametrize("model", MODELS)
def test_national_lead_finds_every_list_and_its_form(national_lead, model):
    load_rows()
    listed = reverse(f"admin:campaign_{model}_changelist")
    added = reverse(f"admin:campaign_{model}_add")

    assert national_lead.client.get(f"{listed}?q=sample").status_code == 200
    assert national_lead.client.get(added).status_code == 200


@pytest.mark.parametrize("model", MODELS)
def test_regional_lead_and_comms_may_not_open_the_lists(north_lead, comms, model):
    address = reverse(f"admin:campaign_{model}_changelist")

    assert north_lead.client.get(address).status_code == 403
    assert comms.client.get(address).status_code == 403


def test_national_lead_corrects_a_mailbox_and_the_public_version_rises(national_lead):
    load_rows()
    region = Region.objects.get(slug="london")
    address = reverse("admin:campaign_region_change", args=[region.pk])

    national_lead.client.post(
        address,
        {"name": "London", "scheme": "nhse_2019", "mailbox": "kls@london.example"},
    )

    region.refresh_from_db()
    assert (region.mailbox, region.slug) == ("kls@london.example", "london")
    assert PublicVersion.objects.get().number == 1


def test_event_facts_are_typed_one_a_line(national_lead):
    load_rows()
    event = Event.objects.get(code="confed18")
    address = reverse("admin:campaign_event_change", args=[event.pk])
    shown = national_lead.client.get(address).context["adminform"].form

    national_lead.client.post(
        address, {**_typed(shown), "facts": "Over 80 signed up\n\n Four interviews "}
    )

    event.refresh_from_db()
    assert event.facts == ["Over 80 signed up", "Four interviews"]


def test_form_has_no_links_into_other_lists(national_lead):
    load_rows()
    event = Event.objects.get(code="confed18")
    address = reverse("admin:campaign_event_change", args=[event.pk])

    text = national_lead.client.get(address).content.decode()

    assert 'name="phase"' in text
    assert "related-widget-wrapper-link" not in text


def test_term_keeps_its_code_when_its_label_is_corrected(national_lead):
    load_rows()
    term = Term.objects.get(code="enquiry")
    address = reverse("admin:campaign_term_change", args=[term.pk])
    shown = national_lead.client.get(address).context["adminform"].form

    national_lead.client.post(
        address, {**_typed(shown), "label": "Enquiries", "code": "changed"}
    )

    term.refresh_from_db()
    assert (term.label, term.code) == ("Enquiries", "enquiry")


def test_new_wording_is_the_next_version_with_a_sentence_for_every_use(national_lead):
    load_rows()
    sentences = {f"use_{use}": f"About {use}" for use in Use.values}
    words = {"person": "champion", "introduction": "Hello", "terms": "Five years"}

    national_lead.client.post(
        reverse("admin:campaign_consentwording_add"), {**words, **sentences}
    )

    wording = ConsentWording.objects.current("champion")
    assert wording.version == 2
    assert wording.uses == {use: f"About {use}" for use in Use.values}


def test_shown_wording_is_read_and_never_changed(national_lead):
    load_rows()
    wording = ConsentWording.objects.current("champion")
    address = reverse("admin:campaign_consentwording_change", args=[wording.pk])

    shown = national_lead.client.get(address)
    response = national_lead.client.post(address, {"introduction": "Other"})

    assert "<br>Show my name with my words<br>" in shown.content.decode()

    assert response.status_code == 403
    assert ConsentWording.objects.current("champion").introduction != "Other"


def test_nobody_deletes_a_fact(national_lead):
    load_rows()
    event = Event.objects.get(code="confed18")

    response = national_lead.client.post(
        reverse("admin:campaign_event_delete", args=[event.pk]), {"post": "yes"}
    )

    assert response.status_code == 403
    assert Event.objects.filter(code="confed18").exists()


def _typed(form):
    """The form as the browser would send it back unchanged."""
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value not in (None, False)}
