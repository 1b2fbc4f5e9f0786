"""The pages of a person without an account: one state each, and every bad link."""

import logging
from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from PIL import Image

from amd.campaign.models import ConsentWording
from amd.consent.models import ConsentRecord, SignOff, Use
from amd.mail.models import Outbox
from amd.moderation import moves, sign_off
from amd.moderation.by_link import GUESSES
from amd.moderation.links import my_link, sign_off_link
from amd.publishing.models import CardUse
from amd.records.models import Record, Role
from tests.amd.moderation.asked import (
    ADDRESS,
    approved,
    ask,
    edit,
    live,
    make_quoting_study,
    now,
    page,
    publish,
    published_endorsement,
    published_study,
)
from tests.factories import make_endorsement, make_picture, make_wordings

pytestmark = pytest.mark.django_db

ALL_OF_IT = ["website", "name", "title", "social", "internal", "contact"]


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


@pytest.fixture
def question(north):
    return ask(make_endorsement(region=north, name="Dr Robin Sample"))


@pytest.fixture
def security(caplog):
    """The lines of the security log, as they would be written."""
    caplog.set_level(logging.INFO, "amd.security")
    return lambda: [r.getMessage() for r in caplog.records if r.name == "amd.security"]


def state(record):
    """What must be the same after a request that does nothing."""
    story = now(record)
    return (
        story.status,
        story.version,
        list(ConsentRecord.objects.values()),
        list(SignOff.objects.values()),
        Outbox.objects.count(),
    )


def answer(client, question, given, **more):
    sent = {"answer": given, "wording_version": 1, **more}
    return client.post(page(question), sent)


def heading(response):
    return " ".join(response.text.split("<h1", 1)[1].split(">", 1)[1].split())


# Open: the words, the card, the question.


def test_page_shows_the_exact_words_and_who_asks(client, question):
    text = client.get(page(question)).text

    assert question.texts["quote"] in text
    assert "Dr Robin Sample" in text
    assert "Medical Director" in text
    assert "Sampleshire NHS Trust" in text


def test_words_are_shown_as_text_whatever_they_are(client, north):
    question = ask(make_endorsement(region=north, quote="<b>A & B</b>"))

    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in client.get(page(question)).text


def test_every_use_is_asked_on_its_own_and_none_is_ticked(client, north):
    question = ask(make_endorsement(region=north, photo=make_picture()))

    text = client.get(page(question)).text

    assert text.count('name="uses"') == len(Use)
    assert "checked" not in text
    assert "I agree to photo" in text
    assert "version 1" in text


def test_photo_is_asked_about_only_where_there_is_one(client, question):
    text = client.get(page(question)).text

    assert "I agree to photo" not in text
    assert "I agree to name" in text


def test_page_is_kept_by_no_cache_and_told_to_no_other_site(client, question):
    response = client.get(page(question))

    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("rest", ["", "uses/", "withdraw/", "card/square.png"])
@pytest.mark.parametrize("method", ["get", "head"])
def test_mail_scanner_that_opens_every_link_changes_nothing(
    client, question, method, rest
):
    before = state(question.record)

    getattr(client, method)(page(question, rest))

    assert state(question.record) == before


def test_new_link_is_never_sent_on_a_get(client, question):
    assert client.get(page(question, "new-link/")).status_code == 405


def test_card_is_drawn_for_this_answer_and_never_filed(client, question, settings):
    response = client.get(page(question, "card/square.png"))

    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "no-store"
    assert Image.open(BytesIO(response.content)).size == (1080, 1080)
    assert not (settings.MEDIA_ROOT / "cards").exists()


@pytest.mark.parametrize("name", ["thumb", "a4", "nonsense"])
def test_what_is_no_picture_for_download_is_not_drawn(client, question, name):
    assert client.get(page(question, f"card/{name}.png")).status_code == 404


def test_quoted_person_reads_their_part_and_the_story_around_it(client, north):
    question = ask(make_quoting_study(region=north))

    text = client.get(page(question)).text

    assert text.index("It changed what we order.") < text.index("The challenge")
    assert "The ward could not tell which pump was safest." in text
    assert f"{page(question)}card/portrait.png" in text


# The three answers.


def test_approval_is_kept_and_the_same_address_says_so(client, question):
    response = answer(client, question, "approved", uses=ALL_OF_IT)

    assert (response.status_code, response.url) == (302, page(question))
    kept = ConsentRecord.objects.get()
    assert (kept.method, kept.uses) == ("sign_off", sorted(ALL_OF_IT))
    text = client.get(page(question)).text
    assert "What you agreed to" in text
    assert "I agree to social media" in text


def test_wish_for_a_change_is_kept_with_its_words(client, question):
    answer(client, question, "changes", change="Say “our librarian”.")

    text = client.get(page(question)).text
    assert "You asked for a change" in text
    assert "Say “our librarian”." in text


def test_no_thank_you_needs_no_reason(client, question):
    answer(client, question, "refused")

    assert "You said no" in client.get(page(question)).text
    assert ConsentRecord.objects.get().uses == []


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        ({}, "Select your answer"),
        ({"answer": "perhaps"}, "Select your answer from the list"),
        ({"answer": "changes"}, "Enter what should be different"),
        (
            {"answer": "approved"},
            "Select what we may do with your words. If it is nothing, select "
            "“No, thank you”",
        ),
        (
            {"answer": "approved", "uses": ["website", "photo"]},
            "Select what we may do with your words from the list",
        ),
        (
            {"answer": "changes", "change": "x" * 2001},
            "What should be different must be 2,000 characters or less "
            "(this is 1 too many)",
        ),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(client, question, sent, error):
    before = state(question.record)

    response = client.post(page(question), {"wording_version": 1, **sent})

    assert response.status_code == 422
    assert error in response.text
    assert state(question.record) == before


def test_approval_with_less_than_is_needed_is_first_asked_about(client, question):
    before = state(question.record)

    response = answer(client, question, "approved", uses=["website", "social"])

    assert response.status_code == 200
    assert "Is this what you mean?" in response.text
    assert "We cannot publish an endorsement without the website" in response.text
    assert "I agree to job title and organisation" in response.text
    assert state(question.record) == before


def test_approval_with_less_than_is_needed_is_kept_once_it_is_meant(client, question):
    answer(client, question, "approved", uses=["website"], understood="1")

    assert ConsentRecord.objects.get().uses == ["website"]
    assert live(question.record) is None


def test_from_that_page_the_way_back_keeps_what_was_ticked(client, question):
    before = state(question.record)

    response = answer(client, question, "approved", uses=["website"], back="back")

    assert response.status_code == 200
    assert response.text.count("checked") == 2
    assert state(question.record) == before


def test_quoted_person_may_stay_unnamed_without_being_asked_twice(client, north):
    question = ask(make_quoting_study(region=north))

    response = answer(client, question, "approved", uses=["website"])

    assert response.status_code == 302
    publish(question.record)
    assert "Robin" not in client.get(live(question.record).get_absolute_url()).text


def test_wording_that_changed_while_it_was_read_is_asked_again(client, question):
    ConsentWording.objects.create(
        person="champion",
        version=2,
        introduction="",
        uses={use: f"Newly worded: {use}" for use in Use.values},
        terms="",
    )
    before = state(question.record)

    response = answer(client, question, "approved", uses=ALL_OF_IT)

    assert response.status_code == 422
    assert "We have worded these choices anew" in response.text
    assert "Newly worded: name" in response.text
    assert response.text.count("checked") == 1
    assert state(question.record) == before


def test_second_click_finds_the_first_answer_and_is_no_mistake(
    client, question, security
):
    answer(client, question, "approved", uses=ALL_OF_IT)

    response = answer(client, question, "approved", uses=ALL_OF_IT)

    assert response.status_code == 302
    assert ConsentRecord.objects.count() == 1
    assert security() == []


@pytest.mark.parametrize(
    ("given", "more"),
    [("refused", {}), ("approved", {"uses": ["website", "name", "title"]})],
)
def test_another_answer_afterwards_is_told_that_it_was_not_kept(
    client, question, security, given, more
):
    answer(client, question, "approved", uses=ALL_OF_IT)
    before = state(question.record)

    response = answer(client, question, given, **more)

    assert response.status_code == 409
    assert "This second answer was not kept" in response.text
    assert state(question.record) == before
    assert security() == ["event=answer-to-answered purpose=sign-off"]


# Every other state has a page of its own.


def changed(question):
    edit(question.record, title="Chief Executive", quote="Ask our librarians first.")


def expired(question):
    SignOff.objects.update(expires_at=timezone.now() - timedelta(days=1))


def replaced(question):
    ask(question.record)


def declined(question):
    story = now(question.record)
    moves.decline(story, by=Role.SET_UP, seen_version=story.version, note="No")


def withdrawn(question):
    story = now(question.record)
    moves.withdraw(story, by=Role.SET_UP, seen_version=story.version)


OVER = {
    "changed": (changed, "The words have changed since we asked you"),
    "expired": (expired, "This link is out of time"),
    "replaced": (replaced, "There is a newer link"),
    "closed": (declined, "There is nothing to answer any more"),
    "erased": (withdrawn, "Withdrawn"),
}


@pytest.mark.parametrize(("name", "act", "says"), [(n, *o) for n, o in OVER.items()])
def test_each_state_says_what_it_is_and_keeps_no_answer(
    client, question, security, name, act, says
):
    act(question)
    before = state(question.record)

    shown = client.get(page(question))
    late = answer(client, question, "approved", uses=ALL_OF_IT)

    assert shown.status_code == 200
    assert says in heading(shown)
    assert (late.status_code, says in heading(late)) == (409, True)
    assert "Your answer was not kept" in late.text
    assert state(question.record) == before
    assert security() == [f"event=answer-to-{name} purpose=sign-off"]


@pytest.mark.parametrize("act", [o[0] for o in OVER.values()], ids=OVER)
def test_no_card_is_drawn_once_there_is_nothing_to_answer(client, question, act):
    act(question)

    assert client.get(page(question, "card/landscape.png")).status_code == 404


@pytest.mark.parametrize("act", [o[0] for o in OVER.values()], ids=OVER)
@pytest.mark.parametrize("rest", ["uses/", "withdraw/"])
def test_nothing_can_be_changed_where_nothing_was_answered(client, question, act, rest):
    act(question)
    before = state(question.record)

    for method in (client.get, client.post):
        response = method(page(question, rest))
        assert (response.status_code, response.url) == (302, page(question))

    assert state(question.record) == before


def test_changed_words_are_shown_word_by_word(client, question):
    changed(question)

    text = client.get(page(question)).text

    taken_out = "[taken out: </span>Medical Director<span"
    put_in = "[added: </span>Chief Executive<span"
    assert taken_out in text
    assert put_in in text


def test_who_is_no_longer_quoted_is_told_so(client, north):
    question = ask(make_quoting_study(region=north))
    edit(question.record, quote="", attribution="", quoted_name="")

    text = client.get(page(question)).text

    assert "You are no longer quoted" in text
    assert "<form" not in text


@pytest.mark.parametrize("act", [expired, replaced], ids=["expired", "replaced"])
def test_button_sends_the_right_link_to_the_address_we_have(client, question, act):
    act(question)
    before = Outbox.objects.count()

    response = client.post(page(question, "new-link/"), follow=True)

    assert "We have sent an email to the address that we have" in response.text
    assert [m.address for m in Outbox.objects.all()][: -before or None] == [ADDRESS]
    newest = SignOff.objects.newest(question.record, "champion")
    assert sign_off_link(newest) in Outbox.objects.first().body
    assert ADDRESS not in response.text


def test_button_on_changed_words_tells_the_lead(client, question):
    changed(question)

    client.post(page(question, "new-link/"))

    assert Outbox.objects.first().address == question.record.region.mailbox


def test_link_is_sent_three_times_a_day_at_most(client, question, security):
    replaced(question)
    before = Outbox.objects.count()

    for _ in range(5):
        client.post(page(question, "new-link/"))

    assert Outbox.objects.count() == before + 3
    assert security() == ["event=new-link-held-back purpose=sign-off"] * 2


def test_button_does_nothing_while_the_link_itself_asks(client, question):
    before = state(question.record)

    client.post(page(question, "new-link/"))

    assert state(question.record) == before


# Wrong links.


def wrong_links(question):
    link = sign_off_link(question)
    number, key, signature = link.split(".")
    other = ask(make_endorsement(region=question.record.region))
    return {
        "cut short": link[:-1],
        "cut in half": link[: len(link) // 2],
        "longer": f"{link}x",
        "of another kind": my_link(question.record),
        "for another question": f"{other.pk}.{key}.{signature}",
        "with another key": f"{number}.{int(key) + 1}.{signature}",
        "forged": f"{number}.{key}.{'A' * 43}",
        "letters": "ünïcødé",
        "no link": "x",
    }


def test_wrong_link_opens_nothing_and_writes_one_line(client, question, security):
    links = wrong_links(question)
    before = state(question.record)

    for what, link in links.items():
        response = client.get(f"/sign-off/{link}/")
        assert response.status_code == 404, what
        assert "This link does not open anything" in response.text, what
        assert response.headers["Cache-Control"] == "no-store", what
        assert response.headers["Referrer-Policy"] == "no-referrer", what

    assert security() == ["event=wrong-link purpose=sign-off"] * len(links)
    assert state(question.record) == before


@pytest.mark.parametrize("rest", ["", "uses/", "withdraw/", "new-link/"])
def test_wrong_link_changes_nothing_on_a_post(client, question, security, rest):
    link = wrong_links(question)["forged"]
    before = state(question.record)

    response = client.post(
        f"/sign-off/{link}/{rest}", {"answer": "approved", "uses": ALL_OF_IT}
    )

    assert response.status_code == 404
    assert len(security()) == 1
    assert state(question.record) == before


@pytest.mark.parametrize("rest", ["", "sent/", "agreed/", "uses/", "withdraw/", "ask/"])
def test_wrong_link_of_an_author_is_answered_alike(client, question, security, rest):
    response = client.get(f"/my/{sign_off_link(question)}/{rest}")

    assert response.status_code == 404
    assert "This link does not open anything" in response.text
    assert response.headers["Cache-Control"] == "no-store"
    assert security() == ["event=wrong-link purpose=my"]


def test_line_names_neither_the_link_nor_a_person(client, question, security):
    link = wrong_links(question)["cut short"]

    client.get(f"/sign-off/{link}/")

    (line,) = security()
    assert link[:6] not in line
    assert "example" not in line


def test_who_tries_many_links_is_held_back_and_a_right_one_still_opens(
    client, question
):
    for _ in range(GUESSES):
        assert client.get("/sign-off/1.2.x/").status_code == 404

    assert client.get("/sign-off/1.2.x/").status_code == 429
    assert client.get(page(question)).status_code == 200


def test_replayed_link_after_a_withdrawal_shows_no_word(client, north):
    question = published_endorsement(region=north, name="Zebedee Quillfeather")
    assert "Zebedee" in client.get(page(question)).text

    client.post(page(question, "withdraw/"))

    for rest in ("", "uses/", "withdraw/"):
        response = client.get(page(question, rest), follow=True)
        assert response.status_code == 200
        assert "Zebedee" not in response.text


# What I agreed to.


def test_page_shows_what_is_public_where_it_was_used_and_until_when(client, north):
    question = published_endorsement(region=north)
    shown = live(question.record)
    CardUse.objects.create(
        record_id=question.record_id,
        where="linkedin",
        account="The campaign",
        address="https://linkedin.example/1",
    )

    text = client.get(page(question)).text

    assert shown.get_absolute_url() in text
    assert f"/cards/{shown.address_reference}/" in text
    assert "LinkedIn, " in text
    assert "https://linkedin.example/1" in text
    assert f"{shown.ends_on.day} {shown.ends_on:%B %Y}" in text
    assert "/privacy/wordings/champion/1/" in text


def test_every_card_on_the_page_can_be_opened(client, north):
    question = published_endorsement(region=north)

    text = client.get(page(question)).text

    cards = {part.split('"')[0] for part in text.split('src="')[1:]}
    cards = [url for url in cards if url.startswith("/cards/")]
    assert len(cards) == 7
    assert {client.get(url).status_code for url in cards} == {200}


def test_without_social_media_the_page_shows_the_one_card_of_its_page(client, north):
    question = published_endorsement(["website", "name", "title"], region=north)

    text = client.get(page(question)).text

    assert text.count('class="amd-shapes__image"') == 1
    assert "not offered for download" in text


def test_before_it_is_public_the_card_is_shown_with_what_was_agreed(client, north):
    record = make_endorsement(region=north, photo=make_picture())
    with_photo = client.get(page(ask(record), "card/landscape.png")).content
    question = approved(record, ["website", "name", "title"])

    drawn = client.get(page(question, "card/landscape.png"))

    assert drawn.status_code == 200
    assert drawn.content != with_photo


def test_earlier_link_still_shows_what_was_agreed_while_new_words_wait(client, north):
    question = published_endorsement(region=north)
    edit(question.record, quote="Other words altogether.")
    newer = ask(question.record)

    assert "What you agreed to" in client.get(page(question)).text
    assert "Please check your words" in client.get(page(newer)).text
    sign_off.approve(newer, uses=["website", "name", "title"])
    text = client.get(page(newer)).text
    assert "Your newer words, not public yet" in text


def test_earlier_link_gives_way_once_newer_words_are_public(client, north):
    question = published_endorsement(region=north)
    edit(question.record, quote="Other words altogether.")
    newer = approved(question.record)
    publish(question.record)

    assert "There is a newer link" in client.get(page(question)).text
    assert "They are public now" in client.get(page(newer)).text
    assert client.post(page(question, "withdraw/")).url == page(question)
    assert live(question.record)


def test_other_person_quoted_later_sees_nothing_of_the_first(client, north):
    question = published_study(region=north)
    edit(question.record, quoted_name="Ira Sample", quote="I agree with Robin.")
    other = approved(question.record, email="ira@example.nhs.uk")

    text = client.get(page(other)).text

    assert "Ira Sample" in text
    assert "Mx Robin Sample" not in text
    assert "They are public now" not in text
    assert "What you agreed to" in client.get(page(question)).text


def test_record_of_a_reference_alone_opens_nothing(client, question):
    reference = Record.objects.get().address_reference

    assert client.get(f"/sign-off/{reference}/").status_code == 404
