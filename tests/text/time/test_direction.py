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
        ("They would look for ways around Thursday’s ruling.", "past"),
        ("They will attend Thursday’s meeting.", "future"),
        ("He told a news conference on Thursday that they will meet.", "past"),
        ("The talks must end no later than Thursday.", "future"),
        ("The vote is Thursday.", "future"),
        ("Trading resumes Thursday.", "future"),
        ("They awaited Thursday’s remarks.", "future"),
        ("They agreed Monday to meet Thursday.", "future"),
        ("On Thursday, the group threatened to kill him.", "past"),
        ("He told reporters in Doha on Thursday the envoys will go.", "past"),
        ("The deal, agreed by Thursday", "future"),
        ("Sales in the year ended Thursday will tell", "past"),
    ],
)
def test_the_nearest_verb_tells_where_a_clause_points(sentence, direction):
    start = sentence.index("Thursday")

    assert direction_at(sentence, start, start + len("Thursday")) == direction
