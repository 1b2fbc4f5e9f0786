"""Leads keep champions in the admin, each in their own regions."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amd.campaign.models import Term
from endorsements.champions import Champion
from tests.factories import make_endorsement

LIST = reverse("admin:endorsements_champion_changelist")
ADD = reverse("admin:endorsements_champion_add")


def make_champion(region, **overrides):
    return Champion.objects.create(
        **{"name": "Dr Ada Sample", "region": region, **overrides}
    )


def page_of(champion):
    return reverse("admin:endorsements_champion_change", args=[champion.pk])


def typed(region, **overrides):
    return {
        "name": "Dr Ada Sample",
        "name_variants": "",
        "level": "regional",
        "sector": "",
        "region": region.pk if region else "",
        "status": "prospect",
        "email": "ada@example.org",
        "assistant_name": "Sam Sample",
        "assistant_email": "sam@example.org",
        "approached_by": "Nora",
        "notes": "Met at Keele",
        **overrides,
    }


def errors_of(response):
    assert response.status_code == 200
    return dict(response.context["adminform"].form.errors)


def test_prospect_is_kept_before_there_is_any_endorsement(north, north_lead):
    response = north_lead.client.post(ADD, typed(north))

    champion = Champion.objects.get()
    assert response.status_code == 302
    assert (champion.name, champion.status, champion.region) == (
        "Dr Ada Sample",
        "prospect",
        north,
    )


def test_name_is_needed_and_withdrawn_is_not_chosen(north, north_lead):
    response = north_lead.client.post(ADD, typed(north, name="", status="withdrawn"))

    assert errors_of(response) == {
        "name": ["Enter the champion's name"],
        "status": ["Select the status from the list"],
    }


def test_a_regional_lead_keeps_them_in_her_own_region(north, south, north_lead):
    without = north_lead.client.post(ADD, typed(None))
    elsewhere = north_lead.client.post(ADD, typed(south))

    assert errors_of(without) == {"region": ["Select the region"]}
    assert errors_of(elsewhere) == {"region": ["Select the region from the list"]}
    assert not Champion.objects.exists()


def test_a_national_lead_keeps_those_without_a_region(national_lead):
    national_lead.client.post(ADD, typed(None))

    assert Champion.objects.get().region is None


def test_another_regions_champion_and_contacts_are_not_there(
    north, south_lead, comms, visitor
):
    champion = make_champion(north, email="ada@example.org")

    listed = south_lead.client.get(LIST).content.decode()
    response = south_lead.client.get(page_of(champion))

    assert "Ada Sample" not in listed
    assert (response.status_code, response.url) == (302, reverse("admin:index"))
    assert comms.client.get(LIST).status_code == 403
    assert comms.client.get(page_of(champion)).status_code == 403
    assert visitor.client.get(page_of(champion)).status_code == 302


@pytest.mark.parametrize("words", ["ada", "DR ADA", "Sämple", "a. sample-smith"])
def test_list_finds_a_name_however_it_is_written(north, north_lead, words):
    found = make_champion(north, name_variants="A. Sample-Smith")
    make_champion(north, name="Rex Other")

    response = north_lead.client.get(LIST, {"q": words})

    assert list(response.context["cl"].result_list) == [found]


def test_list_shows_how_many_endorsements_and_where_the_newest_stands(
    north, north_lead
):
    champion = make_champion(
        north,
        level="national",
        sector=Term.objects.create(
            scheme="organisation_type", code="acute", label="Acute trust"
        ),
    )
    make_endorsement(champion=champion, region=north)
    make_endorsement(champion=champion, region=north, status="declined")

    page = north_lead.client.get(LIST).content.decode()

    for shown in ("Dr Ada Sample", "National", "Acute trust", "Prospect", "North"):
        assert shown in page
    assert '<td class="field-shown_count">2</td>' in page
    assert '<td class="field-shown_newest">Declined</td>' in page


def test_list_asks_no_more_for_more_rows(north, north_lead):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            north_lead.client.get(LIST)
        return len(asked)

    make_endorsement(champion=make_champion(north), region=north)
    one = queries()
    for number in range(3):
        make_endorsement(
            champion=make_champion(north, name=f"Sample {number}"), region=north
        )

    assert queries() == one


def test_page_leads_to_reviews_and_to_the_next_endorsement(north, south, north_lead):
    champion = make_champion(north)
    own = make_endorsement(champion=champion, region=north)
    elsewhere = make_endorsement(champion=champion, region=south)

    page = north_lead.client.get(page_of(champion)).content.decode()

    assert reverse("admin:records_record_review", args=[own.pk]) in page
    assert own.shown_reference in page
    assert elsewhere.shown_reference not in page
    assert f"/admin/endorsements/endorsement/add/?champion={champion.pk}" in page
    assert "Perhaps theirs" not in page


def theirs(champion, endorsement):
    return reverse(
        "admin:endorsements_champion_theirs", args=[champion.pk, endorsement.pk]
    )


def test_page_tells_of_what_may_be_theirs_and_one_click_says_so(north, north_lead):
    champion = make_champion(north, name_variants="A Sample")
    maybe = make_endorsement(region=north, name="Professor A. Sample", agreed=True)
    make_endorsement(region=north, name="Rex Other")

    page = north_lead.client.get(page_of(champion)).content.decode()
    first = north_lead.client.post(theirs(champion, maybe))
    second = north_lead.client.post(theirs(champion, maybe), follow=True)

    assert "Perhaps theirs too" in page
    assert page.count("/theirs/") == 1
    assert first.url == page_of(champion)
    after = second.content.decode()
    assert "Perhaps theirs too" not in after
    assert after.count(f"{maybe.shown_reference} is theirs now.") == 1
    version = maybe.version
    maybe.refresh_from_db()
    champion.refresh_from_db()
    assert (maybe.champion, maybe.version) == (champion, version)
    assert champion.status == "agreed"


def test_what_is_another_champions_stays_theirs(north, north_lead):
    owner, champion = make_champion(north), make_champion(north)
    endorsement = make_endorsement(region=north, champion=owner)

    response = north_lead.client.post(theirs(champion, endorsement), follow=True)

    sentence = f"Not changed: {endorsement.shown_reference} is another champion&#x27;s"
    assert sentence in response.content.decode()
    endorsement.refresh_from_db()
    assert endorsement.champion == owner


def test_nothing_is_linked_across_regions(north, south, north_lead, south_lead):
    champion = make_champion(north)
    endorsement = make_endorsement(region=south)

    assert north_lead.client.post(theirs(champion, endorsement)).status_code == 404
    assert south_lead.client.post(theirs(champion, endorsement)).status_code == 404
    endorsement.refresh_from_db()
    assert endorsement.champion is None


def test_namesake_in_the_region_is_named_to_the_lead(north, south, north_lead):
    make_champion(south)
    known = make_champion(north, name="Ada Sample")

    response = north_lead.client.post(ADD, typed(north), follow=True)

    page = response.content.decode()
    assert "There is a champion of this name in the region already" in page
    assert f'href="{page_of(known)}"' in page
    assert Champion.objects.count() == 3


def test_erased_champion_is_read_as_erased_and_not_changed(north, north_lead):
    champion = make_champion(north)
    champion.erase()
    known = make_champion(north, name="Ada Other")

    rows = north_lead.client.get(LIST).context["cl"].result_list
    listed = north_lead.client.get(LIST).content.decode()
    page = north_lead.client.get(page_of(champion)).content.decode()
    response = north_lead.client.post(page_of(champion), typed(north))

    assert list(rows) == [known, champion]
    assert ">Erased</a>" in listed
    assert "Withdrawn" in listed
    assert 'name="_save"' not in page
    assert response.status_code == 403
    champion.refresh_from_db()
    assert champion.name == ""


def test_log_of_the_admin_names_nobody(north, north_lead):
    north_lead.client.post(ADD, typed(north))
    champion = Champion.objects.get()
    north_lead.client.post(page_of(champion), typed(north, notes="Rang again"))

    assert LogEntry.objects.count() == 2
    for entry in LogEntry.objects.all():
        assert "Sample" not in entry.object_repr + entry.change_message


def test_nobody_deletes_a_champion(north, national_lead):
    champion = make_champion(north)

    page = reverse("admin:endorsements_champion_delete", args=[champion.pk])

    assert national_lead.client.post(page, {"post": "yes"}).status_code == 403
    assert Champion.objects.exists()
