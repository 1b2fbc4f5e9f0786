"""Every form that anybody sees, answered badly: never a sentence of Django's own."""

import html
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django import forms
from django.apps import apps
from django.contrib.auth.tokens import default_token_generator
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import resolve, reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from casestudies.journey.pages import BY_SLUG
from tests.addresses import make_world
from tests.factories import make_endorsement, make_lead
from tests.test_matrix import MATRIX, WHO, Undo, path_to
from tests.walking import Form, Forms, below, djangos_own, wrong_answers

pytestmark = pytest.mark.django_db

# Each form is filled in by the first of these who may see its page.
WALKERS = ("visitor", "comms", "north_lead", "national_lead")
OURS = ("amd", "casestudies", "endorsements")


@pytest.fixture
def world(north, settings):
    settings.DEBUG = True
    call_command("load_campaign", verbosity=0)
    return make_world(north)


@pytest.fixture
def filled_in(monkeypatch):
    """Every class of a form to which something was sent."""
    classes: set[type] = set()
    clean = forms.BaseForm.full_clean

    def full_clean(form):
        clean(form)
        if form.is_bound:
            classes.update(type(form).__mro__)

    monkeypatch.setattr(forms.BaseForm, "full_clean", full_clean)
    return classes


def pages(world, north) -> Iterator[tuple[str, str]]:
    """(who, address) of each page that answers a GET, and of some in other states."""
    for name, row in MATRIX.items():
        answers = dict(zip(WHO, row.get.split(), strict=True))
        readers = [who for who in WALKERS if answers[who] == "200"]
        if readers:
            yield readers[0], path_to(name, row, world)
    link = world["my_study"]["link"]
    for slug in BY_SLUG:
        yield "visitor", reverse("casestudies:write", args=[link, slug])
    yield "visitor", new_password(make_lead(north))
    warned = make_endorsement(region=north, quote="Mrs Specimen woke.")
    yield "visitor", f"{reverse('make:page')}?design=vignette"
    for pk in (warned.pk, world["published"]["pk"]):
        yield "north_lead", reverse("admin:records_record_review", args=[pk])


def new_password(user: Any) -> str:
    """The page itself, not the link that leads to it."""
    key = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    return reverse("staff:choose_password", args=[key, token])


def taken_already(path: str) -> Iterator[dict[str, Any]]:
    """The first row of a list once more, on the page where one is added."""
    match = resolve(urlsplit(path).path)
    model, _, act = match.url_name.rpartition("_")
    if match.namespace != "admin" or act != "add":
        return
    row = apps.get_model(*model.split("_")).objects.first()
    if row:
        sent = forms.model_to_dict(row).items()
        yield {k: v for k, v in sent if v and isinstance(v, (str, int, date))}


def forms_of(person: Any, path: str) -> Iterator[tuple[str, Form]]:
    """(where it is sent, form) of each form on the page that changes something."""
    shown = person.client.get(path, follow=True)
    if shown.headers.get("Content-Type", "").startswith("text/html"):
        at = shown.request["PATH_INFO"]
        for form in Forms(shown.text).forms:
            if form.method == "post":
                yield urlsplit(urljoin(at, form.action)).path, form


def said_to(person: Any, address: str, sent: dict[str, Any]) -> str:
    """What is answered; whatever it did is taken back."""
    client = Client(raise_request_exception=False)
    # One of the forms signs out.
    client.cookies.update(person.client.cookies)
    try:
        with transaction.atomic():
            response = client.post(address, sent)
            assert response.status_code != 429, address
            raise Undo
    except Undo:
        # A file, piece by piece, says nothing.
        if response.streaming:
            return ""
        return html.unescape(response.content.decode("utf-8", "replace"))


def test_no_form_says_what_django_says(world, north, filled_in, request):
    theirs = djangos_own()

    said, seen = set(), set()
    for who, path in pages(world, north):
        person = request.getfixturevalue(who)
        for address, form in forms_of(person, path):
            kind = re.sub(r"/(my/[^/]+|\d+)(?=/)", "/…", address)
            shape = (kind, frozenset(form.asked))
            if shape in seen:
                continue
            seen.add(shape)
            for sent in (*wrong_answers(form), *taken_already(path)):
                found = theirs.findall(said_to(person, address, sent))
                said |= {f"{address}: {each}" for each in found}

    assert sorted(said) == []
    every = {f for f in below(forms.BaseForm) if f.__module__.split(".")[0] in OURS}
    assert sorted(str(form) for form in every - filled_in) == []
