"""Times the public pages over many publications: python -m tests.bench_gallery

On the database of DATABASE_URL, which is made anew: tests/pgserver.py for PostgreSQL.
Milliseconds are of this machine; ratios to a page without rows travel.
"""

import os
import statistics
import tempfile
import time
from dataclasses import dataclass

ROUNDS = int(os.environ.get("ROUNDS", "40"))
SIZES = [int(n) for n in os.environ.get("PUBLICATIONS", "10000,100000").split(",")]
GOAL_MS, GOAL_AT = 50, 10_000
FACETS_TO_LIST = 2


@dataclass(frozen=True)
class Page:
    """What is asked for; `{…}` is filled with words and references that exist."""

    name: str
    address: str


PAGES = (
    Page("bare page", "/cookies/"),
    Page("first page", "/gallery/"),
    Page("three facets", "/gallery/?kind=case-studies&region=london&figure=yes"),
    Page("rare word", "/gallery/?words={rare}"),
    Page("two words", "/gallery/?words={common}+{middling}"),
    Page("commonest word", "/gallery/?words={common}"),
    Page("prefix", "/gallery/?words={prefix}"),
    Page("record page", "{record}"),
    Page("API page", "/api/v1/publications/"),
    Page("home", "/"),
)


@dataclass(frozen=True)
class Timed:
    median: float
    p95: float
    queries: int


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amd.settings")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VAR_DIR"] = folder
        import django  # noqa: PLC0415  # settings read the folder

        django.setup()
        measure()


def measure() -> None:
    from django.core.management import call_command  # noqa: PLC0415  # after setup
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import setup_test_environment  # noqa: PLC0415

    # As in production: with DEBUG every query is kept and timed.
    setup_test_environment(debug=False)
    call_command("migrate", verbosity=0)
    call_command("load_campaign", verbosity=0)
    print(f"\n{connection.vendor}, median of {ROUNDS}, ms")
    there, by_size = 0, {}
    for size in SIZES:
        load(size - there, seed=size)
        there = size
        by_size[size] = timed_pages()
    show(by_size)


def load(publications: int, *, seed: int) -> None:
    """Made-up records are refused where DEBUG is off; the queries are not kept."""
    from django.core.management import call_command  # noqa: PLC0415  # after setup
    from django.db import reset_queries  # noqa: PLC0415
    from django.test import override_settings  # noqa: PLC0415

    with override_settings(DEBUG=True):
        call_command("load_scale", publications=publications, seed=seed, verbosity=0)
    reset_queries()


def timed_pages() -> dict[str, Timed]:
    """Every page in turn, again and again, so that noise falls on all alike."""
    from django.db import connection  # noqa: PLC0415  # after setup
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    client, words = Client(), words_there()
    asked = {page.name: page.address.format(**words) for page in PAGES}
    queries = {}
    for name, address in asked.items():
        with CaptureQueriesContext(connection) as captured:
            response = client.get(address)
        assert response.status_code == 200, (name, address, response.status_code)
        queries[name] = len(captured)
    etag = client.get("/gallery/").headers["ETag"]
    took: dict[str, list[float]] = {name: [] for name in (*asked, "gallery, 304")}
    for _ in range(ROUNDS):
        for name, address in asked.items():
            took[name].append(_ms(lambda a=address: client.get(a)))
        again = {"HTTP_IF_NONE_MATCH": etag}
        took["gallery, 304"].append(_ms(lambda h=again: client.get("/gallery/", **h)))
    queries["gallery, 304"] = 1
    return {name: _timed(each, queries[name]) for name, each in took.items()}


def words_there() -> dict[str, str]:
    """A rare word, common ones and a prefix of what was loaded, and one record."""
    from amd.management.scale.words import vocabulary  # noqa: PLC0415  # after setup
    from amd.publishing.models import Publication  # noqa: PLC0415

    known = [word for word in vocabulary() if len(word) > 4]
    newest = Publication.objects.live().newest_first().first()
    return {
        "common": known[0],
        "middling": known[20],
        "rare": known[-100],
        "prefix": known[40][:4],
        "record": newest.get_absolute_url(),
    }


def _ms(act) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def _timed(took: list[float], queries: int) -> Timed:
    return Timed(statistics.median(took), statistics.quantiles(took, n=20)[-1], queries)


def show(by_size: dict[int, dict[str, Timed]]) -> None:
    first, last = SIZES[0], SIZES[-1]
    head = "".join(f"{size:>12,}{'95 %':>9}{'x bare':>8}" for size in SIZES)
    print(f"{'':<16}{head}{'growth':>8}{'queries':>9}")
    for name, at_first in by_size[first].items():
        cells = ""
        for size in SIZES:
            timed, bare = by_size[size][name], by_size[size]["bare page"]
            ratio = timed.median / bare.median
            cells += f"{timed.median:>12.1f}{timed.p95:>9.1f}{ratio:>8.1f}"
        growth = by_size[last][name].median / at_first.median
        print(f"{name:<16}{cells}{growth:>8.1f}{at_first.queries:>9}")
    for name, at_first in by_size[first].items():
        assert by_size[last][name].queries == at_first.queries, name
    slow = [n for n, t in by_size.get(GOAL_AT, {}).items() if t.p95 > GOAL_MS]
    print(f"over {GOAL_MS} ms at {GOAL_AT:,} (95 %): {', '.join(slow) or 'none'}")
    lists = by_size[first]
    ratio = lists["three facets"].median / lists["first page"].median
    print(f"three facets are {ratio:.2f} of the plain list: goal {FACETS_TO_LIST}")


if __name__ == "__main__":
    main()
