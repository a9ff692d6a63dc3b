"""The full-text index over titles and newest texts: FTS5 on SQLite, a weighted tsvector with GIN on PostgreSQL."""

from django.db import migrations

CREATE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE claims_articlesearch USING fts5(title, body, tokenize = 'porter unicode61')",
    ],
    "postgresql": [
        """
        CREATE TABLE claims_articlesearch (
            rowid bigint PRIMARY KEY,
            title text NOT NULL,
            body text NOT NULL,
            words tsvector GENERATED ALWAYS AS (
                setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B')
            ) STORED
        )
        """,
        "CREATE INDEX claims_articlesearch_words ON claims_articlesearch USING gin (words)",
    ],
}


def create(apps, schema_editor):
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS claims_articlesearch")


class Migration(migrations.Migration):
    dependencies = [("claims", "0003_append_only")]

    operations = [migrations.RunPython(create, drop)]
