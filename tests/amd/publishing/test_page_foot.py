"""Below a record: what to post with its card, and how to cite it."""

import re

import pytest

from tests.amd.publishing.test_page import meta, shown
from tests.factories import make_publication, make_record

pytestmark = pytest.mark.django_db


def test_each_network_has_its_text_and_a_button_that_copies_it():
    html = shown(make_publication())

    for key, name in (("x", "X"), ("linkedin", "LinkedIn"), ("bluesky", "Bluesky")):
        text = re.search(
            rf'<p class="amd-copy__text" id="post-{key}">(.*?)</p>', html, re.S
        )
        assert text[1].startswith("“Our librarians are the colleagues I ask first.”")
        assert f'hidden data-copy="post-{key}"' in html
        assert f'data-copied="Post text for {name} copied"' in html
    assert "152 of 280 characters" in html


def test_page_says_how_to_cite_it():
    html = shown(make_publication(record=make_record(reference="7F3K2Q")))

    assert re.search(
        r'id="citation">Dr Sample Person \(\d{4}\) Endorsement 7F3K-2Q', html
    )
    assert 'data-copy="citation"' in html
    assert meta(html)["citation_author"] == "Dr Sample Person"
