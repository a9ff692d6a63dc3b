"""What the tables look rows up by."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("table", "column", "index"),
    [
        ("claims_event", "claim_id", "event_of_claim"),
        ("claims_suggestion", "decided_by_id", "suggestion_decided"),
    ],
)
def test_a_column_that_begins_an_index_has_none_of_its_own(table, column, index):
    with connection.cursor() as cursor:
        known = connection.introspection.get_constraints(cursor, table)

    assert [name for name, one in known.items() if one["index"] and one["columns"][0] == column] == [index]
