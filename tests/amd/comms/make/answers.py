"""What somebody sends who makes a card: words, pictures, the button that was pressed."""

import io
import re

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from tests.amd.pictures.files import drawn, saved

QUOTE = "When a decision has to be right, I ask our librarians first."
SOCIAL = {
    "design": "social_card",
    "quote": QUOTE,
    "name": "Dr Sample Person",
    "title": "Medical Director",
    "organisation": "Sampleshire NHS Trust",
}
STORY = {
    "design": "vignette",
    "headline": "Ward equipment chosen on evidence saves a trust £120,000 a year",
    "figure": "£120,000",
    "figure_basis": "saved a year on pumps, measured",
    "body": "The group could not tell which pump was safest. The librarian could.",
}


def photo(size=(900, 1200), name="photo.jpg"):
    return SimpleUploadedFile(name, saved(drawn(size)), "image/jpeg")


def logo(size=(600, 200), ink="#006633"):
    image = Image.new("RGB", size, "white")
    inside = (size[0] // 20, size[1] // 20, size[0] * 19 // 20, size[1] * 19 // 20)
    ImageDraw.Draw(image).rectangle(inside, fill=ink)
    return SimpleUploadedFile("logo.png", saved(image, "PNG"), "image/png")


def kept(html, name):
    """The signed picture that the page holds."""
    found = re.search(rf'name="{name}_kept" value="([^"]*)"', html)
    return found[1]


def sent(client, answers=SOCIAL, **more):
    return client.post("/make/", {**answers, **more})


def typed(client, answers=SOCIAL, **more):
    """What the script of the page gets to show."""
    return client.post("/make/preview/", {**answers, **more})


def opened(data):
    return Image.open(io.BytesIO(data))
