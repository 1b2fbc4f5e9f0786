"""A link that is cut short, forged or of another kind, and who tries many."""

import pytest

from amd.moderation.by_link import GUESSES
from amd.moderation.links import my_link, sign_off_link
from tests.amd.moderation.asked import (
    ALL_OF_IT,
    address_of,
    ask,
    published_endorsement,
    state,
)
from tests.factories import make_endorsement, make_wordings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


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
        assert "into the address bar of your browser" in response.text, what
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
    assert client.get(address_of(question)).status_code == 200


def test_replayed_link_after_a_withdrawal_shows_no_word(client, north):
    question = published_endorsement(region=north, name="Zebedee Quillfeather")
    assert "Zebedee" in client.get(address_of(question)).text

    client.post(address_of(question, "withdraw/"))

    for rest in ("", "uses/", "withdraw/"):
        response = client.get(address_of(question, rest), follow=True)
        assert response.status_code == 200
        assert "Zebedee" not in response.text
