"""What a lead asks when a story is sent back, beside the answers it is about."""

import pytest

from amd.moderation.review_since import since_last_decision
from tests.amd.pictures.files import drawn, saved
from tests.casestudies.back import NOTE, ask, check, now, send_again
from tests.casestudies.journey import address, begin, fill, page, send
from tests.casestudies.pages import photo

pytestmark = pytest.mark.django_db


def test_every_answer_stands_there_with_what_the_lead_asks(client, answers, sent_back):
    shown = check(client)

    rows = {row.name: row for _, rows in shown.context["pages"] for row in rows}
    assert rows["impact"].asked == "Say how much."
    assert {name for name, row in rows.items() if row.asked} == {"impact"}
    assert shown.text.count("Say how much.") == 2
    assert NOTE in shown.text
    assert answers["challenge"] in shown.text
    assert shown.headers["Referrer-Policy"] == "no-referrer"


def test_each_comment_leads_to_its_box(client, sent_back):
    (comment,) = check(client).context["comments"]

    assert comment.question == "The difference it made"
    assert comment.url == address("impact/?then=check#id_impact")


def test_the_comment_stands_beside_its_box(client, sent_back):
    boxes = page(client, "impact").context["form"].fields

    told = {name for name, each in boxes.items() if "asks: Say" in str(each.help_text)}
    assert told == {"impact"}


def test_what_no_page_of_a_quick_story_asks_leads_to_the_full_one(
    client, answers, organisation, lead
):
    begin(client, answers, story="quick")
    fill(client, answers)
    send(client, answers)
    ask(lead, figure="Is there a number?")

    shown = check(client)

    assert shown.context["comments"][0].url == ""
    assert "Is there a number?" in shown.text
    assert '<a href="#grow">' in shown.text
    assert client.post(address("grow/")).url == address("outcome/")


def test_what_was_changed_since_is_marked(client, answers, sent_back, lead):
    asked = {"impact": "How much?", "headline": "Shorter?", "picture": "Another?"}
    send_again(client)
    ask(lead, figure="Is there one?", **asked)
    before = [each.is_changed for each in check(client).context["comments"]]
    page(client, "impact", {**answers, "impact": "The trust measured it."})
    figure = {"figure": "£1", "figure_note": "saved", "figure_basis": "measured"}
    page(client, "figures", figure)

    shown = check(client)

    after = {each.question: each.is_changed for each in shown.context["comments"]}
    assert before == [False] * 4
    assert after == {
        "Figure": True,
        "The difference it made": True,
        "Headline": False,
        "Picture": False,
    }
    assert shown.text.count("Changed since") == 2


def test_when_it_happens_is_part_of_the_difference(client, answers, sent_back):
    page(client, "impact", {**answers, "impact_when": "later"})

    (comment,) = check(client).context["comments"]
    assert comment.is_changed


def test_another_picture_is_marked_too(client, sent_back, lead):
    send_again(client)
    ask(lead, picture="Another?")

    other = photo(saved(drawn((900, 700))))
    client.post(address("picture/"), {"picture": other, "picture_alt": "A pump"})

    (comment,) = check(client).context["comments"]
    assert comment.is_changed


def test_what_was_asked_once_is_not_asked_the_second_time(client, sent_back, lead):
    send_again(client)
    ask(lead, headline="Shorter?")

    shown = check(client)

    assert "Say how much." not in shown.text
    assert shown.text.count("Shorter?") == 2


def test_whoever_comes_back_finds_what_is_asked(client, sent_back):
    """Before what they typed and did not save, where a draft would go on."""
    client.post(address("impact/answered/"), {"impact": "Half a sen"})

    assert client.get(address()).url == address("check/")


def test_reviewer_reads_the_difference_word_by_word(client, answers, sent_back):
    page(client, "impact", {**answers, "impact": "Every ward now orders it."})
    send_again(client)

    since = since_last_decision(now())

    assert since.asked == [("The difference it made", "Say how much.")]
    ((label, change),) = since.texts
    assert label == "The difference it made"
    parts = [(part.kind, part.text.strip()) for part in change.segments]
    assert parts == [
        ("kept", "Every ward now orders"),
        ("removed", "the same pump."),
        ("added", "it."),
    ]
