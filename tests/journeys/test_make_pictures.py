"""The pictures of a local card: what is refused is said in a sentence."""

import pytest
from playwright.sync_api import expect

from tests.journeys.axe import assert_accessible
from tests.journeys.make_steps import QUOTE, said


@pytest.mark.parametrize("name", ["photo", "logo"])
def test_svg_is_refused_in_a_sentence(page, name):
    page.goto("/make/")
    page.get_by_label("Quote").fill(QUOTE)
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    file = {"name": "logo.svg", "mimeType": "image/svg+xml", "buffer": svg}
    page.locator(f"input[type=file][name={name}]").set_input_files(file)

    sentence = f"Save the {name} as a PNG and select that"
    expect(said(page)).to_contain_text(sentence)
    page.get_by_role("button", name="as PNG").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text(sentence)
    expect(page.get_by_label("Quote")).to_have_value(QUOTE)
    assert_accessible(page)


def test_photo_that_is_too_large_is_said_before_it_is_sent(page, tmp_path):
    page.goto("/make/")
    page.get_by_label("Quote").fill(QUOTE)
    expect(said(page)).to_have_text("Preview updated")
    large = tmp_path / "photo.jpg"
    large.write_bytes(b"\xff\xd8\xff" + b"x" * (40 * 1024 * 1024))
    page.locator("input[type=file][name=photo]").set_input_files(large)

    expect(said(page)).to_have_text(
        "The photo must be smaller than 15MB (this one is 40.1MB)"
    )
