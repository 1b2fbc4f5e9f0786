"""A use is noted, its words are withdrawn, it comes down, and its person reads so."""

import pytest
from playwright.sync_api import expect

from amd.mail.models import Outbox
from amd.moderation.takedowns import remind_of_takedowns
from amd.publishing.models import Takedown
from tests.amd.moderation.asked import address_of, published_endorsement
from tests.factories import make_comms, make_lead, make_use, make_wordings
from tests.journeys.axe import assert_accessible
from tests.journeys.steps import let_in

POST = "https://network.example/posts/" + "a-long-address-" * 9


@pytest.fixture
def question(north):
    make_wordings()
    return published_endorsement(region=north, name="Dr Ada Sample")


@pytest.fixture
def cara():
    return make_comms(name="Cara")


def look(page):
    """axe is a script itself: where none runs, nothing is asked of it."""
    if page.locator("body.js-enabled").count():
        assert_accessible(page)


def note_a_use(page, question, account):
    page.goto(f"/comms/{question.record.address_reference}/")
    page.get_by_role("combobox", name="Where it was used").select_option("LinkedIn")
    page.get_by_label("Web address").fill(POST)
    page.get_by_label("Account, meeting or publication").fill(account)
    page.get_by_label("Day it was used").fill("2026-06-03")
    page.get_by_role("button", name="Note this use").click()
    used = page.get_by_role("region", name="Where it was used")
    expect(used).to_contain_text("Last used on 3 June 2026.")
    expect(used).to_contain_text(f"LinkedIn, 3 June 2026: {account}")


def test_a_use_comes_down_after_a_withdrawal_and_its_person_reads_so(
    either_page, question, cara, base_url
):
    page = either_page
    let_in(page.context, cara, base_url)
    note_a_use(page, question, "@samplelibrary")
    look(page)

    page.goto(address_of(question))
    expect(page.get_by_role("link", name="network.example")).to_be_visible()
    page.get_by_role("button", name="Withdraw everything").click()
    page.get_by_role("button", name="Withdraw my endorsement for good").click()
    used = page.get_by_role("region", name="Where it was used")
    expect(used).to_contain_text("To come down. We have asked our staff to see to it")
    look(page)

    page.goto("/comms/")
    page.get_by_role("link", name="1 takedown to do").click()
    mine = page.get_by_role("region", name="Yours")
    expect(mine).to_contain_text("LinkedIn, 3 June 2026: @samplelibrary")
    expect(mine).to_contain_text("The words were withdrawn")
    look(page)
    mine.get_by_role("button", name="Say what became of it").click()
    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_role("alert")).to_contain_text("Select what became of it")
    look(page)
    page.get_by_label("It is taken down there").check()
    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_text("Nothing has to come down.")).to_be_visible()
    done = page.get_by_role("region", name="Done")
    expect(done).to_contain_text("said by Cara")
    expect(page.get_by_text("@samplelibrary")).to_have_count(0)
    look(page)

    page.goto(address_of(question))
    expect(page.get_by_role("region", name="Where it was used")).to_contain_text(
        "Taken down on"
    )
    expect(page.get_by_text("samplelibrary")).to_have_count(0)
    look(page)


def test_what_nobody_sees_to_is_taken_on_and_found_again_by_its_reference(
    either_page, question, cara, north, base_url
):
    page = either_page
    make_use(question.record, account="Board meeting of June", where="board_paper")
    let_in(page.context, make_lead(north), base_url)
    page.goto(f"/admin/records/record/{question.record_id}/withdraw/")
    expect(page.get_by_text("Board paper")).to_be_visible()
    page.get_by_label("I understand that this cannot be undone").check()
    page.get_by_role("button", name="Withdraw for good").click()
    used = page.get_by_role("region", name="Where it was used")
    expect(used).to_contain_text("Nobody sees to it yet")
    look(page)

    page.context.clear_cookies()
    let_in(page.context, cara, base_url)
    page.goto("/comms/takedowns/")
    page.get_by_role("button", name="Take this on").click()
    expect(page.get_by_text("You see to it now.")).to_be_visible()
    expect(page.get_by_role("button", name="Take this on")).to_have_count(0)
    page.get_by_role("region", name="Yours").get_by_role(
        "link", name=f"Endorsement {question.record.shown_reference}", exact=True
    ).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("not public any more")
    expect(page.get_by_text("Cara sees to it")).to_be_visible()
    look(page)

    week = Takedown.objects.get()
    week.asked_at = week.asked_at.replace(year=2025)
    week.save()
    assert remind_of_takedowns(week.use.used_on, True) == 1
    mail = Outbox.objects.get(address=cara.email)
    assert "/comms/takedowns/" in mail.body
    assert "Board meeting" not in mail.body
