import pytest

from claims.text.attribution.find import find_attributions
from claims.text.attribution.speaker_kinds import kind_of


def speakers(text):
    return [(found.speaker, found.speaker_kind) for found in find_attributions(text)]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("State Department spokesman Ned Price", "named_person"),
        ("the prime minister", "named_person"),
        ("Qureshi", "named_person"),
        ("Pakistan's foreign office", "named_organisation"),
        ("the State Department", "named_organisation"),
        ("the Taliban", "named_organisation"),
        ("The Express Tribune", "named_organisation"),
        ("India", "named_organisation"),
        ("police", "named_organisation"),
        ("a spokesman for the Taliban", "named_organisation"),
        ("sources", "anonymous"),
        ("Indian officials", "anonymous"),
        ("a senior official of the Pakistani government", "anonymous"),
        ("Trump campaign officials", "anonymous"),
        ("people familiar with the talks", "anonymous"),
        ("a joint statement", "document"),
        ("a report published by Dawn", "document"),
        ("this newspaper", "outlet"),
        ("the company Maxar", "named_organisation"),
        ("Norton Co.", "named_organisation"),
        ("RealClearPolitics", "named_organisation"),
        ("a former commissioner interviewed by Dawn", "named_person"),
        ("they", "unattributed"),
        ("no one", "unattributed"),
    ],
)
def test_the_kind_of_a_speaker_is_told(source, kind):
    assert kind_of(source) == kind


def test_a_withheld_name_makes_a_speaker_anonymous():
    assert kind_of("an adviser", "an adviser who spoke on condition of anonymity") == "anonymous"


def test_he_is_the_subject_of_the_sentence_before():
    text = "Ned Price said it rained. Thomas West briefed Nato. He told reporters that it was over."

    assert speakers(text) == [("Ned Price", "named_person"), ("Thomas West", "named_person")]


def test_a_surname_is_the_person_named_in_full_before():
    text = "Amir Khan Muttaqi flew to Doha. Muttaqi said it was over."

    assert speakers(text) == [("Amir Khan Muttaqi", "named_person")]


def test_a_shared_name_stays_what_it_is():
    text = "Prime Minister Imran Khan left. Khan said it was over."

    assert speakers(text) == [("Khan", "named_person")]


def test_a_pronoun_of_nobody_names_nobody():
    assert speakers("He said that it was over.") == [("", "unattributed")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A senior official who asked not to be named said that it would rain.", ("senior official", "anonymous")),
        ("A source who spoke on condition of anonymity said they will go.", ("source", "anonymous")),
        ("The minister who led the talks said they will go on.", ("minister", "named_person")),
        ("It was Khan who met them, Ned Price said.", ("Ned Price", "named_person")),
    ],
)
def test_what_is_said_of_a_speaker_without_a_comma_is_no_speaker(text, speaker):
    assert speakers(text) == [speaker]


def test_a_heading_in_capitals_lends_nobody_a_longer_name():
    text = "Chris Christie Calls Hillary Clinton Names In Ohio\nClinton said that it was over."

    assert speakers(text)[-1] == ("Clinton", "named_person")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Egypt, which depends on the Nile, has warned that it would not wait.", "Egypt"),
        ("The Union will host talks, its chairman, Felix Tshisekedi, said last week.", "Felix Tshisekedi"),
        ("A voter polled by Dawn said that it was late.", "voter"),
        ("Water Minister Seleshi Bekele said that it was full.", "Seleshi Bekele"),
        ("According to a person close to the talks, Tokyo will sign.", "person close to the talks"),
        ("The pact will help Europe, Viktor Orban said here Friday.", "Viktor Orban"),
        ("The company Maxar said that bridges were damaged.", "Maxar"),
        ("Organisers in Cleveland say that they will march.", "Organisers in Cleveland"),
    ],
)
def test_the_words_for_a_speaker_are_found_whole(text, speaker):
    assert [name for name, _ in speakers(text)] == [speaker]


def test_she_is_not_a_man_and_he_is_no_woman():
    text = "Ms Novak met the press. Jan Sykora left. She said that it was over. He said that it was not."

    assert [name for name, _ in speakers(text)] == ["", "Jan Sykora"]


def test_letters_before_questions_and_answers_are_no_speakers():
    assert speakers("Q: You lost two points.\nA: We will decide in March.") == []
