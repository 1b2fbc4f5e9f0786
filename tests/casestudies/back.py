"""What a lead and an author do about a story that is sent back."""

from amd.moderation import moves
from casestudies.models import CaseStudy
from tests.casestudies.journey import address

NOTE = "Nearly there."


def now():
    return CaseStudy.objects.get()


def ask(lead, **comments):
    """Sent back with a note and these comments by question."""
    story = now()
    moves.send_back(
        story, by=lead, seen_version=story.version, note=NOTE, comments=comments
    )
    return now()


def check(client):
    return client.get(address("check/"))


def send_again(client, **changed):
    agreed = {"uses": ["website", "social"], "no_patient_identifiable": "on"}
    typed = {**agreed, "version": now().version, **changed}
    return client.post(address("check/"), typed)
