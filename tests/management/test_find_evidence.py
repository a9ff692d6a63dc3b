import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_article, make_claim

pytestmark = pytest.mark.django_db

KEYS = ["article", "file", "published_on", "start", "end", "quote", "score", "stance", "basis", "reasons"]
VISIT = "Muttaqi will visit Islamabad"


def run(capsys, *args):
    call_command("find_evidence", *args)
    return capsys.readouterr().out


def test_json_has_the_keys_of_the_contract(capsys):
    article = make_article("Muttaqi arrived in Islamabad.", published_on=date(2021, 11, 10), name="arrival.txt")

    [one] = json.loads(run(capsys, "--statement", VISIT, "--published", "2021-11-07", "--json"))

    assert list(one) == KEYS
    assert (one["article"], one["file"], one["published_on"]) == (article.pk, "arrival.txt", "2021-11-10")
    assert (one["start"], one["end"], one["quote"]) == (0, 29, "Muttaqi arrived in Islamabad.")
    assert (one["stance"], one["basis"]) == ("supports", "outcome")
    assert 0 < one["score"] <= 1
    assert one["reasons"]


def test_an_empty_database_has_no_evidence(capsys):
    assert json.loads(run(capsys, "--statement", VISIT, "--json")) == []
    assert run(capsys, "--statement", VISIT) == "No passage was found.\n"


def test_a_stored_claim_is_named_by_its_number(capsys):
    claim = make_claim()
    make_article("Muttaqi arrived in Islamabad.", published_on=date(2021, 11, 10))

    by_number = json.loads(run(capsys, f"C-{claim.number}", "--json"))

    assert by_number[0]["quote"] == "Muttaqi arrived in Islamabad."
    assert json.loads(run(capsys, str(claim.number), "--json", "--limit", "1")) == by_number[:1]


def test_lines_are_for_people(capsys):
    make_article("Muttaqi arrived in Islamabad.", published_on=date(2021, 11, 10))

    lines = run(capsys, "--statement", VISIT, "--published", "2021-11-07").splitlines()

    assert lines[0].endswith("2021-11-10, 0–29)")
    assert "supports, outcome" in lines[0]
    assert lines[1].strip() == "Muttaqi arrived in Islamabad."


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        ([], "Name a stored claim"),
        (["C-1", "--statement", VISIT], "one of the two"),
        (["--statement", " "], "Name a stored claim"),
        (["C-99"], "There is no claim C-99"),
        (["Muttaqi"], "There is no claim Muttaqi"),
        (["--statement", VISIT, "--published", "yesterday"], "is no date"),
        (["--statement", VISIT, "--limit", "0"], "one passage at least"),
        (["C-1", "--published", "2021-11-07"], "on record"),
    ],
)
def test_a_wrong_call_is_refused_in_a_sentence(args, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("find_evidence", *args)
