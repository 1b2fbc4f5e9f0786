"""Near-duplicates: seen by fingerprints, and told without another region's words."""

import pytest

from amd.moderation import moves
from amd.moderation.checks.duplicates import near_duplicates
from amd.moderation.checks.prints import keep_prints, prints_of
from amd.moderation.models import TextPrint
from amd.moderation.start import save_words
from amd.records.models import Role, Status
from tests.factories import make_case_study, make_endorsement

pytestmark = pytest.mark.django_db

WORDS = (
    "Our librarians found in one afternoon what would have taken my team a month, and "
    "they told us plainly what was missing. Because of that search we changed how we "
    "choose pumps, and the ward has been a calmer place for everybody ever since."
)
OTHERS = (
    "Every Monday somebody from the library joins the meeting in which we plan our teaching. "
    "She brings two papers, says what is weak in each, and leaves us to argue about the "
    "rest. It is the best half hour of my week, and I would miss it."
)


def sent(region, quote, **more):
    """An endorsement with its fingerprints, as a move would leave it."""
    record = make_endorsement(region=region, quote=quote, extract="It helps.", **more)
    keep_prints(record)
    return record


def found(record, person):
    return list(near_duplicates(record, by=person.user))


def test_same_words_in_other_clothes_are_seen(north, north_lead):
    first = sent(north, WORDS)
    copied = WORDS.upper().replace(",", " –")
    record = sent(north, copied.replace("A MONTH", "A WHOLE WEEK"))

    (one,) = found(record, north_lead)

    assert one.sentence == (
        f"Much of these words stand in endorsement {first.shown_reference} "
        "(waiting for review)"
    )
    assert one.url == f"/admin/records/record/{first.pk}/review/"


def test_all_the_same_words_are_told_from_many(north, north_lead):
    sent(north, WORDS)

    (one,) = found(sent(north, WORDS), north_lead)

    assert one.sentence.startswith("Nearly all of these words")


def test_other_words_are_no_duplicate(north, north_lead):
    sent(north, WORDS)

    assert found(sent(north, OTHERS), north_lead) == []


def test_few_words_are_alike_by_chance(north, north_lead):
    sent(north, "I ask our librarians first.")

    assert found(sent(north, "I ask our librarians first."), north_lead) == []


def test_a_shared_sentence_is_no_duplicate(north, north_lead):
    shared = "We work with the knowledge and library service of the trust every day. "
    sent(north, shared + WORDS)

    assert found(sent(north, shared + OTHERS), north_lead) == []


def test_earlier_record_has_no_warning_about_the_later(north, north_lead):
    first = sent(north, WORDS)
    sent(north, WORDS)

    assert found(first, north_lead) == []


def test_another_regions_record_is_told_without_a_word_of_it(
    north, south, north_lead, south_lead
):
    theirs = sent(north, WORDS)
    record = sent(south, WORDS)

    (hidden,) = found(record, south_lead)
    (shown,) = near_duplicates(record, by=theirs.region.leads.get())

    assert hidden.sentence == (
        "Nearly all of these words stand in a record of another region: "
        "your national lead can compare them"
    )
    assert hidden.url == ""
    assert theirs.shown_reference in shown.sentence
    # Whoever judges it, it is the same warning.
    assert hidden.key == shown.key


def test_public_record_of_another_region_is_named_as_public(
    north, south, south_lead, national_lead
):
    theirs = make_endorsement(
        region=north, quote=WORDS, extract="Our librarians", agreed=True
    )
    keep_prints(theirs)
    moves.publish(theirs, by=national_lead.user, seen_version=theirs.version)

    (one,) = found(sent(south, WORDS), south_lead)

    assert one.sentence.endswith(f"endorsement {theirs.shown_reference} (public)")
    assert one.url == f"/endorsements/{theirs.address_reference}/"


@pytest.mark.parametrize("others", [1, 6])
def test_queries_do_not_grow_with_the_records(
    north, north_lead, others, django_assert_num_queries
):
    for _ in range(others):
        sent(north, WORDS)
    record = sent(north, WORDS)
    # Who may see which region is asked once a request.
    list(near_duplicates(record, by=north_lead.user))

    with django_assert_num_queries(4):
        assert len(found(record, north_lead)) == others


def test_prints_are_written_when_it_is_sent_and_when_it_changes(north, north_lead):
    story = make_case_study(region=north, brief=WORDS)
    before = set(TextPrint.objects.values_list("value", flat=True))
    assert prints_of([WORDS]) <= before

    story.brief = OTHERS
    moves.edit(
        story,
        by=north_lead.user,
        seen_version=story.version,
        save=lambda: save_words(story),
    )

    after = set(TextPrint.objects.values_list("value", flat=True))
    assert prints_of([OTHERS]) <= after
    assert not prints_of([WORDS]) & after


def test_refused_edit_leaves_the_prints(north, north_lead):
    story = make_case_study(region=north, brief=WORDS)

    def fail():
        raise RuntimeError

    with pytest.raises(RuntimeError):
        moves.edit(story, by=north_lead.user, seen_version=story.version, save=fail)

    assert prints_of([WORDS]) <= set(TextPrint.objects.values_list("value", flat=True))


def test_draft_has_none(north):
    record = make_endorsement(region=north, quote=WORDS, status=Status.DRAFT)

    keep_prints(record)

    assert not TextPrint.objects.exists()


def test_what_is_left_of_a_removed_person_is_printed_anew(north, north_lead):
    story = make_case_study(
        region=north, brief=OTHERS, quote=WORDS, attribution="anonymous"
    )
    moves.remove_quoted_person(story, by=Role.QUOTED_PERSON, seen_version=story.version)

    kept = set(TextPrint.objects.values_list("value", flat=True))
    assert prints_of([OTHERS]) <= kept
    assert not prints_of([WORDS]) & kept
