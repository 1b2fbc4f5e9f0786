"""What is written beside a card: whole words, within each network's limit."""

import pytest

from amd.publishing.post_texts import NETWORKS, post_texts, posts_beside
from tests.factories import (
    make_case_study_copy,
    make_endorsement_copy,
    make_publication,
    make_record,
)

pytestmark = pytest.mark.django_db

FAMILY = "👨‍👩‍👧‍👦"


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_ADDRESS = "https://amilliondecisions.example"


def post(publication, key):
    (found,) = (each for each in post_texts(publication) if each.network.key == key)
    return found.text


def endorsement(**parts):
    record = make_record(reference="7F3K2Q")
    return make_publication(record=record, copy=make_endorsement_copy(**parts))


def case_study(**overrides):
    record = make_record(kind="casestudy", reference="7F3K2Q")
    return make_publication(record=record, copy=make_case_study_copy(**overrides))


def test_endorsement_is_quoted_whole_with_who_says_it_a_link_and_the_hashtag():
    assert post(endorsement(), "x") == (
        "“Our librarians are the colleagues I ask first.”\n\n"
        "Dr Sample Person, Medical Director, Sampleshire NHS Trust\n\n"
        "https://amilliondecisions.example/7f3k-2q\n\n"
        "#AMillionDecisions"
    )


def test_instagram_has_the_address_as_the_cards_print_it():
    text = post(endorsement(), "instagram")

    assert "\n\namilliondecisions.example/7f3k-2q\n\n" in text
    assert "https://" not in text


def test_where_the_whole_quote_does_not_fit_the_words_of_the_card_stand():
    whole = "Evidence first. " * 40
    extract = "Evidence first."
    copy = make_endorsement_copy(quote=extract, sections=(("In their words", whole),))
    publication = make_publication(copy=copy)

    assert whole.strip() in post(publication, "linkedin")
    for key in ("x", "bluesky", "mastodon", "threads"):
        assert post(publication, key).startswith(f"“{extract}”\n\nDr Sample Person")


def test_words_that_do_not_fit_are_left_out_and_never_cut():
    publication = endorsement(quote="Evidence first, always. " * 20)

    assert post(publication, "x").startswith(
        "An endorsement by Dr Sample Person, Medical Director, Sampleshire NHS Trust\n\n"
    )


def test_case_study_says_as_much_as_there_is_room_for():
    publication = case_study()

    assert post(publication, "linkedin").startswith(
        "A search in an afternoon saves 120 hours a year\n\n"
        "The ward asked and the library found.\n\n"
        "120 hours saved a year, measured\n\n"
        "“It changed what we do.”\n\nMx Sample User, Matron\n\n"
        "Sampleshire Library\n\nhttps://"
    )
    assert post(case_study_with_long(body=300), "x").startswith(
        "A search in an afternoon saves 120 hours a year\n\n"
        "120 hours saved a year, measured\n\n“It changed"
    )
    assert post(case_study_with_long(quote=300), "x").startswith(
        "A search in an afternoon saves 120 hours a year\n\n"
        "120 hours saved a year, measured\n\nSampleshire Library\n\n"
    )


def case_study_with_long(**lengths):
    copy = make_case_study_copy()
    for name, length in lengths.items():
        copy.card[name] = "Evidence. " * (length // 10)
    record = make_record(kind="casestudy")
    return make_publication(record=record, copy=copy)


@pytest.mark.parametrize("letter", ["W", "漢", FAMILY, "क्ष", "https://a.example/x "])
@pytest.mark.parametrize("size", [1, 30, 80, 240, 1000])
def test_every_post_is_within_the_limit_of_its_network(letter, size):
    words = letter * size
    card = {"quote": words, "name": letter * 10, "title": words, "organisation": words}
    copy = make_endorsement_copy(card=card, sections=(("In their words", words),))
    stories = make_case_study_copy(headline=(letter * 20)[:80])
    stories.card.update(body=words, quote=words, service=words)
    story = make_record(kind="casestudy")

    publications = (
        make_publication(copy=copy),
        make_publication(record=story, copy=stories),
    )

    for publication in publications:
        posts = post_texts(publication)
        assert [each.network for each in posts] == list(NETWORKS)
        for each in posts:
            assert 0 < each.length <= each.network.limit
            assert each.text.endswith("\n\n#AMillionDecisions")


def test_quotation_marks_are_those_of_the_script_and_not_doubled():
    assert post(endorsement(quote='"Evidence."'), "x").startswith("“Evidence.”\n\n")
    assert post(endorsement(quote="الأدلة أولاً"), "x").startswith("”الأدلة أولاً“")


def test_paragraphs_of_a_quote_stay_apart():
    copy = make_endorsement_copy(sections=(("In their words", "One.\n\nTwo."),))

    assert post(make_publication(copy=copy), "x").startswith("“One.\n\nTwo.”\n\n")


def test_sample_says_so():
    record = make_record(is_sample=True)

    assert post(make_publication(record=record), "x").startswith("Sample\n\n“Our")


def test_without_consent_to_social_media_there_is_nothing_to_post():
    assert post_texts(make_publication(uses=["website", "name", "title"])) == []


def beside(**card):
    """Of X, which is the first."""
    return posts_beside(card, is_endorsement=True)[0].text


def test_beside_a_card_that_is_on_no_page_stands_no_address():
    told = beside(quote="Evidence first.", name="Dr Sample Person")

    assert told == "“Evidence first.”\n\nDr Sample Person\n\n#AMillionDecisions"


def test_where_words_are_too_long_and_nobody_is_named_the_hashtag_is_left():
    assert beside(quote="Evidence first. " * 30) == "#AMillionDecisions"
