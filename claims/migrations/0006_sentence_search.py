"""The full-text index over the sentences of newest versions: FTS5 on SQLite, a tsvector with GIN on PostgreSQL."""

from django.db import migrations

NEWEST = """
    FROM claims_sentence AS sentence JOIN claims_articleversion AS version ON version.id = sentence.version_id
    WHERE NOT EXISTS (
        SELECT 1 FROM claims_articleversion AS later
        WHERE later.article_id = version.article_id AND later.number > version.number
    )
"""
CREATE = {
    "sqlite": [
        # External content: the words stand in claims_sentence already.
        """
        CREATE VIRTUAL TABLE claims_sentencesearch USING fts5(
            text, content = 'claims_sentence', content_rowid = 'id', tokenize = 'porter unicode61'
        )
        """,
        f"INSERT INTO claims_sentencesearch (rowid, text) SELECT sentence.id, sentence.text {NEWEST}",
    ],
    "postgresql": [
        "CREATE TABLE claims_sentencesearch (rowid bigint PRIMARY KEY, words tsvector NOT NULL)",
        f"INSERT INTO claims_sentencesearch SELECT sentence.id, to_tsvector('english', sentence.text) {NEWEST}",
        "CREATE INDEX claims_sentencesearch_words ON claims_sentencesearch USING gin (words)",
    ],
}


def create(apps, schema_editor):
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS claims_sentencesearch")


class Migration(migrations.Migration):
    dependencies = [("claims", "0005_event_index")]

    operations = [migrations.RunPython(create, drop)]
