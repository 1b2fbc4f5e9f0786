"""What a lead and an author do about a story that is sent back."""

from amd.moderation import moves
from amd.moderation.links import my_link
from casestudies.models import CaseStudy

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


def address(end=""):
    return f"/my/{my_link(now())}/write/{end}"


def check(client):
    return client.get(address("check/"))


def send_again(client, **changed):
    agreed = {"uses": ["website", "social"], "no_patient_identifiable": "on"}
    typed = {**agreed, "version": now().version, **changed}
    return client.post(address("check/"), typed)
