"""What PostgreSQL finds the places of a common word by: the index, not the rows."""

from typing import Any

from django.db import migrations

# For a common word the planner would rather read the words of all rows than the index.
FUNCTION = """CREATE OR REPLACE FUNCTION {name}(asked tsquery) RETURNS integer[]
    LANGUAGE sql STABLE SET enable_seqscan = off
    AS $$ SELECT array_agg(place) FROM publishing_indexed WHERE {column} @@ asked $$"""
COLUMNS = {"publishing_places": "found_by", "publishing_titled_places": "titled"}


def make(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for name, column in COLUMNS.items():
            schema_editor.execute(FUNCTION.format(name=name, column=column))


def unmake(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for name in COLUMNS:
            schema_editor.execute(f"DROP FUNCTION {name}")


class Migration(migrations.Migration):
    dependencies = [("publishing", "0010_download_counts")]

    operations = [migrations.RunPython(make, unmake)]
