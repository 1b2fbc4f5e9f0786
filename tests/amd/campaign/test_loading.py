import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from amd.campaign.data import history, lists, reasons, sources, tools, wordings
from amd.campaign.loading import load_campaign, load_rows
from amd.campaign.models import (
    ConsentWording,
    Event,
    KeyMessage,
    Outcome,
    Phase,
    PublicVersion,
    Reason,
    Region,
    Resource,
    Supporter,
    Term,
)
from amd.campaign.roles import PERMISSIONS, make_groups
from amd.consent.models import Use

pytestmark = pytest.mark.django_db

SOURCED = (Event, KeyMessage, Outcome, Phase, Supporter)


def test_load_gives_seven_regions_and_the_four_before_them():
    load_rows()

    codes = Region.objects.current().values_list("ods_code", flat=True)
    assert sorted(codes) == ["Y56", "Y58", "Y59", "Y60", "Y61", "Y62", "Y63"]
    assert Region.objects.exclude(scheme="nhse_2019").count() == 4


def test_load_twice_adds_nothing():
    first = load_rows()
    rows = {model: model.objects.count() for model in (*SOURCED, Term, Reason, Region)}

    second = load_rows()

    assert second == first
    assert {model: model.objects.count() for model in rows} == rows


def test_load_keeps_what_staff_own_and_brings_facts_back():
    load_rows()
    Region.objects.filter(slug="london").update(mailbox="kls@london.example", name="X")
    Term.objects.filter(code="enquiry").update(label="Enquiries")

    load_rows()

    london = Region.objects.get(slug="london")
    assert (london.mailbox, london.name) == ("kls@london.example", "London")
    assert Term.objects.get(code="enquiry").label == "Enquiries"


def test_load_finds_a_key_message_that_staff_reworded():
    load_rows()
    KeyMessage.objects.filter(code="claim").update(text="A million decisions")

    load_rows()

    assert KeyMessage.objects.get(code="claim").text == "A million decisions"


def test_load_campaign_makes_the_groups_and_raises_the_public_version():
    load_campaign()

    assert sorted(Group.objects.values_list("name", flat=True)) == sorted(PERMISSIONS)
    assert PublicVersion.objects.get().number == 1


def test_permissions_are_read_at_once(django_assert_max_num_queries):
    make_groups()

    a_group = 2  # the group itself and what it has
    with django_assert_max_num_queries(1 + len(PERMISSIONS) * (a_group + 2)):
        make_groups()  # and a savepoint, begun and ended, about each


def test_command_says_what_it_loaded(capsys):
    call_command("load_campaign")

    said = capsys.readouterr().out
    assert said.startswith("The campaign is loaded: 11 regions, 2 phases, 3 events, ")


def test_shipped_mailboxes_are_plainly_examples():
    load_rows()

    mailboxes = Region.objects.current().values_list("mailbox", flat=True)
    assert all(box.endswith("@amilliondecisions.example") for box in mailboxes)
    assert len(set(mailboxes)) == 7


@pytest.mark.parametrize("model", SOURCED)
def test_every_fact_has_a_source_that_was_read(model):
    load_rows()

    found = set(model.objects.values_list("source", flat=True))

    assert found <= sources.ALL
    assert model.objects.exists()


def test_resources_lead_only_to_sources_that_were_read():
    load_rows()

    addresses = set(Resource.objects.values_list("url", flat=True))
    assert addresses <= {*sources.ALL, ""}


def test_supporters_are_seven_and_have_no_field_for_a_quote():
    load_rows()

    names = {field.name for field in Supporter._meta.get_fields()}
    assert names == {
        "id",
        "code",
        "name",
        "affiliation",
        "year",
        "source",
        "position",
    }
    assert Supporter.objects.count() == 7


def test_guessed_list_entries_are_not_called_verified():
    assert not any(row.given["is_verified"] for row in lists.IMPACT_CATEGORIES)
    assert not any(row.given["is_verified"] for row in lists.INFORMATION_USES)


def test_wordings_ask_every_use_of_everyone():
    for wording in wordings.WORDINGS.values():
        assert set(wording["uses"]) == set(Use.values)


def test_wording_names_who_relies_on_it(settings):
    settings.SITE_OWNER = {
        **settings.SITE_OWNER,
        "organisation": "Sampleshire Libraries",
    }

    load_rows()

    wording = ConsentWording.objects.current("champion")
    assert wording.terms.startswith("Sampleshire Libraries and the library leads")


def test_shown_wording_is_never_changed_by_a_load():
    load_rows()
    ConsentWording.objects.filter(person="champion").update(terms="As shown")

    load_rows()

    assert ConsentWording.objects.current("champion").terms == "As shown"


def test_shipped_texts_fit_their_columns():
    rows = [
        (Reason, reasons.REASONS),
        (Resource, tools.RESOURCES),
        (KeyMessage, tools.MESSAGES),
        (Term, lists.TERMS),
        (Outcome, history.OUTCOMES),
        (Event, history.EVENTS),
    ]

    for model, shipped in rows:
        for row in shipped:
            for name, value in {**row.facts, **row.given}.items():
                limit = model._meta.get_field(name).max_length
                assert not limit or len(value) <= limit, (name, value)
