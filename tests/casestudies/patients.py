"""What a contributor sends where words may tell who a patient is."""

import re

from amd.moderation.links import my_link
from casestudies.models import CaseStudy

MRS = "It was late. Mrs Specimen could not sleep on the ward."
NUMBER = "Her NHS number 943 476 5919 was on the form."
MAY_STAY = "Mrs Specimen is our matron"


def address(slug="challenge", then=""):
    link = my_link(CaseStudy.objects.get())
    return f"/my/{link}/write/{slug}/patient-details/{then}"


def write(client, slug="challenge", then="", **typed):
    link = my_link(CaseStudy.objects.get())
    return client.post(f"/my/{link}/write/{slug}/{then}", typed)


def keys_on(client, slug="challenge"):
    return re.findall(r'name="findings" value="(\w+)"', client.get(address(slug)).text)


def answer(client, slug="challenge", reason=MAY_STAY, then="", keys=None):
    findings = keys_on(client, slug) if keys is None else keys
    return client.post(address(slug, then), {"reason": reason, "findings": findings})
