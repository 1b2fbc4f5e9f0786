"""Every form of a page as a browser would send it, and what Django itself would say of it."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from django import forms
from django.contrib.auth.forms import (
    AuthenticationForm,
    PasswordChangeForm,
    SetPasswordForm,
)
from django.contrib.auth.password_validation import get_default_password_validators
from django.core import validators
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models

NUMBER = 987_654
NO_ANSWER = ("submit", "button", "image", "reset")
CHOICES = ("checkbox", "radio", "select")


class Form:
    """One form: where it is sent, and name → [kind, values] of what it asks."""

    def __init__(self, given: dict[str, str]) -> None:
        self.action = given.get("action") or ""
        self.method = (given.get("method") or "get").lower()
        self.asked: dict[str, tuple[str, list[str]]] = {}
        self.buttons: list[tuple[str, str]] = []

    def ask(self, name: str, kind: str, value: str | None) -> None:
        _, values = self.asked.setdefault(name, (kind, []))
        if value is not None:
            values.append(value)


class Forms(HTMLParser):
    """The forms of a page, with what stands in them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.open: Form | None = None
        self.select = self.prose = ""
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.open = Form(given)
            self.forms.append(self.open)
        name = given.get("name", "")
        if self.open is None or (not name and tag != "option"):
            return
        kind = given.get("type", "text").lower()
        if tag == "button" or (tag == "input" and kind in NO_ANSWER):
            self.open.buttons.append((name, given.get("value", "")))
        elif tag == "input" and kind in ("checkbox", "radio"):
            chosen = given.get("value", "on") if "checked" in given else None
            self.open.ask(name, kind, chosen)
        elif tag == "input":
            kind = "number" if "inputmode" in given else kind
            self.open.ask(name, kind, given.get("value", ""))
        elif tag == "select":
            self.select = name
            self.open.ask(name, "select", None)
        elif tag == "option" and self.select and "selected" in given:
            self.open.ask(self.select, "select", given.get("value", ""))
        elif tag == "textarea":
            self.prose, self.text = name, ""

    def handle_data(self, data: str) -> None:
        if self.prose:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.open is not None:
            self.open.ask(self.prose, "textarea", self.text)
            self.prose = ""
        elif tag == "select":
            self.select = ""
        elif tag == "form":
            self.open = None


def as_it_is(form: Form) -> dict[str, Any]:
    """What a browser sends where nothing is touched."""
    return {
        name: values
        for name, (kind, values) in form.asked.items()
        if values and kind != "file" and name != "csrfmiddlewaretoken"
    }


def wrong_answers(form: Form) -> Iterator[dict[str, Any]]:
    """What is sent when every question of the form is answered badly, in several ways."""
    yield {}
    hidden = {n: v for n, v in as_it_is(form).items() if form.asked[n][0] == "hidden"}
    asked = {n: k for n, (k, _) in form.asked.items() if k not in ("hidden", "file")}
    yield {**hidden, **dict.fromkeys(asked, "")}
    yield {**hidden, **dict.fromkeys(asked, "x")}
    # With what is chosen from lists as it was, so that the words are read.
    words = [name for name, kind in asked.items() if kind not in CHOICES]
    for typed, number in (("x" * 5000, "9999999"), ("a\x00b", "-1")):
        wrong = {n: number if asked[n] == "number" else typed for n in words}
        yield {**as_it_is(form), **wrong}
    yield {**as_it_is(form), **dict.fromkeys(hidden, "x")}
    for name, value in form.buttons:
        if name:
            yield {**as_it_is(form), **dict.fromkeys(words, "x"), name: value}
    files = [name for name, (kind, _) in form.asked.items() if kind == "file"]
    for data in (b"", b"%PDF-1.4") if files else ():
        sent = {name: SimpleUploadedFile("ward.jpg", data) for name in files}
        yield {**as_it_is(form), **sent}


def djangos_own() -> re.Pattern[str]:
    """Every sentence that Django would say of a wrong answer; its gaps may hold anything."""
    sentences: set[str] = set()
    for base in (forms.Field, models.Field, forms.BaseFormSet):
        for kind in (base, *below(base)):
            if kind.__module__.startswith("django."):
                own = getattr(kind, "default_error_messages", {})
                sentences |= {plain(each) for each in own.values()}
    for kind in vars(validators).values():
        sentences.add(plain(getattr(kind, "message", "")))
    for form in (AuthenticationForm, PasswordChangeForm, SetPasswordForm):
        sentences |= {plain(each) for each in form.error_messages.values()}
    for password in get_default_password_validators():
        sentences.add(plain(password.get_error_message()))
    sentences |= {
        "Please correct the duplicate data",
        "Constraint “987654” is violated",
    }
    sentences -= {"", "987654"}
    gaps = (re.escape(each.strip(f" {NUMBER}")) for each in sentences)
    return re.compile("|".join(each.replace(str(NUMBER), ".{1,99}?") for each in gaps))


def below(kind: type) -> Iterator[type]:
    for each in kind.__subclasses__():
        yield each
        yield from below(each)


class Gaps(dict[str, int]):
    def __missing__(self, name: str) -> int:
        return NUMBER


def plain(message: Any) -> str:
    """A lazy one, too, and one of those that depend on a number."""
    try:
        return str(message % Gaps())
    except (TypeError, ValueError):
        return str(message)
