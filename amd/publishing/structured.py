"""A publication for search engines: schema.org as JSON-LD, data that runs nothing."""

import json
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from amd.records.models import Kind

from .addresses import absolute
from .cards import CREDIT
from .models import Publication

# What could end the script element or start another inside it.
ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})
UNNAMED = "A library user"


def structured_data(
    publication: Publication, canonical: str, context: dict[str, Any]
) -> SafeString:
    """The JSON of a Quotation or an Article, safe inside a script element."""
    is_endorsement = publication.kind == Kind.ENDORSEMENT
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Quotation" if is_endorsement else "Article",
        "url": canonical,
        "inLanguage": "en-GB",
        "identifier": publication.shown_reference,
        "datePublished": localdate(publication.published_at).isoformat(),
        "expires": publication.ends_on.isoformat(),
        "copyrightNotice": CREDIT,
        "publisher": _publisher(),
        **(_quotation(context) if is_endorsement else _article(context)),
    }
    labels = [label for terms in publication.facets.values() for _, label in terms]
    if labels:
        data["keywords"] = labels
    if context["downloads"]:
        data["image"] = absolute(context["picture"].url)
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return SafeString(text)


def _publisher() -> dict[str, Any]:
    """Who answers for the site, else the campaign that it is of."""
    name = settings.SITE_OWNER["organisation"] or settings.SITE_NAME
    return {"@type": "Organization", "name": name, "url": absolute("/")}


def _quotation(context: dict[str, Any]) -> dict[str, Any]:
    paragraphs = [
        text
        for section in context["sections"]
        if section.is_quote
        for text in section.paragraphs
    ]
    return {"text": "\n".join(paragraphs), "creator": _person(context["card"])}


def _article(context: dict[str, Any]) -> dict[str, Any]:
    publication = context["publication"]
    article = {
        "headline": context["heading"],
        "description": context["description"],
        "articleBody": "\n\n".join(
            "\n".join(section.paragraphs)
            for section in context["sections"]
            if not section.is_quote
        ),
        "author": {
            "@type": "Organization",
            "name": context["card"].get("service") or publication.organisation_name,
        },
    }
    if any(section.is_quote for section in context["sections"]):
        article["hasPart"] = {"@type": "Quotation", **_quotation(context)}
    return article


def _person(card: dict[str, str]) -> dict[str, Any]:
    person: dict[str, Any] = {"@type": "Person", "name": card.get("name", UNNAMED)}
    if card.get("title"):
        person["jobTitle"] = card["title"]
    if card.get("organisation"):
        person["affiliation"] = {
            "@type": "Organization",
            "name": card["organisation"],
        }
    return person
