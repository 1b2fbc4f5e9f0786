import logging

import pytest
from django.core.management import call_command
from django.urls import reverse

from amd.web.logs import PrivateFormatter
from tests.addresses import make_world
from tests.factories import make_region
from tests.test_matrix import MATRIX


def logged(message, *args):
    record = logging.LogRecord("any", logging.WARNING, "", 0, message, args, None)
    return PrivateFormatter().format(record)


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/my/7F3K2Q.1.c2lnbmVk/", "/my/[link]/"),
        ("/my/7F3K2Q.1.c2lnbmVk/endorsement/", "/my/[link]/endorsement/"),
        ("/sign-off/12.345.c2lnbmVk/", "/sign-off/[link]/"),
        (
            "/sign-off/12.345.c2lnbmVk/card/square.png",
            "/sign-off/[link]/card/square.png",
        ),
        ("/my/7F3K2Q.1.c2lnbmVk/withdraw/", "/my/[link]/withdraw/"),
        ("/pictures/MTI.c2ln/", "/pictures/[link]/"),
        ("/staff/reset/MQ/dihdea-f8b4b61c/", "/staff/reset/MQ/[link]/"),
    ],
)
def test_log_line_names_no_private_link(path, kept):
    assert logged("Not Found: %s", path) == f"Not Found: {kept}"


@pytest.mark.django_db
def test_no_address_with_a_secret_in_it_is_logged():
    call_command("load_campaign", verbosity=0)
    world = make_world(make_region())
    secrets = {"link", "value", "token"}

    for name, row in MATRIX.items():
        values = world.get(row.object, {})
        for part in secrets & set(values):
            assert str(values[part]) not in logged(reverse(name, kwargs=values)), name


def test_log_line_names_no_person():
    assert logged('"GET /?q=sam.sample@nhs.net"') == '"GET /?q=[email]"'


def test_names_of_two_people_in_one_word_are_both_cut():
    line = logged("?a=sam@b@nhs.net,kit@nhs.net")

    assert line == "?a=sam@[email],[email]"


def test_line_of_one_endless_word_is_read_once():
    word = "x" * 1_000_000

    assert logged(word) == word


def test_ordinary_log_line_is_left_alone():
    assert logged("%s of %d", "3", 4) == "3 of 4"


def test_traceback_names_no_person():
    try:
        raise ValueError("Key (email)=(sam.sample@nhs.net) already exists")
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
    record = logging.LogRecord("any", logging.ERROR, "", 0, "Failed", (), info)

    line = PrivateFormatter().format(record)

    assert "already exists" in line
    assert "sam.sample" not in line
