"""Two tabs at the same moment, on real threads: no word of either is lost."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from amd.mail.models import Outbox
from amd.moderation.links import my_link
from amd.records.models import Record, Status
from amd.web.models import Throttle
from casestudies.journey.ending import forget_drafts
from casestudies.models import CaseStudy
from tests.casestudies.journey import BEGIN, begin, fill, seen_on
from tests.rounds import ROUNDS

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.race]


def both(*posts):
    """The answers to posts (address, data) that are sent together."""
    together, answered = threading.Barrier(len(posts)), {}

    def post(number, address, data):
        try:
            together.wait()
            answered[number] = Client().post(address, data)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=post, args=(number, *each))
        for number, each in enumerate(posts)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [answered[number] for number in range(len(posts))]


def beside(act, post):
    """The answer to a post that is sent while something else is done."""
    together = threading.Barrier(2)

    def do():
        try:
            together.wait()
            act()
        finally:
            connection.close()

    other = threading.Thread(target=do)
    other.start()
    together.wait()
    answered = Client().post(*post)
    other.join()
    return answered


def test_two_tabs_save_one_page_and_both_texts_are_there(client, answers):
    begin(client, answers)
    address = f"/my/{my_link(CaseStudy.objects.get())}/write/challenge/"
    for number in range(ROUNDS):
        Throttle.objects.all().delete()
        seen = seen_on(client.get(address))
        texts = [f"Round {number}, {tab} tab" for tab in ("first", "second")]

        pages = both(*((address, {"challenge": text, "seen": seen}) for text in texts))

        assert sorted(page.status_code for page in pages) == [302, 422]
        shown = next(page for page in pages if page.status_code == 422).text
        assert all(text in shown for text in texts)
        story = CaseStudy.objects.get()
        kept = story.unsaved["challenge"]["challenge"]
        assert {story.challenge, *kept} == set(texts)
        CaseStudy.objects.update(unsaved={})


def test_two_tabs_save_two_pages_and_both_stand(client, answers):
    begin(client, answers)
    link = my_link(CaseStudy.objects.get())
    slugs = ("challenge", "outcome")
    addresses = {slug: f"/my/{link}/write/{slug}/" for slug in slugs}
    for number in range(ROUNDS):
        Throttle.objects.all().delete()
        typed = {slug: f"Round {number} of the {slug}" for slug in slugs}
        seen = {slug: seen_on(client.get(addresses[slug])) for slug in slugs}

        pages = both(
            *(
                (addresses[slug], {slug: typed[slug], "seen": seen[slug]})
                for slug in slugs
            )
        )

        assert [page.status_code for page in pages] == [302, 302]
        story = CaseStudy.objects.get()
        assert (story.challenge, story.outcome) == tuple(typed.values())


def test_a_page_is_saved_while_another_keeps_what_is_typed(client, answers):
    begin(client, answers)
    link = my_link(CaseStudy.objects.get())
    for number in range(ROUNDS):
        Throttle.objects.all().delete()
        CaseStudy.objects.update(unsaved={})
        words = f"Round {number}"

        both(
            (f"/my/{link}/write/challenge/", {"challenge": words}),
            (f"/my/{link}/write/outcome/answered/", {"outcome": words}),
        )

        story = CaseStudy.objects.get()
        assert story.challenge == words
        assert story.unsaved["outcome"]["outcome"] == [words]


def test_it_is_sent_while_another_tab_keeps_what_is_typed(client, answers):
    begin(client, answers)
    fill(client, answers)
    link = my_link(CaseStudy.objects.get())
    for number in range(ROUNDS):
        Throttle.objects.all().delete()
        Record.objects.update(status=Status.DRAFT)
        CaseStudy.objects.update(unsaved={})
        version = CaseStudy.objects.get().version

        sent, told = both(
            (
                f"/my/{link}/write/check/",
                {"uses": answers["uses"], "version": version},
            ),
            (f"/my/{link}/write/outcome/answered/", {"outcome": f"Round {number}"}),
        )

        story = CaseStudy.objects.get()
        assert (sent.status_code, told.status_code) in [(302, 200), (422, 200)]
        assert (sent.status_code == 302) == (story.status == Status.SUBMITTED)


def test_a_page_is_saved_while_its_draft_comes_to_the_end(client, answers):
    """Either it goes on whole, or nothing is left of it and the page says so."""
    for number in range(ROUNDS):
        Throttle.objects.all().delete()
        Outbox.objects.all().delete()
        begin(client, {**answers, "author_email": f"ali{number}@example.nhs.uk"})
        draft = CaseStudy.objects.order_by("pk").last()
        yesterday = timezone.localdate() - timedelta(days=1)
        CaseStudy.objects.filter(pk=draft.pk).update(
            draft_ends_on=yesterday, draft_reminded_at=timezone.now()
        )
        address = f"/my/{my_link(draft)}/write/challenge/"

        page = beside(night, (address, {"challenge": "Which pump is safest?"}))

        draft.refresh_from_db()
        is_kept = page.status_code == 302
        assert is_kept or page.status_code in (410, 422)
        assert is_kept == bool(draft.challenge) == bool(draft.author_email)
        assert is_kept == (draft.draft_ends_on is not None)
        CaseStudy.objects.update(draft_ends_on=None)


def night():
    forget_drafts(timezone.localdate(), True)


def test_two_clicks_on_the_first_page_are_one_draft_and_one_mail(answers):
    data = {name: value for name, value in answers.items() if name != "uses"}

    for number in range(ROUNDS):
        Throttle.objects.all().delete()
        each = {**data, "author_email": f"ali{number}@example.nhs.uk"}
        pages = both((BEGIN, each), (BEGIN, each))

        assert len({page.url for page in pages}) == 1
    assert CaseStudy.objects.count() == ROUNDS
    assert Outbox.objects.count() == ROUNDS
