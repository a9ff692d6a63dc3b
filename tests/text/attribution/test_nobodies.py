import pytest

from claims.text.attribution.find import find_attributions
from claims.text.attribution.nobodies import speaker_words


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("harbour officials, however", "harbour officials"),
        ("Ann Lee, for example", "Ann Lee"),
        ("a survey of the town, 70", "a survey of the town"),
        ("(The union", "The union"),
        ("Staff Ann Lee", "Ann Lee"),
        ("The Times", "The Times"),
        ("USA TODAY", "USA TODAY"),
        ("54 percent of the farmers", "54 percent of the farmers"),
        ("several officials", "several officials"),
        ("reports in the press", "reports in the press"),
        ("polling of its members", "polling of its members"),
        ("a person close to the talks", "a person close to the talks"),
    ],
)
def test_a_speaker_is_cut_to_who_speaks(words, speaker):
    assert speaker_words(words) == speaker


@pytest.mark.parametrize(
    "words",
    [
        "two", "two in three", "61 percent", "half", "000 workers", "published", "goes", "most", "Nonetheless",
        "Dismayed", "Nothing",
        "farmers most", "the report goes", "most the harbour’s", "cutting off a reporter", "appeared in the journal",
        "out a statement", "D-Ohio", "“It is a dear thing,”", "the law also mandates three visits",
    ],
)  # fmt: skip
def test_what_names_nobody_is_no_speaker(words):
    assert speaker_words(words) == ""


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The officials, however, said that the mill would close.", ["officials"]),
        ("Day Lewis said that the mill would close.", ["Day Lewis"]),
    ],
)
def test_the_speaker_of_a_text_is_somebody_or_nobody(text, speakers):
    assert [found.speaker for found in find_attributions(text)] == speakers


def test_what_is_told_by_a_document_is_told_by_no_person():
    [found] = find_attributions("Polls show that the town will vote for the dam.")

    assert (found.speaker.lower(), found.speaker_kind) == ("polls", "document")
