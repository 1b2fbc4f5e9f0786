"""What was asked, put to the database that is there: FTS5 or tsvector."""

import json
from typing import Any

from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql.compiler import SQLCompiler

from .places import Places
from .search import Asked, Part

Sql = tuple[str, list[str | int]]
# Best matches are found among so many, those with a word in the title first.
RANKED = 500

HITS = {
    "sqlite": (
        "SELECT group_concat(rowid, ' ') FROM publishing_search "
        "WHERE publishing_search MATCH %s"
    ),
    "postgresql": (
        "SELECT array_to_string(publishing_places(to_tsquery('simple', %s)), ' ')"
    ),
}
TITLED = {
    "sqlite": HITS["sqlite"],
    "postgresql": HITS["postgresql"].replace("_places", "_titled_places"),
}
BEST = {
    "sqlite": (
        "SELECT rowid FROM publishing_search WHERE publishing_search MATCH %s "
        "AND +rowid IN (SELECT value FROM json_each(%s)) "
        "ORDER BY bm25(publishing_search, 10.0, 1.0, 0.5), rowid DESC"
    ),
    "postgresql": (
        "SELECT place FROM publishing_indexed WHERE place = ANY(%s::int[]) "
        "ORDER BY ts_rank('{0.1, 0.1, 0.1, 1.0}', found_by, "
        "to_tsquery('simple', %s), 1) DESC, place DESC"
    ),
}
IS_FOUND = {
    "sqlite": (
        "IN (SELECT publication_id FROM publishing_search JOIN publishing_indexed "
        "ON place = publishing_search.rowid WHERE publishing_search MATCH %s)"
    ),
    # As an array it is found once and first; otherwise every row might be tested.
    "postgresql": (
        "= ANY(ARRAY(SELECT publication_id FROM publishing_indexed "
        "WHERE place = ANY(publishing_places(to_tsquery('simple', %s)))))"
    ),
}
# PostgreSQL takes the newest copies by an index only where it knows how many there are;
# SQLite does so in any case, and counts them by an index only where it does not know.
OF_THE_INDEX = ("indexed", "indexedterm", "facetmap")
COUNTED = {"sqlite": OF_THE_INDEX, "postgresql": ("publication", *OF_THE_INDEX)}


class Says(models.Func):
    """Whether the publication with this key has the words: for `filter`."""

    output_field = models.BooleanField()

    def __init__(self, key: Any, asked: Asked) -> None:
        super().__init__(key)
        self.asked = asked

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **extra: Any) -> Sql:
        return self._as(compiler, "sqlite")

    def as_postgresql(
        self, compiler: SQLCompiler, connection: Any, **extra: Any
    ) -> Sql:
        return self._as(compiler, "postgresql")

    def _as(self, compiler: SQLCompiler, vendor: str) -> Sql:
        key, given = compiler.compile(self.source_expressions[0])
        # A key with a plus is no way in: the newest come first, and soon are enough.
        key = f"+{key}" if vendor == "sqlite" else key
        return f"{key} {IS_FOUND[vendor]}", [*given, query_text(self.asked, vendor)]


def hits(asked: Asked) -> Places:
    """Where the words are. One query."""
    vendor = connection.vendor
    return _places(HITS[vendor], query_text(asked, vendor))


def titled(asked: Asked) -> Places:
    """Where they are in a title. One query."""
    vendor = connection.vendor
    query = query_text(asked, vendor)
    of_title = f"{{title}} : ({query})" if query and vendor == "sqlite" else query
    return _places(TITLED[vendor], of_title)


def _places(sql: str, query: str) -> Places:
    """As one text: a row for each would take far longer to fetch."""
    if not query:
        return Places()
    with connection.cursor() as cursor:
        cursor.execute(sql, [query])
        (joined,) = cursor.fetchone()
    return Places.of(map(int, joined.split())) if joined else Places()


def best_first(asked: Asked, found: Places, titled: Places) -> list[int]:
    """The first places of `found`, by how well they match. One query."""
    candidates = (found & titled).newest(0, RANKED)
    candidates += (found - titled).newest(0, RANKED - len(candidates))
    if not candidates:
        return []
    vendor = connection.vendor
    query = query_text(asked, vendor)
    given: list[Any] = [query, json.dumps(candidates)]
    if vendor == "postgresql":
        given = [candidates, query]
    with connection.cursor() as cursor:
        cursor.execute(BEST[vendor], given)
        return [place for (place,) in cursor.fetchall()]


def query_text(asked: Asked, vendor: str) -> str:
    """In the language of the database; whatever was typed is a quoted word in it."""
    if vendor == "sqlite":
        return " AND ".join(_in_fts(part) for part in asked.parts)
    return " & ".join(_in_tsquery(part) for part in asked.parts)


def settle(connection: BaseDatabaseWrapper) -> None:
    """After very many rows at once: what the database would otherwise do bit by bit."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "INSERT INTO publishing_search(publishing_search) VALUES('optimize')"
            )
        for model in COUNTED[connection.vendor]:
            cursor.execute(f"ANALYZE publishing_{model}")


def _in_fts(part: Part) -> str:
    together = f'{{title words}} : "{" ".join(part.stems)}"'
    return f'({together} OR "{part.prefix}"*)' if part.prefix else f"({together})"


def _in_tsquery(part: Part) -> str:
    together = " <-> ".join(f"'{stem}'" for stem in part.stems)
    return f"({together} | '{part.prefix}':*)" if part.prefix else f"({together})"
