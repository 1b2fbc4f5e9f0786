"""What looks like spam waits apart: not counted, not told of, and let in by a lead."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.digest import digest_for
from amd.moderation.models import Suspected
from amd.moderation.next_up import next_waiting
from amd.moderation.numbers_page import waits_of
from amd.moderation.suspected import is_suspected, suspect
from amd.records.models import Role, Status
from amd.web.watched import Sign
from tests.amd.moderation.queue_steps import listed, page, references, row, waited
from tests.factories import make_case_study, make_endorsement, make_wordings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


@pytest.fixture
def spam(north):
    return suspected(waited(20, north))


def suspected(record, sign=Sign.FILLED):
    suspect(record, sign)
    return record


def review(record, name="review"):
    return reverse(f"admin:records_record_{name}", args=[record.pk])


def let_in(person, record):
    return person.client.post(review(record, "not_spam"), follow=True)


def read(person, **asked):
    return " ".join(strip_tags(page(person, **asked).text).split())


def told():
    """To whom a mail goes about a record that waits."""
    new = Outbox.objects.filter(subject__startswith="New")
    return list(new.values_list("address", flat=True))


def test_the_queue_leaves_it_out_and_says_so(north, north_lead, spam):
    honest = waited(1, north)

    assert listed(north_lead) == references(honest)
    assert "1 waiting in your regions: 1 new." in read(north_lead)
    assert "1 waits apart because it looks like spam." in read(north_lead)


def test_it_has_a_list_of_its_own_that_says_why(north, north_lead, spam):
    waited(1, north)
    other = suspected(waited(3, north), Sign.UNSTAMPED)

    assert listed(north_lead, spam="apart") == references(spam, other)
    text = read(north_lead, spam="apart")
    assert "2 wait apart because they look like spam." in text
    assert "May be spam A box that people cannot see was filled in" in text
    assert "May be spam It was sent without opening the form" in text
    url = page(north_lead).context["facets"].apart_url
    assert url == "?spam=apart"


def test_where_there_is_none_nothing_is_said(north, north_lead):
    waited(1, north)

    assert "apart" not in read(north_lead)


def test_it_is_anothers_region_s_matter(south_lead, national_lead, spam):
    assert "apart" not in read(south_lead)
    assert listed(south_lead, spam="apart") == []
    assert listed(national_lead, spam="apart") == references(spam)


def test_a_search_finds_it_with_its_mark(north_lead, spam):
    assert listed(north_lead, q=spam.shown_reference) == references(spam)
    [found] = page(north_lead, q=spam.shown_reference).context["rows"]
    assert found.suspected == Sign.FILLED.label


def test_no_count_has_it(north, north_lead, spam):
    today = timezone.localdate()
    first = north_lead.client.get(reverse("admin:index")).text

    assert "Nothing is waiting in your regions." in first
    assert next_waiting(north_lead.user) is None
    assert digest_for(north_lead.user, today).counts == ""
    assert waits_of(north_lead.user) == []

    let_in(north_lead, spam)

    first = north_lead.client.get(reverse("admin:index")).text
    assert "<strong>1</strong> waiting in your regions" in first
    assert next_waiting(north_lead.user) == spam.record_ptr
    assert digest_for(north_lead.user, today).counts == "1 overdue"
    assert len(waits_of(north_lead.user)) == 1


def sent(record):
    moves.submit(record, by=Role.AUTHOR, seen_version=record.version)


def draft(north, **more):
    story = make_case_study(region=north, author_email="ali@example.nhs.uk", **more)
    type(story).objects.filter(pk=story.pk).update(status=Status.DRAFT)
    Outbox.objects.all().delete()
    story.refresh_from_db()
    return story


def test_its_author_gets_the_same_receipt_and_the_lead_no_mail(north):
    honest, story = draft(north), suspected(draft(north))

    sent(honest)
    usual = [mail.address for mail in Outbox.objects.order_by("pk")]
    Outbox.objects.all().delete()
    sent(story)

    assert usual == ["ali@example.nhs.uk", north.mailbox]
    assert [mail.address for mail in Outbox.objects.all()] == ["ali@example.nhs.uk"]


def test_let_in_it_waits_with_the_others_and_the_mailbox_is_told(north, north_lead):
    story = suspected(draft(north))
    sent(story)
    assert listed(north_lead) == []

    answer = let_in(north_lead, story)

    assert listed(north_lead) == references(story)
    assert "apart" not in read(north_lead)
    assert Outbox.objects.filter(address=north.mailbox).count() == 1
    assert "It waits in the queue now, with the others." in answer.text
    assert "Let in by Nora North on" in answer.text


def test_a_second_click_tells_nobody_twice(north, north_lead, spam):
    let_in(north_lead, spam)
    answer = let_in(north_lead, spam)

    assert "It was in the queue already." in answer.text
    assert Outbox.objects.filter(address=north.mailbox).count() == 1


def test_what_never_looked_odd_says_nothing_of_it(north, north_lead):
    honest = waited(1, north)

    assert "spam" not in north_lead.client.get(review(honest)).text
    assert "It was in the queue already." in let_in(north_lead, honest).text
    assert not Outbox.objects.filter(address=north.mailbox).exists()


def test_the_review_page_offers_both_ways_out(north_lead, spam):
    text = north_lead.client.get(review(spam)).text

    assert "This may be spam" in text
    assert "This is not spam</button>" in text
    assert 'value="decline"' in text or "Decline" in text


def test_declined_it_is_gone_and_reopened_it_is_in_the_queue(north, north_lead, spam):
    moves.decline(spam, by=north_lead.user, seen_version=1, note="Advertising")
    assert listed(north_lead, spam="apart") == []
    assert listed(north_lead, status="declined") == references(spam)
    assert is_suspected(spam)

    moves.reopen(spam, by=north_lead.user, seen_version=2)

    assert listed(north_lead) == references(spam)
    assert row(north_lead, spam).suspected == ""


@pytest.mark.parametrize("move", [moves.accept, moves.send_back])
def test_any_other_decision_lets_it_in(north_lead, spam, move):
    move(spam, by=north_lead.user, seen_version=1, note="Good")

    assert not is_suspected(spam)
    assert Suspected.objects.get().cleared_by == north_lead.user


def test_what_was_let_in_is_not_suspected_again(north_lead, spam):
    let_in(north_lead, spam)

    suspect(spam, Sign.UNSTAMPED)

    assert not is_suspected(spam)


def test_nothing_odd_is_kept_of_a_person(north):
    suspect(make_endorsement(region=north), None)

    assert not Suspected.objects.exists()


def test_the_database_takes_no_other_reason(spam):
    with pytest.raises(IntegrityError), transaction.atomic():
        Suspected.objects.update(why="a feeling")


def test_queue_asks_the_same_questions_with_and_without_spam(
    north, north_lead, django_assert_num_queries
):
    waited(1, north)
    page(north_lead)
    with django_assert_num_queries(12):
        page(north_lead)
    for _ in range(5):
        suspected(waited(2, north))
    page(north_lead)

    with django_assert_num_queries(12):
        page(north_lead)
    with django_assert_num_queries(12):
        assert len(listed(north_lead, spam="apart")) == 5
