"""Who may ask for what: every address the resolver knows, every role, every method.

A row reads visitor, north lead, south lead, national lead, comms; every object in an
address is the north's. An address without a row fails.
"""

from dataclasses import dataclass

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.addresses import addresses, first_of, make_world

pytestmark = pytest.mark.django_db

WHO = ("visitor", "north_lead", "south_lead", "national_lead", "comms")


@dataclass(frozen=True)
class Row:
    """What the five are answered to a GET, and to a POST without any data."""

    get: str
    post: str
    object: str = ""


# In the admin a visitor is sent to sign in (302), and a row of another region "does
# not exist": 404 on our own pages, Django's way back to the first page (302) on its.
ALL_OK = "200 200 200 200 200"
ALL_REFUSED = "405 405 405 405 405"
ALL_INVALID = "422 422 422 422 422"
ALL_ELSEWHERE = "302 302 302 302 302"
READ = Row(ALL_OK, ALL_REFUSED)
FORM = Row(ALL_OK, ALL_INVALID)
LEADS = "302 200 200 200 403"
NORTH = "302 200 404 200 403"
NORTH_NOTHING = "302 404 404 404 403"
NORTH_IN_ADMIN = "302 200 302 200 403"
NATIONAL = "302 403 403 200 403"
STAFF = "302 200 200 200 200"
STAFF_MAY_NOT = "302 403 403 403 403"
STAFF_NO_POST = "302 405 405 405 405"

OPEN_DATA = ("about", "atom", "json", "csv", "robots", "sitemaps", "sitemap_pages")
OPEN_DATA += ("api:openapi-json", "api:publications", "api:facets", "api:withdrawn")
PUBLIC = {
    "web:healthz": READ,
    "web:favicon": Row(ALL_ELSEWHERE, ALL_REFUSED),
    "web:accessibility": READ,
    "web:privacy": READ,
    "web:wording": Row(ALL_OK, ALL_REFUSED, "wording"),
    "web:cookies": READ,
    "gallery:home": READ,
    "gallery:gallery": READ,
    "gallery:campaign": READ,
    "gallery:resources": READ,
    "gallery:resource": Row(ALL_OK, ALL_REFUSED, "resource"),
    "gallery:resource_file": Row(ALL_OK, ALL_REFUSED, "resource_file"),
    "gallery:wordmark": Row(ALL_OK, ALL_REFUSED, "wordmark"),
    "gallery:contact": READ,
    "gallery:endorsement": Row(ALL_OK, ALL_REFUSED, "live"),
    # The kind is wrong: it leads to the endorsement.
    "gallery:casestudy": Row(ALL_ELSEWHERE, ALL_REFUSED, "live"),
    "gallery:short": Row(ALL_ELSEWHERE, ALL_REFUSED, "live"),
    "gallery:without": READ,
    "gallery:report": Row(ALL_OK, ALL_INVALID, "live"),
    **{f"open_data:{name}": READ for name in OPEN_DATA},
    # By the reference alone, whatever its kind.
    "open_data:api:publication": Row(ALL_OK, ALL_REFUSED, "live"),
    "open_data:api:api-root": Row(ALL_ELSEWHERE, ALL_REFUSED),
    "open_data:sitemap_records": Row(ALL_OK, ALL_REFUSED, "sitemap"),
    "publishing:card": Row(ALL_OK, ALL_REFUSED, "card"),
    "make:page": Row(ALL_OK, ALL_OK),
    "make:preview": Row(ALL_REFUSED, ALL_OK),
    "moderation:lost_link": FORM,
    "endorsements:endorse": FORM,
    "endorsements:preview": Row(ALL_REFUSED, ALL_OK),
    "casestudies:submit": READ,
    "casestudies:example": Row(ALL_OK, ALL_REFUSED, "example"),
    # To an address of its own for each story.
    "casestudies:begin": Row(ALL_ELSEWHERE, ALL_INVALID),
}
# Whoever holds the link is let in, whatever account they have.
BY_LINK = {
    "moderation:my": Row(ALL_OK, ALL_REFUSED, "my"),
    "moderation:sent": Row(ALL_OK, ALL_REFUSED, "my"),
    "moderation:agreed": Row(ALL_OK, ALL_REFUSED, "my"),
    "moderation:my_uses": Row(ALL_OK, ALL_INVALID, "my"),
    "moderation:my_change": Row(ALL_ELSEWHERE, ALL_ELSEWHERE, "my"),
    "moderation:my_withdraw": Row(ALL_OK, ALL_ELSEWHERE, "my"),
    "moderation:ask": Row(ALL_OK, ALL_INVALID, "my_quoting"),
    "moderation:sign_off": Row(ALL_OK, ALL_INVALID, "asked"),
    "moderation:sign_off_card": Row(ALL_OK, ALL_REFUSED, "asked_card"),
    "moderation:sign_off_new_link": Row(ALL_REFUSED, ALL_ELSEWHERE, "asked"),
    "moderation:sign_off_uses": Row(ALL_OK, ALL_INVALID, "answered"),
    "moderation:sign_off_withdraw": Row(ALL_OK, ALL_ELSEWHERE, "answered"),
    "moderation:colleague": Row(ALL_OK, ALL_INVALID, "colleague"),
    "moderation:colleague_card": Row(ALL_OK, ALL_REFUSED, "colleague"),
    # Without the version that was read there is nothing to confirm.
    "endorsements:confirm": Row(ALL_OK, ALL_OK, "unconfirmed"),
    "endorsements:check_email": Row(ALL_OK, ALL_INVALID, "check_email"),
    "endorsements:again": Row(ALL_OK, ALL_INVALID, "my_endorsement"),
    "casestudies:resume": Row(ALL_ELSEWHERE, ALL_REFUSED, "my_study"),
    "casestudies:grow": Row(ALL_REFUSED, ALL_ELSEWHERE, "my_study"),
    "casestudies:check": Row(ALL_OK, ALL_INVALID, "my_study"),
    "casestudies:write": Row(ALL_OK, ALL_INVALID, "my_page"),
    "casestudies:patient_details": Row(ALL_OK, ALL_INVALID, "my_patients"),
    "casestudies:vignette": Row(ALL_OK, ALL_REFUSED, "my_study"),
    # As somebody types: without any words, what is saved is drawn and told.
    "casestudies:draw": Row(ALL_REFUSED, ALL_OK, "my_page"),
    "casestudies:answered": Row(ALL_REFUSED, ALL_OK, "my_page"),
    "pictures:preview": Row(ALL_OK, ALL_REFUSED, "picture"),
}
ACCOUNTS = {
    "staff:sign_in": Row("200 302 302 302 302", "422 302 302 302 302"),
    "staff:reset": FORM,
    "staff:reset_sent": READ,
    "staff:choose_password": Row("410 410 410 410 410", "410 410 410 410 410", "token"),
    "staff:people": Row(NATIONAL, ALL_REFUSED),
    "staff:invite": Row(NATIONAL, "302 403 403 422 403"),
    "staff:person": Row(NATIONAL, "302 403 403 422 403", "person"),
    "staff:invite_again": Row(ALL_REFUSED, "302 403 403 302 403", "person"),
    "staff:close": Row(ALL_REFUSED, "302 403 403 302 403", "person"),
    "staff:open": Row(ALL_REFUSED, "302 403 403 302 403", "person"),
}
DESK = {
    "mail:kept": Row(LEADS, ALL_REFUSED),
    "mail:kept_mail": Row(NORTH, ALL_REFUSED, "kept_mail"),
    "mail:words": Row(LEADS, ALL_REFUSED),
    "moderation:numbers": Row(LEADS, ALL_REFUSED),
    "admin:records_record_review": Row(NORTH, NORTH, "record"),
    "admin:records_record_send_back": Row(NORTH, NORTH, "record"),
    "admin:records_record_decline": Row(NORTH, NORTH, "record"),
    "admin:records_record_preview": Row(NORTH, STAFF_NO_POST, "record"),
    "admin:records_record_blog": Row(NORTH, STAFF_NO_POST, "published"),
    "admin:records_record_card": Row(NORTH, STAFF_NO_POST, "record_card"),
    "admin:records_record_agree": Row(STAFF_NO_POST, NORTH, "record"),
    "admin:records_record_ask": Row(STAFF_NO_POST, NORTH, "record"),
    # Without a person there is no link of theirs to send.
    "admin:records_record_send_again": Row(STAFF_NO_POST, NORTH_NOTHING, "record"),
    "admin:records_record_pass_warnings": Row(STAFF_NO_POST, NORTH, "record"),
    # Without the version that was read there is nothing to take back.
    "admin:records_record_take_back_pass": Row(STAFF_NO_POST, NORTH_NOTHING, "record"),
    "admin:records_record_not_spam": Row(
        STAFF_NO_POST, "302 302 404 302 403", "record"
    ),
    "admin:records_record_paper": Row(NORTH, STAFF_NO_POST, "paper"),
    "admin:records_record_take_down": Row(STAFF_NO_POST, NORTH, "record"),
    "admin:records_record_withdraw": Row(NORTH, NORTH, "record"),
    "admin:records_record_remove_quoted_person": Row(NORTH, NORTH, "quoting"),
    "admin:endorsements_champion_theirs": Row(
        STAFF_NO_POST, "302 302 404 302 403", "theirs"
    ),
    # It is claimed by somebody else, who is told so, or asked why.
    "admin:records_record_claim": Row(STAFF_NO_POST, "302 302 404 302 403", "claimed"),
    "admin:records_record_let_go": Row(STAFF_NO_POST, "302 302 404 302 403", "claimed"),
    "admin:records_record_renew": Row(STAFF_NO_POST, "302 200 404 200 403", "claimed"),
    "admin:records_record_take_over": Row(NORTH, NORTH, "claimed"),
    "admin:records_record_ask_colleague": Row(NORTH, NORTH, "record"),
    # Without a question there is none to take back.
    "admin:records_record_stop_asking": Row(STAFF_NO_POST, NORTH_NOTHING, "record"),
    # Without the version that was seen there is nothing to reopen.
    "admin:records_record_reopen": Row(STAFF_NO_POST, NORTH_NOTHING, "record"),
}
COMMS_DESK = {
    "comms:desk": Row(STAFF, ALL_REFUSED),
    "comms:numbers": Row(STAFF, ALL_REFUSED),
    "comms:packs": Row(STAFF, ALL_REFUSED),
    "comms:make_pack": Row(ALL_REFUSED, "302 422 422 422 422"),
    # A pack is for whoever asked for it.
    "comms:pack": Row("302 404 404 404 200", ALL_REFUSED, "pack"),
    "comms:take_pack": Row(ALL_REFUSED, "302 404 404 404 302", "pack"),
    "comms:cancel_pack": Row(ALL_REFUSED, "302 404 404 404 302", "pack"),
    "comms:pack_again": Row(ALL_REFUSED, "302 404 404 404 302", "pack"),
    "comms:record": Row(STAFF, "302 422 422 422 422", "live"),
    "comms:takedowns": Row(STAFF, ALL_REFUSED),
    "comms:takedown": Row(STAFF, "302 422 422 422 422", "takedown"),
    "comms:take_on": Row(ALL_REFUSED, ALL_ELSEWHERE, "takedown"),
    # To the file itself; who took it is kept.
    "comms:download": Row(ALL_ELSEWHERE, ALL_REFUSED, "live_card"),
}
DJANGOS_OWN = {
    "admin:index": Row(STAFF, STAFF),
    "admin:login": Row("200 302 302 302 302", "422 302 302 302 302"),
    "admin:logout": Row(STAFF_NO_POST, STAFF),
    "admin:password_change": Row(STAFF, STAFF),
    "admin:password_change_done": Row(STAFF, STAFF_NO_POST),
    "admin:autocomplete": Row(STAFF_MAY_NOT, STAFF_NO_POST),
    "no_shortcut": Row("410 410 410 410 410", "410 410 410 410 410"),
    "admin:jsi18n": Row(STAFF, STAFF_NO_POST),
}
# Pages of a model in the admin: (page, row); its change page last.
LIST_PAGES = {
    "changelist": Row(NATIONAL, NATIONAL),
    "add": Row(NATIONAL, NATIONAL),
    "history": Row(NATIONAL, NATIONAL, "list"),
    "delete": Row(STAFF_MAY_NOT, STAFF_MAY_NOT, "list"),
    "change": Row(NATIONAL, NATIONAL, "list"),
}
# What national leads may also take out again.
CHOSEN_PAGES = {
    page: Row(NATIONAL, NATIONAL, "kind" if row.object else "")
    for page, row in LIST_PAGES.items()
}
KIND_PAGES = {
    "changelist": Row(LEADS, LEADS),
    "add": Row(LEADS, LEADS),
    "history": Row("302 200 302 200 302", "302 200 302 200 302", "kind"),
    "delete": Row(ALL_ELSEWHERE, ALL_ELSEWHERE, "kind"),
    "change": Row(NORTH_IN_ADMIN, NORTH_IN_ADMIN, "kind"),
}
READ_PAGES = KIND_PAGES | {
    "add": Row(STAFF_MAY_NOT, STAFF_MAY_NOT),
    "delete": Row(STAFF_MAY_NOT, STAFF_MAY_NOT, "kind"),
    "change": Row(NORTH_IN_ADMIN, STAFF_MAY_NOT, "kind"),
}
LISTS = (
    "phase",
    "event",
    "outcome",
    "resource",
    "keymessage",
    "supporter",
    "region",
    "organisation",
    "libraryservice",
    "term",
    "reason",
    "consentwording",
)
ADMIN = {
    **{f"admin:campaign_{m}_{p}": row for m in LISTS for p, row in LIST_PAGES.items()},
    **{f"admin:endorsements_endorsement_{p}": row for p, row in KIND_PAGES.items()},
    **{f"admin:casestudies_casestudy_{p}": row for p, row in KIND_PAGES.items()},
    **{f"admin:endorsements_champion_{p}": row for p, row in KIND_PAGES.items()},
    "admin:endorsements_champion_delete": Row(STAFF_MAY_NOT, STAFF_MAY_NOT, "kind"),
    **{f"admin:records_record_{p}": row for p, row in READ_PAGES.items()},
    **{f"admin:mail_outbox_{p}": row for p, row in READ_PAGES.items()},
    **{f"admin:publishing_partnerlogo_{p}": row for p, row in KIND_PAGES.items()},
    "admin:publishing_partnerlogo_delete": Row(STAFF_MAY_NOT, STAFF_MAY_NOT, "kind"),
    **{f"admin:publishing_frontrow_{p}": row for p, row in CHOSEN_PAGES.items()},
    **{
        f"admin:publishing_casestudyoftheweek_{p}": row
        for p, row in CHOSEN_PAGES.items()
    },
    # One row: the list leads to it, and no other is added.
    "admin:moderation_reviewtimes_changelist": Row(
        "302 403 403 302 403", "302 403 403 302 403"
    ),
    "admin:moderation_reviewtimes_add": Row(STAFF_MAY_NOT, STAFF_MAY_NOT),
    "admin:moderation_reviewtimes_history": Row(NATIONAL, NATIONAL, "kind"),
    "admin:moderation_reviewtimes_delete": Row(STAFF_MAY_NOT, STAFF_MAY_NOT, "kind"),
    "admin:moderation_reviewtimes_change": Row(NATIONAL, NATIONAL, "kind"),
    # It is lifted on its own page, never worded anew.
    "admin:moderation_publishinghold_changelist": Row(NATIONAL, NATIONAL),
    "admin:moderation_publishinghold_add": Row(NATIONAL, NATIONAL),
    "admin:moderation_publishinghold_history": Row(NATIONAL, NATIONAL, "kind"),
    "admin:moderation_publishinghold_delete": Row(STAFF_MAY_NOT, STAFF_MAY_NOT, "kind"),
    "admin:moderation_publishinghold_change": Row(NATIONAL, STAFF_MAY_NOT, "kind"),
    "admin:moderation_publishinghold_lift": Row(
        NATIONAL, "302 403 403 302 403", "hold"
    ),
    # One that was never given is taken out again.
    "admin:campaign_reason_delete": Row(NATIONAL, NATIONAL, "list"),
    # A wording that people were shown is never changed.
    "admin:campaign_consentwording_change": Row(NATIONAL, STAFF_MAY_NOT, "list"),
}
MATRIX = {**PUBLIC, **BY_LINK, **ACCOUNTS, **DESK, **COMMS_DESK, **DJANGOS_OWN, **ADMIN}

# Only lead elsewhere: the old form of an address, the end of every other path.
NOT_ASKED = {
    "gallery:<reference:reference>/",
    "admin:<path:object_id>/",
    "admin:view_on_site",
    "admin:app_list",
    "admin:(?P<url>.*)$",
}
OBJECTS = {
    "endorsements_endorsement": "any_record",
    "endorsements_champion": "champion",
    "casestudies_casestudy": "study",
    "records_record": "any_record",
    "mail_outbox": "mail",
    "publishing_partnerlogo": "logo",
    "publishing_frontrow": "front",
    "publishing_casestudyoftheweek": "week",
    "moderation_reviewtimes": "times",
    "moderation_publishinghold": "put_on_hold",
}


class Undo(Exception):
    """Ends a transaction without keeping what a request did."""


def answer(person, method, path):
    """The status of a request whose effects are taken back."""
    client = Client(raise_request_exception=False)
    try:
        with transaction.atomic():
            if person.user:
                client.force_login(person.user)
            status = getattr(client, method)(path).status_code
            raise Undo
    except Undo:
        return str(status)


def path_to(name, row, world):
    if row.object == "list":
        return reverse(name, kwargs=first_of(name.split("_")[1]))
    if row.object == "kind":
        model = name.removeprefix("admin:").rpartition("_")[0]
        return reverse(name, kwargs=world[OBJECTS[model]])
    return reverse(name, kwargs=world[row.object])


@pytest.fixture
def world(north, south, comms, settings):
    settings.DEBUG = True
    call_command("load_campaign", verbosity=0)
    return make_world(north, packs_for=comms.user)


@pytest.fixture
def cast(request):
    return {who: request.getfixturevalue(who) for who in WHO}


def test_every_address_has_a_row():
    known = {name for name, _ in addresses()}

    assert known - set(MATRIX) - NOT_ASKED == set()
    assert set(MATRIX) - known == set()


def test_everybody_is_answered_as_the_matrix_says(cast, world):
    wrong = []
    for name, row in MATRIX.items():
        path = path_to(name, row, world)
        for method, expected in (("get", row.get), ("post", row.post)):
            for who, status in zip(WHO, expected.split(), strict=True):
                got = answer(cast[who], method, path)
                if got != status:
                    wrong.append(
                        f"{method.upper()} {name} as {who}: {got}, not {status}"
                    )

    assert wrong == []


@pytest.mark.parametrize("method", ["head", "put", "patch", "delete"])
@pytest.mark.parametrize("who", ["visitor", "national_lead"])
def test_no_other_method_opens_a_door(cast, world, who, method):
    """Each is refused, or answered as a reader's or an empty form's request would be."""
    wrong = []
    for name, row in MATRIX.items():
        place = WHO.index(who)
        known = {"405", row.get.split()[place]}
        if method != "head":
            known.add(row.post.split()[place])
        got = answer(cast[who], method, path_to(name, row, world))
        if got not in known:
            wrong.append(f"{method.upper()} {name} as {who}: {got}, not {known}")

    assert wrong == []
