"""A lead copies a public record as plain HTML."""

import re

import pytest
from django.urls import reverse
from lxml import etree, html

from amd.moderation import moves
from amd.moderation.blog import post_html
from amd.publishing.models import Publication
from tests.factories import (
    agree,
    make_case_study,
    make_case_study_copy,
    make_endorsement,
    make_endorsement_copy,
    make_national_lead,
    make_publication,
    make_record,
    publish_endorsement,
)

pytestmark = pytest.mark.django_db

BASE = "https://amilliondecisions.example"
PLAIN_TAGS = {"div", "h2", "h3", "p", "img", "strong", "blockquote", "a"}
PLAIN_NAMES = {"src", "width", "height", "alt", "href"}


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_ADDRESS = BASE


def page(record):
    return reverse("admin:records_record_blog", args=[record.pk])


def case_study(**overrides):
    record = make_record(kind="casestudy", reference="7F3K2Q")
    return make_publication(record=record, **overrides)


def test_post_reads_from_headline_to_terms():
    publication = case_study()

    lines = post_html(publication).splitlines()

    until = f"{publication.ends_on:%-d %B %Y}"
    as_at = f"{publication.as_at:%-d %B %Y}"
    address = f"{BASE}/case-studies/7f3k-2q/"
    assert lines[:2] == [
        "<h2>A search in an afternoon saves 120 hours a year</h2>",
        "<p>Sampleshire Library, Sampleshire NHS Trust</p>",
    ]
    assert lines[2].startswith(f'<p><img src="{BASE}/cards/7f3k-2q/')
    assert lines[3:] == [
        "<p><strong>120 hours</strong> saved a year, measured</p>",
        "<h3>In brief</h3>",
        "<p>The ward asked and the library found.</p>",
        "<h3>The challenge</h3>",
        "<p>Nobody knew which pump was safer.</p>",
        "<blockquote>",
        "<p>“It changed what we do.”</p>",
        "</blockquote>",
        "<p>Mx Sample User, Matron</p>",
        "<h3>Working with</h3>",
        "<p>Sam Sample, Clinical Librarian</p>",
        f'<p>Impact case study 7F3K-2Q, as at {as_at}: <a href="{address}">{address}</a></p>',
        f"<p>© the person quoted. Share this unchanged until {until}; "
        "stop when it is withdrawn.</p>",
    ]


def test_post_is_plain_and_well_formed():
    root = etree.fromstring(f"<div>{post_html(case_study())}</div>")

    assert {each.tag for each in root.iter()} <= PLAIN_TAGS
    assert {name for each in root.iter() for name in each.attrib} <= PLAIN_NAMES


def test_words_are_never_markup():
    copy = make_endorsement_copy(
        sections=(("In their words", "<script>1</script> & <b>"),)
    )

    post = post_html(make_publication(copy=copy))

    assert "“&lt;script&gt;1&lt;/script&gt; &amp; &lt;b&gt;”" in post
    assert "<script" not in post


def test_apostrophes_are_left_as_they_are_typed():
    copy = make_endorsement_copy(quote="It's 'evidence' first.")

    post = post_html(make_publication(copy=copy))

    assert "<p>“It’s ‘evidence’ first.”</p>" in post
    copy = make_case_study_copy(headline="It's the ward's \"own\" search")
    record = make_record(kind="casestudy")
    assert "<h2>It's the ward's &quot;own&quot; search</h2>" in post_html(
        make_publication(record=record, copy=copy)
    )


def test_without_consent_to_social_media_there_is_no_picture(north_lead, north):
    record = make_case_study(region=north)
    agree(record, uses=["website"])
    moves.publish(record, by=make_national_lead(), seen_version=record.version)

    answer = north_lead.client.get(page(record))

    assert "<img" not in answer.text
    assert "No consent to social media" in answer.text


def test_sample_says_so():
    copy = make_case_study_copy()
    record = make_record(kind="casestudy", is_sample=True)

    assert "<p>Sample. Impact case study" in post_html(
        make_publication(record=record, copy=copy)
    )


def test_lead_finds_the_post_as_html_and_as_it_reads(north_lead, north):
    record = publish_endorsement(region=north, name="Dr Sample Person")

    answer = north_lead.client.get(page(record))

    written = html.fromstring(answer.text).get_element_by_id("blog-html").text
    assert written.strip() == post_html(Publication.objects.get())
    assert re.search(
        r'<div class="amd-blog__post"><h2>Dr Sample Person</h2>', answer.text
    )
    assert 'data-copy="blog-html"' in answer.text


def test_what_is_not_public_has_nothing_to_copy(north_lead, north):
    record = make_endorsement(region=north)

    answer = north_lead.client.get(page(record))

    assert answer.status_code == 200
    assert "This record is not public, so there is nothing to copy." in answer.text
    assert "textarea" not in answer.text


def test_another_region_and_comms_do_not_find_it(south_lead, comms, north):
    record = publish_endorsement(region=north)

    assert south_lead.client.get(page(record)).status_code == 404
    assert comms.client.get(page(record)).status_code == 403
