import re

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_page_leads_to_everything_there_is(client):
    page = client.get("/open-data/").text

    links = re.findall(r'href="(/(?:feeds|api)/[^"]*)"', page)

    assert len(set(links)) == 7
    for link in links:
        assert client.get(link.replace("&amp;", "&")).status_code == 200, link


def test_first_page_of_the_api_leads_to_it(client):
    answer = client.get("/api/v1/")

    assert answer.status_code == 302
    assert answer["Location"] == reverse("open_data:about")
