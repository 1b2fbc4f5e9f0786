"""What a champion types into the form at /endorse/."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from amd.web.models import Throttle
from amd.web.watched import stamp
from endorsements.confirming import confirmation_link
from endorsements.models import Endorsement
from tests.amd.pictures.files import saved

# One page: it is opened once, and sent as often as somebody clicks.
SHOWN_AT = stamp()
NEEDED = ["website", "name", "title"]


def answers(**overrides):
    return {
        "quote": "Evidence makes every decision safer.",
        "extract": "",
        "name": "Dr Sample Person",
        "title": "Medical Director",
        "organisation_name": "Sampleshire NHS Trust",
        "region": "",
        "photo_alt": "",
        "photo_credit": "",
        "author_email": "champion@example.org",
        "capacity": "personally",
        "uses": NEEDED,
        "form_key": "5f3a4d1e-6c0e-4f13-9a3c-0f3b5bb5b9e1",
        "shown_at": SHOWN_AT,
        **overrides,
    }


def photo(data=None, name="photo.jpg"):
    data = saved() if data is None else data
    return SimpleUploadedFile(name, data, content_type="image/jpeg")


def exhaust_throttle():
    """As if everybody who asked so far had asked as often as anybody may."""
    Throttle.objects.update(calls=10_000)


def confirm_address(endorsement):
    """The page that the mail leads to."""
    return reverse("endorsements:confirm", args=[confirmation_link(endorsement)])


def send_confirmed(client, **overrides):
    """Offered at /endorse/ and confirmed by the mailed link."""
    client.post("/endorse/", answers(**overrides))
    endorsement = Endorsement.objects.latest("pk")
    client.post(confirm_address(endorsement), {"version": endorsement.version})
    return Endorsement.objects.get(pk=endorsement.pk)
