import pytest

from claims.text.time.direction import direction_at


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Qureshi will open a meeting on Thursday in which envoys will take part.", "future"),
        ("The dialogue is planned there for Thursday.", "future"),
        ("He was due to travel on Thursday.", "future"),
        ("He travelled on Thursday.", "past"),
        ("He said on Thursday that they will meet.", "past"),
        ("He said a meeting on Thursday will decide.", "future"),
        ("A statement on Thursday", None),
        ("He is in Kabul on Thursday", "present"),
        ("The deal, agreed by Thursday", "future"),
        ("Sales in the year ended Thursday will tell", "past"),
    ],
)
def test_the_nearest_verb_tells_where_a_clause_points(sentence, direction):
    start = sentence.index("Thursday")

    assert direction_at(sentence, start, start + len("Thursday")) == direction
