"""What the stories of making a card share."""

import re

from playwright.sync_api import expect

QUOTE = "When a decision has to be right, I ask our librarians first."


def choose(page, name, upload):
    # The NHS script gives the input's own id to its button.
    file = {
        "name": upload.name,
        "mimeType": upload.content_type,
        "buffer": upload.read(),
    }
    page.locator(f"input[type=file][name={name}]").set_input_files(file)


def say(page, words):
    for label, text in words.items():
        page.get_by_label(re.compile(f"^{label}")).first.fill(text)


def say_who(page):
    say(
        page,
        {
            "Quote": QUOTE,
            "Full name": "Dr Sample Person",
            "Job title": "Medical Director",
            "Organisation": "Sampleshire NHS Trust",
        },
    )


def said(page):
    return page.locator("#card").get_by_role("status")


def pixels(page):
    canvas = page.locator("#card canvas")
    expect(canvas).to_be_visible()
    return canvas.evaluate("canvas => canvas.toDataURL()")


def wait_for_another(page, before):
    page.wait_for_function(
        "before => document.querySelector('#card canvas').toDataURL() !== before",
        arg=before,
    )
