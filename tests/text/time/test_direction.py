import pytest

from claims.text.time.direction import direction_at


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Qureshi will open a meeting on Thursday in which envoys will take part.", "future"),
        ("The dialogue is planned there for Thursday.", "future"),
        ("He was due to travel on Thursday.", "either"),
        ("He travelled on Thursday.", "past"),
        ("He said on Thursday that they will meet.", "past"),
        ("He said a meeting on Thursday will decide.", "future"),
        ("A statement on Thursday", None),
        ("He is popular on Thursday", "present"),
        ("He is in Kabul on Thursday", "future"),
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
        ("The storm could hit Florida on Thursday.", "future"),
        ("Officials said the meeting Thursday would focus on aid.", "future"),
        ("He warned that Thursday could be worse.", "future"),
        ("A draft approved Thursday would move the party.", "past"),
        ("Rain is forecast for Thursday.", "future"),
        ("They voted to postpone Thursday’s hearing.", "future"),
        ("The troops, withdrawn Thursday, are to return.", "past"),
        ("The talks, which resume Thursday, are the third round.", "future"),
        ("Tickets go on sale Thursday.", "future"),
        ("Muttaqi to visit Islamabad Thursday.", "future"),
        ("The cease-fire expired Thursday.", "past"),
        ("He was taken to hospital Thursday.", "past"),
        ("He defended his vote Thursday.", "past"),
        ("He could not be reached Thursday.", "past"),
        ("Results of Thursday’s poll are expected.", "past"),
        ("By Thursday, the town had fallen.", "past"),
        ("She left, but on Thursday, she will return.", "future"),
        ("If she is elected Thursday, he goes.", "future"),
        ("They should get a boost from the win Thursday.", "past"),
        ("The announcement Thursday that he will go", "past"),
        ("We’ll be meeting on Thursday.", "future"),
    ],
)
def test_the_nearest_verb_tells_where_a_clause_points(sentence, direction):
    start = sentence.index("Thursday")

    assert direction_at(sentence, start, start + len("Thursday")) == direction
