"""A draft that nobody goes on with: 28 days, one reminder, and nothing is left."""

from datetime import date

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.http import QueryDict
from django.utils import timezone

from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.links import my_link
from amd.moderation.nightly import ACTS
from amd.moderation.nights import rehearse
from amd.pictures.models import Picture
from amd.records.errors import MoveNotAllowed
from amd.records.models import Status
from casestudies.journey.ending import (
    _forget,
    forget_drafts,
    forget_unsaved,
    remind_of_end,
)
from casestudies.journey.forms import form_of
from casestudies.journey.pages import BY_SLUG
from casestudies.journey.saving import KEPT, keep_typed, save
from casestudies.models import CaseStudy
from tests.casestudies.journey import begin, fill, page, send
from tests.casestudies.pages import photo

pytestmark = pytest.mark.django_db

# Saved for the last time on 1 March 2027; 28 days later is 29 March.
ENDS_ON = date(2027, 3, 29)
REMINDER = "Your impact case study is kept until"


def march(day):
    return date(2027, 3, day)


@pytest.fixture
def draft(client, answers):
    begin(client, answers)
    page(client, "challenge", answers)
    CaseStudy.objects.update(draft_ends_on=ENDS_ON)
    return CaseStudy.objects.get()


def night(today):
    """(reminded, erased) by the acts of one night, in their order."""
    return remind_of_end(today, True), forget_drafts(today, True)


def reminders():
    return [
        mail.subject for mail in Outbox.objects.filter(subject__startswith=REMINDER)
    ]


def address(story, end=""):
    return f"/my/{my_link(story)}/{end}"


@pytest.mark.parametrize(
    ("day", "done"),
    [(21, (0, 0)), (22, (1, 0)), (28, (1, 0)), (29, (1, 0))],
)
def test_it_is_announced_a_week_before_its_last_day(draft, day, done):
    assert night(march(day)) == done


def test_it_is_announced_once_and_erased_on_the_day_after_the_last(draft):
    nights = [night(march(day)) for day in range(20, 32)]

    assert [day for day, done in enumerate(nights, 20) if done[0]] == [22]
    assert [day for day, done in enumerate(nights, 20) if done[1]] == [30]
    assert set(Outbox.objects.values_list("address", "body")) == {("", "")}


def test_reminder_says_until_when_and_leads_to_the_draft(draft):
    remind_of_end(march(22), True)

    mail = Outbox.objects.get(subject__startswith=REMINDER)
    assert mail.address == "ali@example.nhs.uk"
    assert mail.subject == f"{REMINDER} 29 March 2027, {draft.shown_reference}"
    assert address(draft) in mail.body


def test_rehearsal_counts_and_changes_nothing(draft):
    before = rehearse(march(22))
    CaseStudy.objects.update(draft_reminded_at="2027-03-22T02:00Z")
    after = rehearse(march(30))

    names = ("Reminders of drafts that end", "Drafts nobody went on with, erased")
    assert [before[name] for name in names] == [1, 0]
    assert [after[name] for name in names] == [0, 1]
    assert CaseStudy.objects.get().challenge == draft.challenge
    assert reminders() == []


def test_whoever_goes_on_has_28_days_more_and_is_reminded_of_those_too(
    client, answers, draft
):
    remind_of_end(march(22), True)

    page(client, "outcome", answers)

    story = CaseStudy.objects.get()
    assert story.draft_reminded_at is None
    CaseStudy.objects.update(draft_ends_on=date(2027, 4, 19))
    assert night(march(30)) == (0, 0)
    assert night(date(2027, 4, 12)) == (1, 0)
    assert len(reminders()) == 2


def test_what_is_typed_and_not_saved_counts_as_going_on(client, draft):
    remind_of_end(march(22), True)

    client.post(address(draft, "write/outcome/answered/"), {"outcome": "Half a sen"})

    story = CaseStudy.objects.get()
    assert story.draft_reminded_at is None
    assert story.draft_ends_on == timezone.localdate() + KEPT


def test_what_is_typed_after_the_night_has_read_it_keeps_it(client, draft):
    as_read = CaseStudy.objects.get()
    client.post(address(draft, "write/outcome/answered/"), {"outcome": "Half a sen"})

    assert not _forget(as_read, timezone.localdate())

    assert CaseStudy.objects.get().challenge == draft.challenge


def test_a_site_that_slept_erases_nothing_that_it_has_not_announced(draft):
    """It wakes on 2 April: four days late, so the draft is kept until 9 April."""
    woken = night(date(2027, 4, 2))

    assert woken == (1, 0)
    assert CaseStudy.objects.get().draft_ends_on == date(2027, 4, 9)
    assert reminders() == [f"{REMINDER} 9 April 2027, {draft.shown_reference}"]
    assert night(date(2027, 4, 9)) == (0, 0)
    assert night(date(2027, 4, 10)) == (0, 1)


def test_nothing_of_it_is_left(
    client, answers, draft, django_capture_on_commit_callbacks
):
    client.post(
        address(draft, "write/picture/"),
        {"picture": photo(), "picture_alt": "Zanzibar"},
    )
    page(client, "you", {**answers, "author_name": "Zanzibar"})
    page(client, "figures", {"figure": "Zanzibar"})
    client.post(address(draft, "write/picture/"), {"picture": photo()})
    CaseStudy.objects.update(draft_ends_on=ENDS_ON)
    remind_of_end(march(22), True)
    stored = [picture.original.name for picture in Picture.objects.all()]

    with django_capture_on_commit_callbacks(execute=True):
        assert forget_drafts(march(30), True) == 1

    words = ("Zanzibar", answers["challenge"], "ali@example.nhs.uk")
    left = [where for where, text in columns() if any(w in text for w in words)]
    assert left == []
    assert len(stored) == Picture.objects.exclude(erased_at=None).count() == 2
    assert not any(default_storage.exists(name) for name in stored)
    assert forget_drafts(march(31), True) == 0


def columns():
    """Every value in the database, as text, with where it stands."""
    for model in apps.get_models():
        for row in model._base_manager.values():
            for name, value in row.items():
                yield f"{model.__name__}.{name}", str(value)


@pytest.mark.parametrize(
    "end",
    ["", "sent/", "agreed/", "withdraw/", "write/", "write/check/", "write/impact/"],
)
def test_its_link_says_that_it_is_gone(client, draft, end):
    night(march(22))
    night(march(30))

    opened = client.get(address(draft, end))

    assert opened.status_code == 410
    assert "Your draft is deleted" in opened.text
    assert opened.headers["Cache-Control"] == "no-store"


def test_nothing_is_written_into_it_any_more(client, answers, draft):
    night(march(22))
    night(march(30))

    codes = [
        client.post(address(draft, f"write/{end}"), answers).status_code
        for end in ("impact/", "impact/answered/", "impact/draw/", "grow/", "check/")
    ]

    assert codes == [410] * 5
    assert CaseStudy.objects.get().impact == ""


def test_a_page_that_was_open_when_it_ended_is_not_saved(answers, draft):
    """Its request had read the draft before the night came to it."""
    page = BY_SLUG["impact"]
    typed = QueryDict(mutable=True)
    typed["impact"], typed["impact_when"] = answers["impact"], ""
    typed.setlist("impact_categories", answers["impact_categories"])
    form = form_of(page)(typed, instance=CaseStudy.objects.get(), page=page)
    assert form.is_valid()
    night(march(22))
    night(march(30))

    with pytest.raises(MoveNotAllowed):
        save(form)
    keep_typed(form, typed)

    story = CaseStudy.objects.get()
    assert (story.impact, story.unsaved, story.author_email) == ("", {}, "")


def test_what_was_ever_sent_has_no_end(client, answers, organisation, lead):
    begin(client, answers)
    fill(client, answers)
    send(client, answers)
    story = CaseStudy.objects.get()
    moves.send_back(story, by=lead, seen_version=story.version, note="Why?")
    page(client, "impact", answers)

    assert night(date(2030, 1, 1)) == (0, 0)
    assert CaseStudy.objects.get().status == Status.SENT_BACK


def test_words_never_saved_go_when_it_does_not_come_back_to_its_author(
    client, answers, organisation, lead
):
    begin(client, answers)
    fill(client, answers)
    send(client, answers)
    story = CaseStudy.objects.get()
    moves.send_back(story, by=lead, seen_version=story.version, note="Why?")
    client.post(address(story, "write/impact/answered/"), {"impact": "Half a sen"})
    assert forget_unsaved(march(30), True) == 0
    story = CaseStudy.objects.get()
    assert story.unsaved
    moves.decline(story, by=lead, seen_version=story.version, note="No.")

    assert forget_unsaved(march(30), False) == 1
    assert forget_unsaved(march(30), True) == 1
    assert CaseStudy.objects.get().unsaved == {}


def test_nightly_run_reminds_before_it_erases():
    acts = list(ACTS.values())

    assert acts.index(remind_of_end) < acts.index(forget_drafts)
    assert forget_unsaved in acts
