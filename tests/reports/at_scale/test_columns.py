"""What is read of a table by column is what its rows hold, to the microsecond."""

from datetime import UTC, datetime

import pytest
from django.db.models import F
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.models import User
from claims.reports.at_scale.columns import NOTHING, Microseconds, held_before, number_of, whole_numbers
from tests.factories import make_analyst

moments = st.datetimes(datetime(1970, 1, 1), datetime(2199, 12, 31, 23, 59, 59, 999_999), timezones=st.just(UTC))


@pytest.mark.django_db
def test_a_moment_is_read_to_the_microsecond():
    person = make_analyst("alice")

    @given(moments)
    @settings(max_examples=100)
    @example(datetime(2026, 11, 22, 23, 59, 59, 999_999, UTC))
    @example(datetime(2026, 11, 22, 23, 59, 59, 999_500, UTC))
    @example(datetime(2026, 11, 22, tzinfo=UTC))
    def any_moment(moment):
        User.objects.filter(pk=person.pk).update(date_joined=moment)

        found = whole_numbers(User.objects.filter(pk=person.pk), "pk", Microseconds(F("date_joined")))

        assert [column.tolist() for column in found] == [[person.pk], [number_of(moment)]]

    any_moment()


@pytest.mark.django_db
def test_no_moment_is_nothing():
    make_analyst("alice")

    (found,) = whole_numbers(User.objects.all(), Microseconds(F("last_login")))

    assert found.tolist() == [NOTHING]


def test_what_a_field_held_is_a_number_whatever_its_kind():
    changed = {
        1: {"published_on": "1970-01-02", "outlet": 7, "standing": "usable"},
        2: {"published_on": None, "outlet": None, "standing": "of old"},
        3: {"title": "Another field"},
    }

    assert held_before(changed, "published_on") == {1: 1, 2: NOTHING}
    assert held_before(changed, "outlet") == {1: 7, 2: NOTHING}
    assert held_before(changed, "standing", ["corrected", "usable"]) == {1: 1, 2: NOTHING}
