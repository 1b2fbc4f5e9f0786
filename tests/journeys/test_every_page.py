"""Every address of the site in a browser, as somebody who may see it: accessible, quiet,
asking no other origin, and readable at 320 px. No exclusions."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from amd.moderation import moves
from amd.records.models import Record
from tests.addresses import make_world
from tests.factories import make_lead
from tests.journeys.axe import assert_accessible, assert_none, problems_of
from tests.journeys.steps import let_in
from tests.test_matrix import ADMIN, MATRIX, WHO, path_to

# Each address is seen once, by the first of these who may.
WALKERS = ("visitor", "comms", "north_lead", "national_lead")
# These show something else to each.
FOR_EVERYBODY = ("admin:index", "admin:password_change")
# A browser saves it and has nothing to show.
SAVED = ("open_data:csv",)


@pytest.fixture
def world(north, south, comms, settings):
    settings.DEBUG = True
    call_command("load_campaign", verbosity=0)
    return make_world(north, packs_for=comms.user)


@pytest.fixture
def enter(request, page, base_url):
    """Becomes one of the cast, without the form."""

    def entered(who):
        person = request.getfixturevalue(who)
        if person.user:
            let_in(page.context, person.user, base_url)

    return entered


def pages_of(walker):
    for name, row in MATRIX.items():
        if name in SAVED:
            continue
        answers = dict(zip(WHO, row.get.split(), strict=True))
        readers = [who for who in WALKERS if answers[who] == "200"]
        if readers[:1] == [walker] or (walker in readers and name in FOR_EVERYBODY):
            yield name, row


def is_a_page(response):
    return response.headers.get("content-type", "").startswith("text/html")


@pytest.mark.parametrize("walker", WALKERS)
def test_every_page_is_for_everybody(page, world, enter, walker):
    enter(walker)

    problems = []
    for name, row in pages_of(walker):
        response = page.goto(path_to(name, row, world))
        if response.status != 200:
            problems.append(f"{name}: {response.status}")
        elif is_a_page(response):
            problems += problems_of(page)
        else:
            # A picture or a script opened by itself stands in the browser's own page.
            page.complaints.clear()

    assert_none(problems)


OTHER_STATES = (
    "/gallery/?words=nothing-like-it",
    "/gallery/?kind=endorsements&region=north&words=sample",
    "/report/{reference}/?sent=1",
    "/resources/blank-social-card/",
    "/resources/gift-of-time/",
    "/resources/literature-searching/",
    "/admin/campaign/",
    "/admin/records/",
    "/admin/campaign/organisation/?_to_field=id&_popup=1",
    "/admin/records/record/?status=all",
    "/admin/records/record/?q=nothing-like-it",
    "/admin/mail/outbox/?q=sam",
)


def test_every_page_with_something_else_to_show_is_for_everybody(page, world, enter):
    enter("national_lead")

    problems = []
    for path in OTHER_STATES:
        assert page.goto(path.format(**world["live"])).status == 200
        problems += problems_of(page)

    assert_none(problems)


def form_pages():
    return [name for name in ADMIN if name.endswith(("_add", "_change"))]


def test_every_form_of_the_admin_with_errors_is_for_everybody(page, world, enter):
    enter("national_lead")

    problems = []
    for name in form_pages():
        row = MATRIX[name]
        if row.post.split()[WHO.index("national_lead")] != "200":
            continue
        page.goto(path_to(name, row, world))
        typed = "input[type=text], input[type=number], textarea"
        for field in page.locator("#content").locator(typed).all():
            if field.is_visible() and field.is_editable():
                field.fill("")
        with page.expect_navigation():
            # "Save", but where a page says what follows.
            page.locator(".submit-row input.default").last.click()
        if not page.locator(".errornote").count():
            problems.append(f"{name} has no errors to show")
        problems += problems_of(page)

    assert_none(problems)


PUBLIC_FORMS = {
    "endorsements:endorse": "Send your endorsement",
    "endorsements:again": "Send your endorsement again",
    "casestudies:begin": "Save and continue",
    "casestudies:write": "Save and continue",
    "casestudies:patient_details": "This does not identify anyone",
    "casestudies:check": "Send your case study again",
    "moderation:lost_link": "Email me my links",
    "gallery:report": "Send report",
    "staff:reset": "Send me a link",
    "staff:sign_in": "Sign in",
}


def test_every_public_form_with_errors_is_for_everybody(page, world):
    problems = []
    for name, button in PUBLIC_FORMS.items():
        page.goto(path_to(name, MATRIX[name], world))
        for field in page.locator("main input[type=text]:visible, main textarea").all():
            field.fill("")
        page.get_by_role("button", name=button, exact=True).click()
        page.wait_for_selector(".nhsuk-error-summary")
        problems += problems_of(page)

    assert_none(problems)


def test_every_refusal_of_the_review_desk_is_for_everybody(page, world, enter):
    enter("north_lead")
    waiting = reverse("admin:records_record_review", kwargs=world["record"])
    study = reverse("admin:records_record_review", args=[world["study"]["object_id"]])

    problems = []
    for path, button in (
        (waiting, "Publish and next"),
        (waiting, "Ask them to sign off"),
        (waiting, "Keep this answer"),
        (study, "Publish and next"),
    ):
        page.goto(path)
        if button == "Keep this answer":
            page.get_by_text("Write down what they told you").first.click()
        page.get_by_role("button", name=button).first.click()
        page.wait_for_selector(".amd-review__missing[role=alert]")
        problems += problems_of(page)

    assert_none(problems)


@pytest.mark.parametrize("button", ["Send back", "Decline"])
def test_every_step_to_a_written_decision_is_for_everybody(page, world, enter, button):
    enter("north_lead")
    study = reverse("admin:records_record_review", args=[world["study"]["object_id"]])

    page.goto(study)
    page.get_by_role("button", name=button).click()
    page.get_by_role("button", name="See the mail").click()
    page.wait_for_selector(".amd-review__missing[role=alert]")
    problems = problems_of(page)
    page.get_by_label("Note to the author").fill("Please say what changed.")
    page.get_by_role("button", name="See the mail").click()
    page.wait_for_selector(".amd-letter")
    problems += problems_of(page)
    page.get_by_role("button", name="Send it").click()
    page.wait_for_selector(".messagelist .success")
    problems += problems_of(page)
    # What it left behind: the mail's words in the timeline, the way back.
    page.goto(study)
    problems += problems_of(page)

    assert_none(problems)


def test_every_refusal_of_an_end_is_for_everybody(page, world, enter):
    enter("north_lead")
    path = reverse("admin:records_record_review", kwargs=world["published"])

    problems = []
    for way, button in (
        ("Take the public copy down", "Take down"),
        ("Withdraw for good", "Withdraw for good"),
    ):
        page.goto(path)
        page.get_by_text(way).click()
        page.get_by_role("button", name=button, exact=True).click()
        page.wait_for_selector(".amd-review__missing[role=alert]")
        problems += problems_of(page)
    page.goto(path)
    problems += problems_of(page)

    assert_none(problems)


def test_password_change_with_errors_and_done_is_for_everybody(page, world, enter):
    enter("north_lead")
    page.goto("/admin/password_change/")
    page.get_by_role("button", name="Change my password").click()
    assert_accessible(page)


def test_what_is_left_of_a_withdrawn_record_is_for_everybody(
    page, world, enter, national_lead
):
    record = Record.objects.get(**world["published"]).story
    address = f"/endorsements/{record.address_reference}/"
    moves.withdraw(record, by=national_lead.user, seen_version=record.version)

    assert page.goto(address).status == 410
    assert_accessible(page)
    enter("north_lead")
    page.goto(reverse("admin:records_record_review", args=[record.pk]))
    assert_accessible(page)
    page.goto("/admin/records/record/?status=all")
    assert_accessible(page)


@pytest.mark.urls("tests.journeys.falling_urls")
def test_every_error_page_is_for_everybody(page, north, base_url):
    assert page.goto("/falls-over/").status == 500
    assert_accessible(page)
    assert page.goto("/no-such-page/").status == 404
    assert_accessible(page)
    let_in(page.context, make_lead(north), base_url)
    assert page.goto("/staff/").status == 403
    assert_accessible(page)
    assert page.goto("/admin/no-such-page/").status == 404
    assert_accessible(page)


def test_page_of_a_form_that_stood_open_too_long_is_for_everybody(page):
    page.goto("/admin/login/")
    page.context.clear_cookies()
    with page.expect_navigation() as answered:
        page.get_by_role("button", name="Sign in").click()

    assert answered.value.status == 403
    assert_accessible(page)
