"""README.html of an unzipped pack: read and copied from with no site and no network."""

from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from amd.publishing.packs.giving import path_of
from amd.records.models import Kind
from tests.amd.publishing.packs.steps import made_pack
from tests.factories import make_case_study_copy, make_publication, make_record
from tests.journeys.axe import broken_rules, sideways_scroll


@pytest.fixture
def readme(tmp_path):
    """Of a pack with both kinds, words that run from right to left, and one left out."""
    story = make_publication(
        record=make_record(kind=Kind.CASE_STUDY),
        copy=make_case_study_copy(headline="دراسة عن أثر المكتبة في المستشفى"),
    )
    kept = make_publication(uses=["website"])
    pack = made_pack(
        make_publication(), story, kept, formats=["landscape", "square", "a4"]
    )
    with ZipFile(path_of(pack)) as archive:
        archive.extractall(tmp_path / "unzipped")
    return tmp_path / "unzipped" / "README.html"


def test_readme_is_for_everybody(page, readme):
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(readme.as_uri())

    assert broken_rules(page) == []
    assert sideways_scroll(page) == []
    assert {urlsplit(url).scheme for url in asked} == {"file"}
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "2 records, ready to share"
    )


def test_every_picture_and_every_link_in_it_is_there(page, readme):
    page.goto(readme.as_uri())

    for picture in page.locator("img").all():
        picture.scroll_into_view_if_needed()
        page.wait_for_function(
            "each => each.naturalWidth > 0", arg=picture.element_handle()
        )
    paths = [
        Path(unquote(urlsplit(address).path))
        for address in page.locator("a").evaluate_all("all => all.map(a => a.href)")
        if address.startswith("file:") and "#" not in address
    ]
    # Each record: a picture to open, two formats as PNG and JPEG, a page; the manifest.
    assert len(paths) == 2 * (1 + 4 + 1) + 1
    assert [path for path in paths if not path.is_file()] == []


def test_words_are_copied_and_it_is_said(page, readme):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(readme.as_uri())
    article = page.locator("article").first

    article.get_by_role("button", name="Copy post for Bluesky").click()

    expect(page.get_by_role("status")).to_have_text("Copied: post")
    folder = sorted(readme.parent.glob("01-*"))[0]
    wanted = (folder / "posts" / "bluesky.txt").read_text()
    assert page.evaluate("navigator.clipboard.readText()") == wanted


def test_without_scripts_no_button_promises_to_copy(page_without_scripts, readme):
    page_without_scripts.goto(readme.as_uri())

    expect(page_without_scripts.get_by_role("button")).to_have_count(0)
    expect(page_without_scripts.get_by_text("Text to post").first).to_be_visible()
