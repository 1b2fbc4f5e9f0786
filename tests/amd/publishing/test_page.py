import json
import re

import pytest
from django.template.loader import render_to_string

from amd.publishing import files
from amd.publishing.page import page_context
from tests.factories import (
    make_case_study_copy,
    make_endorsement_copy,
    make_logo,
    make_picture,
    make_publication,
    make_record,
    make_region,
)

pytestmark = pytest.mark.django_db

WITHOUT_SOCIAL = ["website", "name", "title", "photo"]


def shown(publication, **options):
    context = page_context(publication, **options)
    site = {"name": "#AMillionDecisions", "wordmark": "", "navigation": []}
    site |= {"organisation": "", "email": ""}
    context |= {"site": site, "messages": [], "invalid": False}
    return render_to_string("publishing/record.html", context)


def meta(html):
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', html)
    return dict(found)


def data(html):
    script = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', html, re.S
    )
    return json.loads(script[1])


def test_endorsement_has_its_words_who_says_them_and_since_when():
    record = make_record(region=make_region(name="Midlands"), reference="7F3K2Q")
    publication = make_publication(record=record)

    html = shown(publication)

    assert '<h1 class="amd-record__title">Dr Sample Person</h1>' in html
    assert "“Our librarians are the colleagues I ask first.”" in html
    assert "Medical Director, Sampleshire NHS Trust" in html
    assert "Endorsement · Midlands" in html
    assert f"{publication.as_at:%-d %B %Y}" in html
    assert "7F3K-2Q" in html


def test_interview_has_a_link_and_a_transcript_and_one_quotation():
    quote = "Ask a librarian."
    copy = make_endorsement_copy(
        quote=quote,
        sections=(
            ("In their words", quote),
            (
                "Where it was said",
                "Watch the interview on videos.example\nhttps://videos.example/1",
            ),
            ("Transcript of the interview", "Who do you ask?\nA librarian."),
        ),
    )

    html = shown(make_publication(copy=copy))

    assert (
        '<a href="https://videos.example/1" rel="nofollow noopener">'
        "Watch the interview on videos.example</a>"
    ) in html
    assert "<p>Who do you ask?</p><p>A librarian.</p>" in html
    assert html.count("<blockquote") == 1
    assert data(html)["text"] == quote


def test_an_address_without_https_is_no_link():
    copy = make_endorsement_copy(
        sections=(
            ("In their words", "Ask a librarian."),
            ("Where it was said", "Here\njavascript:alert(1)"),
        ),
    )

    assert 'href="javascript' not in shown(make_publication(copy=copy))


def test_quotation_marks_that_were_typed_are_not_doubled():
    copy = make_endorsement_copy(quote='"Evidence first."')

    assert "“Evidence first.”" in shown(make_publication(copy=copy))


def test_case_study_has_every_section_the_figure_and_who_is_quoted():
    record = make_record(kind="casestudy")

    html = shown(make_publication(record=record))

    for text in (
        "The challenge",
        "Nobody knew which pump was safer.",
        '<span class="amd-figure__number">120 hours</span>',
        "saved a year, measured",
        "“It changed what we do.”",
        '<span class="amd-quote__name">Mx Sample User</span>',
        "Sam Sample, Clinical Librarian",
        "Reduced risk",
    ):
        assert text in html


def test_attribution_is_not_read_twice_in_the_quotation():
    record = make_record(kind="casestudy")

    context = page_context(make_publication(record=record))

    quotes = [s.paragraphs for s in context["sections"] if s.is_quote]
    assert quotes == [["It changed what we do."]]


def test_words_are_text_and_never_markup():
    copy = make_endorsement_copy(quote="<script>alert(1)</script> & 1 < 2")

    html = shown(make_publication(copy=copy))

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_data_for_search_engines_cannot_end_its_element():
    quote = "</script><script>alert(1)</script>"

    html = shown(make_publication(copy=make_endorsement_copy(quote=quote)))

    assert "</script><script>alert" not in html
    assert data(html)["text"] == quote


def test_endorsement_is_a_quotation_and_a_case_study_an_article():
    endorsement = data(shown(make_publication()))
    story = data(shown(make_publication(record=make_record(kind="casestudy"))))

    assert endorsement["@type"] == "Quotation"
    assert endorsement["image"].startswith("http")
    assert endorsement["creator"] == {
        "@type": "Person",
        "name": "Dr Sample Person",
        "jobTitle": "Medical Director",
        "affiliation": {"@type": "Organization", "name": "Sampleshire NHS Trust"},
    }
    assert story["@type"] == "Article"
    assert story["headline"] == "A search in an afternoon saves 120 hours a year"
    assert story["author"]["name"] == "Sampleshire Library"


def test_link_preview_is_the_link_card_with_its_words(settings):
    settings.SITE_ADDRESS = "https://amilliondecisions.example"
    publication = make_publication(record=make_record(reference="7F3K2Q"))

    tags = meta(shown(publication))

    base = "https://amilliondecisions.example"
    assert tags["og:url"] == f"{base}/endorsements/7f3k-2q/"
    assert tags["og:image"].startswith(f"{base}/cards/7f3k-2q/")
    assert tags["og:image"].endswith("/link.png")
    assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")
    assert tags["og:image:alt"] == publication.alt_text
    assert tags["twitter:card"] == "summary_large_image"


def test_without_social_consent_nothing_is_offered_or_previewed():
    publication = make_publication(uses=WITHOUT_SOCIAL)

    html = shown(publication)

    assert "og:image" not in meta(html)
    assert "image" not in data(html)
    assert "download" not in re.sub(r"offered for download", "", html)
    assert "Copy post text" not in html
    assert "Our librarians are the colleagues I ask first." in html


def test_vignette_without_social_consent_is_shown_in_landscape():
    record = make_record(kind="casestudy")
    publication = make_publication(record=record, uses=WITHOUT_SOCIAL)

    assert page_context(publication)["picture"].url.endswith("/landscape.png")


def test_vignette_with_social_consent_is_shown_whole():
    publication = make_publication(record=make_record(kind="casestudy"))

    picture = page_context(publication)["picture"]

    assert picture.url.endswith("/portrait.png")
    assert (picture.width_px, picture.height_px) == (1080, 1350)


def test_downloads_are_png_and_jpeg_of_each_format_with_terms():
    publication = make_publication()

    html = shown(publication)

    assert html.count(".png?download=1") == 7
    assert html.count(".jpg?download=1") == 7
    until = f"{publication.ends_on:%-d %B %Y}"
    assert f"Use until {until}" in html
    assert (
        f"© the person quoted. Share this card unchanged until {until}; "
        "stop when it is withdrawn." in html
    )
    assert f'id="alt-text">{publication.alt_text}<' in html


def test_sample_is_marked():
    html = shown(make_publication(record=make_record(is_sample=True)))

    assert '<span class="amd-sample-mark">Sample</span>' in html
    assert "amd-sample-mark" not in shown(make_publication())


def test_lead_of_the_region_is_named_by_the_role_mailbox():
    record = make_record(region=make_region(name="London", mailbox="l@example.org"))

    html = shown(make_publication(record=record))

    assert 'href="mailto:l@example.org"' in html


def test_documents_are_offered_with_their_kind_and_size():
    publication = make_publication()

    html = shown(publication)

    offered = re.findall(r">(PDF|PowerPoint) \((\d+\.\d)\xa0KB\)<", html)
    kept = [
        files.path_of(publication, name).stat().st_size / 1024
        for name in ("a4.pdf", "pptx.pptx")
    ]
    assert [kind for kind, _ in offered] == ["PDF", "PowerPoint"]
    assert [float(size) for _, size in offered] == [round(size, 1) for size in kept]
    assert html.count("?download=1") == 16
    assert "210 × 297 mm, for notice boards, reports, stands" in html


def test_preview_has_no_address_links_or_downloads():
    html = shown(make_publication(), preview=True, picture_url="/admin/card.png")

    assert 'src="/admin/card.png"' in html
    assert "Our librarians are the colleagues I ask first." in html
    for absent in ("/cards/", "canonical", "og:", "ld+json", "download", "/report/"):
        assert absent not in html


def test_preview_without_a_picture_has_none():
    assert "<img" not in shown(make_publication(), preview=True)


def test_page_says_who_took_the_photo_and_whose_the_logos_are():
    copy = make_endorsement_copy(
        photo=make_picture(credit="Kim Sample"), logos=(make_logo(name="Sample Fund"),)
    )

    facets = page_context(make_publication(copy=copy))["facets"]

    assert facets[-2:] == [("Partners", ["Sample Fund"]), ("Photo", ["Kim Sample"])]


def test_page_whose_picture_file_is_lost_is_still_a_page():
    picture = make_picture()
    publication = make_publication(copy=make_endorsement_copy(photo=picture))
    picture.medium.storage.delete(picture.medium.name)

    assert "Our librarians are the colleagues I ask first." in shown(publication)


def test_role_alone_is_a_name_and_no_more():
    copy = make_case_study_copy()
    copy.card["name"] = "Matron"
    del copy.card["title"]
    publication = make_publication(record=make_record(kind="casestudy"), copy=copy)

    assert '<span class="amd-quote__name">Matron</span>' in shown(publication)
