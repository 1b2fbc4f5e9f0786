"""The database's own search over the rows of Indexed: FTS5, or tsvector and GIN."""

from typing import Any

from django.db import migrations

REMOVE = """INSERT INTO
    publishing_search(publishing_search, rowid, title, words, forms)
    VALUES ('delete', old.place, old.title, old.words, old.forms);"""
ADD = """INSERT INTO publishing_search(rowid, title, words, forms)
    VALUES (new.place, new.title, new.words, new.forms);"""
SQLITE = (
    """CREATE VIRTUAL TABLE publishing_search USING fts5(
        title, words, forms, content='publishing_indexed', content_rowid='place',
        tokenize="unicode61 remove_diacritics 0", prefix='3 4')""",
    f"""CREATE TRIGGER publishing_search_added AFTER INSERT ON publishing_indexed
        BEGIN {ADD} END""",
    f"""CREATE TRIGGER publishing_search_removed AFTER DELETE ON publishing_indexed
        BEGIN {REMOVE} END""",
    f"""CREATE TRIGGER publishing_search_changed AFTER UPDATE ON publishing_indexed
        BEGIN {REMOVE} {ADD} END""",
)
NO_SQLITE = (
    "DROP TRIGGER publishing_search_changed",
    "DROP TRIGGER publishing_search_removed",
    "DROP TRIGGER publishing_search_added",
    "DROP TABLE publishing_search",
)
# Forms have no position: what stands together in a text is not what sorts together.
# Long values are kept apart from the rows, so that finding places reads no words.
POSTGRESQL = (
    "ALTER TABLE publishing_indexed SET (toast_tuple_target = 128)",
    """ALTER TABLE publishing_indexed
        ADD COLUMN titled tsvector GENERATED ALWAYS AS (
            to_tsvector('simple', title)) STORED,
        ADD COLUMN found_by tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple', title), 'A')
            || to_tsvector('simple', words)
            || strip(to_tsvector('simple', forms))) STORED""",
    """CREATE INDEX publishing_indexed_titled ON publishing_indexed
        USING gin (titled) WITH (fastupdate = off)""",
    """CREATE INDEX publishing_indexed_found_by ON publishing_indexed
        USING gin (found_by) WITH (fastupdate = off)""",
)
NO_POSTGRESQL = (
    "ALTER TABLE publishing_indexed DROP COLUMN titled, DROP COLUMN found_by",
    "ALTER TABLE publishing_indexed RESET (toast_tuple_target)",
)


def make(apps: Any, schema_editor: Any) -> None:
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    _run(schema_editor, SQLITE if is_sqlite else POSTGRESQL)


def unmake(apps: Any, schema_editor: Any) -> None:
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    _run(schema_editor, NO_SQLITE if is_sqlite else NO_POSTGRESQL)


def _run(schema_editor: Any, statements: tuple[str, ...]) -> None:
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("publishing", "0005_search_index")]

    operations = [migrations.RunPython(make, unmake)]
