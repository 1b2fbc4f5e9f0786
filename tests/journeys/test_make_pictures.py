"""The pictures of a local card: refused in a sentence, and never another than chosen."""

import pytest
from playwright.sync_api import expect

from amd.comms.make import held
from tests.amd.comms.make.answers import photo
from tests.journeys.axe import assert_accessible
from tests.journeys.make_steps import QUOTE, choose, said

# A tall photo is made small until a second file has been chosen.
SLOW_FIRST = """
const toBlob = HTMLCanvasElement.prototype.toBlob;
let letGo;
const chosenAnother = new Promise((done) => { letGo = done; });
HTMLCanvasElement.prototype.toBlob = function (done, ...more) {
  const late = async (blob) => {
    window.hasBegun = true;
    await chosenAnother;
    done(blob);
  };
  toBlob.call(this, this.height > this.width ? late : done, ...more);
};
window.addEventListener("change", ({ target }) => {
  if (target.files?.[0]?.name === "second.jpg") letGo();
});
"""


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


def test_another_photo_chosen_while_the_first_is_made_small_is_the_one(page):
    page.add_init_script(SLOW_FIRST)
    page.goto("/make/")
    choose(page, "photo", photo((900, 1200), "first.jpg"))
    page.wait_for_function("() => window.hasBegun")

    choose(page, "photo", photo((1200, 900), "second.jpg"))

    kept = page.locator("input[name=photo_kept]")
    expect(kept).not_to_have_value("")
    width, height = held.read(kept.input_value(), "photo").size
    assert width > height
