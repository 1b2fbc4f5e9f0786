import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.urls import reverse

from amd.campaign import roles
from amd.campaign.models import User
from amd.mail.models import Outbox
from amd.staff.accounts import role_of
from tests.factories import make_lead, make_national_lead, make_region, make_user

pytestmark = pytest.mark.django_db
PAGES = ["people", "invite", "person"]
ACTIONS = ["close", "open", "invite_again"]


def invitation(*regions, **overrides):
    return {
        "name": "Sam Sample",
        "email": "Sam@example.nhs.uk",
        "role": roles.REGIONAL_LEAD,
        "regions": [region.pk for region in regions],
        **overrides,
    }


def address_of(name, person):
    return reverse(
        f"staff:{name}", args=[] if name in ("people", "invite") else [person.pk]
    )


def errors(response):
    return response.context["form"].errors


@pytest.mark.parametrize("name", PAGES + ACTIONS)
def test_only_those_who_may_invite_open_the_staff_pages(
    name, visitor, north_lead, comms, national_lead
):
    address = address_of(name, make_lead(last_login=None))

    def ask(person):
        return getattr(person.client, "post" if name in ACTIONS else "get")(address)

    assert [ask(north_lead).status_code, ask(comms).status_code] == [403, 403]
    assert ask(visitor).headers["Location"].startswith(reverse("admin:login"))
    assert ask(national_lead).status_code in (200, 302)


@pytest.mark.parametrize("name", ACTIONS)
def test_nothing_is_done_by_opening_an_address(name, national_lead):
    lead = make_lead()

    response = national_lead.client.get(address_of(name, lead))

    assert response.status_code == 405


def test_the_list_shows_role_regions_and_state_of_everybody(national_lead, north):
    make_lead(north, name="Nora North", is_active=False)
    make_user(name="Una Super", is_superuser=True)
    make_user(name="Not Staff", is_staff=False)

    rows = national_lead.client.get(reverse("staff:people")).context["rows"]

    assert [(row["person"].name, row["role"], row["regions"]) for row in rows] == [
        ("Nat National", "National lead", []),
        ("Una Super", "Superuser", []),
        ("Nora North", "Regional lead", ["North"]),
    ]
    assert [row["may_change"] for row in rows] == [False, False, True]


def test_the_list_costs_the_same_for_one_and_for_many(
    national_lead, north, django_assert_num_queries
):
    address = reverse("staff:people")
    make_lead(north)

    with django_assert_num_queries(8) as one:
        national_lead.client.get(address)
    for _ in range(3):
        make_lead(north)
    with django_assert_num_queries(len(one)):
        national_lead.client.get(address)


def test_an_invited_person_gets_role_regions_and_a_link(national_lead, north, south):
    response = national_lead.client.post(reverse("staff:invite"), invitation(north))

    sam = User.objects.get(email="sam@example.nhs.uk")
    mail = Outbox.objects.get()
    assert response.headers["Location"] == reverse("staff:people")
    assert (role_of(sam), list(sam.regions.all())) == (roles.REGIONAL_LEAD, [north])
    assert (sam.is_staff, sam.is_superuser, sam.has_usable_password()) == (
        True,
        False,
        False,
    )
    assert (mail.address, mail.region) == (sam.email, None)
    assert "Nat National has made you an account" in mail.body
    assert "/staff/reset/" in mail.body


def test_an_invited_person_chooses_a_password_and_is_signed_in(
    national_lead, north, client
):
    national_lead.client.post(reverse("staff:invite"), invitation(north))
    link = next(
        line for line in Outbox.objects.get().body.splitlines() if "/staff/" in line
    )
    page = client.get(link.partition("8000")[2], follow=True)

    response = client.post(page.redirect_chain[-1][0], {"password": "three words here"})

    assert response.headers["Location"] == reverse("admin:index")
    assert client.get(reverse("admin:index")).status_code == 200


def test_regions_are_only_for_regional_leads(national_lead, north):
    data = invitation(north, role=roles.COMMS)

    national_lead.client.post(reverse("staff:invite"), data)

    sam = User.objects.get(email="sam@example.nhs.uk")
    assert (role_of(sam), sam.regions.count()) == (roles.COMMS, 0)


def test_everything_missing_is_named_and_nothing_typed_is_lost(national_lead, north):
    data = invitation(role="", regions=[], email="")

    response = national_lead.client.post(reverse("staff:invite"), data)

    assert response.status_code == 422
    assert errors(response) == {
        "email": ["Enter their email address"],
        "role": ["Select a role"],
    }
    assert 'value="Sam Sample"' in response.text
    assert "There is a problem" in response.text


def test_a_regional_lead_needs_a_region(national_lead):
    response = national_lead.client.post(reverse("staff:invite"), invitation())

    assert errors(response) == {
        "regions": ["Select at least one region for a regional lead"]
    }


@pytest.mark.parametrize("role", ["Superuser", "superuser", "is_superuser"])
def test_nobody_is_made_a_superuser(national_lead, role):
    data = invitation(role=role, is_superuser="on", is_staff="on")

    response = national_lead.client.post(reverse("staff:invite"), data)

    assert errors(response) == {"role": ["Select a role from the list"]}
    assert not User.objects.filter(is_superuser=True).exists()


def test_a_region_of_the_past_cannot_be_given(national_lead):
    past = make_region(scheme="hee_lks_2016")

    response = national_lead.client.post(reverse("staff:invite"), invitation(past))

    assert errors(response) == {"regions": ["Select a region from the list"]}


def test_a_second_account_for_one_address_is_refused(national_lead, north):
    make_lead(email="sam@example.nhs.uk")

    response = national_lead.client.post(reverse("staff:invite"), invitation(north))

    assert errors(response) == {
        "email": ["This person has an account. Open it from the list of staff"]
    }


def test_role_and_regions_are_changed_and_the_change_is_kept(
    national_lead, north, south
):
    lead = make_lead(north)
    address = reverse("staff:person", args=[lead.pk])
    data = {"role": roles.REGIONAL_LEAD, "regions": [south.pk]}

    page = national_lead.client.get(address)
    national_lead.client.post(address, data)

    assert page.context["form"].initial["role"] == roles.REGIONAL_LEAD
    assert list(lead.regions.all()) == [south]
    entry = LogEntry.objects.get()
    assert (entry.user, entry.get_change_message()) == (
        national_lead.user,
        "Role: Regional lead. Regions: South.",
    )


def test_a_new_role_takes_the_place_of_the_old_one(national_lead, north):
    lead = make_lead(north)

    national_lead.client.post(
        reverse("staff:person", args=[lead.pk]), {"role": roles.NATIONAL_LEAD}
    )

    lead = User.objects.get(pk=lead.pk)
    assert [group.name for group in lead.groups.all()] == [roles.NATIONAL_LEAD]
    assert (lead.regions.count(), lead.sees_all_regions) == (0, True)


def test_a_lead_who_is_given_another_region_sees_it_at_her_next_request(
    national_lead, north_lead, north, south
):
    before = list(north_lead.user.regions.all())
    data = {"role": roles.REGIONAL_LEAD, "regions": [south.pk]}

    national_lead.client.post(reverse("staff:person", args=[north_lead.user.pk]), data)

    assert (before, list(north_lead.user.regions.all())) == ([north], [south])


@pytest.mark.parametrize("name", ["person", "close", "open", "invite_again"])
def test_nobody_changes_their_own_account_or_a_superuser(national_lead, name):
    superuser = make_user(is_superuser=True)
    data = {"role": roles.COMMS}

    answers = [
        national_lead.client.post(reverse(f"staff:{name}", args=[person.pk]), data)
        for person in (national_lead.user, superuser)
    ]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert User.objects.get(pk=superuser.pk).is_active


def test_a_superuser_keeps_her_own_powers(client):
    superuser = make_user(is_superuser=True)
    client.force_login(superuser)

    response = client.post(reverse("staff:close", args=[superuser.pk]))

    assert response.status_code == 404


def test_an_account_is_closed_once_and_opened_with_a_new_password(national_lead):
    lead = make_national_lead()
    addresses = [reverse(f"staff:{name}", args=[lead.pk]) for name in ("close", "open")]

    for address in addresses:
        for _ in range(2):
            national_lead.client.post(address)

    lead = User.objects.get(pk=lead.pk)
    assert (lead.is_active, lead.has_usable_password()) == (True, False)
    assert [
        entry.get_change_message() for entry in LogEntry.objects.order_by("pk")
    ] == [
        "Closed the account.",
        "Opened the account.",
    ]
    assert Outbox.objects.get().subject == (
        "Your account for #AMillionDecisions is open again"
    )


def test_a_person_who_never_came_is_invited_again(national_lead):
    never, came = make_lead(), make_lead(last_login="2026-11-01T10:00Z")

    answers = [
        national_lead.client.post(reverse("staff:invite_again", args=[person.pk]))
        for person in (never, came)
    ]

    assert [answer.status_code for answer in answers] == [302, 404]
    assert Outbox.objects.get().address == never.email


def test_accounts_and_groups_are_not_in_the_admin():
    assert not admin.site.is_registered(User)
    assert not admin.site.is_registered(Group)
