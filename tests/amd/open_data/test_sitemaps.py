"""What crawlers are told, read by the parsers that they use."""

import pytest
from django.db import OperationalError, connection
from django.utils import timezone
from protego import Protego
from usp.tree import sitemap_tree_for_homepage
from usp.web_client.abstract_client import (
    AbstractWebClient,
    AbstractWebClientSuccessResponse,
    WebClientErrorResponse,
)

from amd.campaign.loading import load_campaign
from amd.open_data.sitemaps import IN_A_FILE
from amd.publishing.models import Publication
from tests.factories import make_publication, make_record

pytestmark = pytest.mark.django_db


class Fetched(AbstractWebClientSuccessResponse):
    def __init__(self, url, answer):
        self._url, self._answer = url, answer

    def status_code(self):
        return self._answer.status_code

    def status_message(self):
        return self._answer.reason_phrase

    def header(self, case_insensitive_name):
        return self._answer.get(case_insensitive_name)

    def raw_data(self):
        return self._answer.content

    def url(self):
        return self._url


class Crawler(AbstractWebClient):
    """Asks the site, and nobody else; keeps what it asked."""

    def __init__(self, client, home):
        self.client, self.home, self.asked = client, home, []

    def set_max_response_data_length(self, max_response_data_length):
        pass

    def get(self, url):
        assert url.startswith(self.home)
        path = url.removeprefix(self.home)
        self.asked.append(path)
        answer = self.client.get(path)
        if answer.status_code != 200:
            return WebClientErrorResponse(answer.reason_phrase, retryable=False)
        return Fetched(url, answer)


@pytest.fixture
def crawler(client, settings):
    return Crawler(client, settings.SITE_ADDRESS)


def crawled(crawler):
    """The path of every page, found from robots.txt on, with its last change."""
    tree = sitemap_tree_for_homepage(
        crawler.home, web_client=crawler, use_known_paths=False
    )
    return {
        page.url.removeprefix(crawler.home): page.last_modified
        for page in tree.all_pages()
    }


def test_a_crawler_finds_every_page_and_each_answers(
    crawler, client, endorsement, case_study
):
    load_campaign()

    found = crawled(crawler)

    assert crawler.asked[:3] == ["/robots.txt", "/sitemap.xml", "/sitemap-pages.xml"]
    assert found[endorsement.get_absolute_url()].date() == (
        timezone.localdate(endorsement.published_at)
    )
    assert {case_study.get_absolute_url(), "/", "/gallery/"} <= set(found)
    assert "/resources/making-good-cards/" in found
    assert {client.get(path).status_code for path in found} == {200}


def test_what_ceased_to_be_public_is_in_no_file(
    crawler, endorsement, withdrawn, taken_down
):
    records = [path for path in crawled(crawler) if path.startswith("/endorsements/")]

    assert records == [endorsement.get_absolute_url()]


def test_records_are_spread_over_files_that_stay(crawler, client):
    first = make_publication(pk=IN_A_FILE - 1)
    second = make_publication(pk=IN_A_FILE)
    make_publication(pk=3 * IN_A_FILE)
    files = ["/sitemap-0.xml", "/sitemap-1.xml", "/sitemap-3.xml"]

    found = crawled(crawler)

    assert crawler.asked[3:] == files
    assert {first.get_absolute_url(), second.get_absolute_url()} <= set(found)
    assert second.get_absolute_url() in client.get(files[1]).text
    assert first.get_absolute_url() not in client.get(files[1]).text


def test_each_file_is_one_query_whatever_it_holds(client, django_assert_num_queries):
    start = make_publication().pk // IN_A_FILE
    make_publication(record=make_record(kind="casestudy"))
    for path in ("/sitemap.xml", "/sitemap-pages.xml", f"/sitemap-{start}.xml"):
        with django_assert_num_queries(2):
            assert client.get(path).status_code == 200


@pytest.mark.parametrize("number", ["7", "999999999", "9999999999999999999", "x"])
def test_a_file_that_is_none_is_not_found(client, number):
    assert Publication.objects.count() == 0
    assert client.get(f"/sitemap-{number}.xml").status_code == 404


def test_crawlers_read_records_and_leave_alone_what_is_not_for_them(client, settings):
    answer = client.get("/robots.txt")
    rules = Protego.parse(answer.text)

    def may(path):
        return rules.can_fetch(settings.SITE_ADDRESS + path, "a crawler")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert all(map(may, ("/", "/gallery/", "/endorsements/7f3k-2q/", "/cards/a/b.png")))
    for path in ("/admin/", "/my/x/", "/sign-off/x/", "/staff/", "/gallery/?page=2"):
        assert not may(path), path
    assert list(rules.sitemaps) == [f"{settings.SITE_ADDRESS}/sitemap.xml"]


def lose_the_database(execute, sql, params, many, context):
    raise OperationalError("server closed the connection unexpectedly")


def test_robots_are_answered_without_a_database(client):
    with connection.execute_wrapper(lose_the_database):
        assert client.get("/robots.txt").status_code == 200
