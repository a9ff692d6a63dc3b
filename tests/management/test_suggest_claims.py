import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
REPORT = SEEDS / "2021-11-10-us-envoy-to-meet-taliban-in-pakistan.txt"
KEYS = "start end quote statement kind score reasons certainty polarity speaker speaker_kind chain window".split()


def suggested(capsys, *arguments):
    call_command("suggest_claims", *map(str, arguments), "--json")
    return json.loads(capsys.readouterr().out)


def test_the_claims_of_a_file_are_printed_best_first(capsys):
    found = suggested(capsys, REPORT)

    assert all(list(one) == KEYS for one in found)
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)


def test_offsets_are_those_of_the_whole_text(capsys):
    text = REPORT.read_text(encoding="utf-8")

    assert all(text[one["start"] : one["end"]] == one["quote"] for one in suggested(capsys, REPORT))


def test_a_claim_is_printed_with_its_chain_and_window(capsys):
    [found] = [one for one in suggested(capsys, REPORT) if one["quote"].startswith("Amir Khan Muttaqi")]

    assert found["chain"] == ["AFP", "senior official of the Pakistani government"]
    assert found["window"] == {"start": "2021-11-11", "end": "2021-11-11", "text": "Thursday", "value": "2021-11-11"}
    assert (found["kind"], found["speaker_kind"]) == ("forecast", "anonymous")


def test_the_day_that_is_given_wins_over_that_of_the_text(capsys):
    found = suggested(capsys, REPORT, "--published", "2021-12-01")

    [visit] = [one for one in found if one["quote"].startswith("Amir Khan Muttaqi")]
    assert visit["window"]["end"] == "2021-12-02"


def test_a_day_without_a_year_takes_it_from_the_name_of_the_file(capsys):
    found = suggested(capsys, SEEDS / "2021-11-07-ani-muttaqi-likely-to-visit.txt")

    assert found[0]["window"] == {"start": None, "end": None, "text": "the coming days", "value": "PXD"}


def test_without_json_a_table_is_printed(capsys):
    call_command("suggest_claims", str(REPORT))

    out = capsys.readouterr().out
    assert "0.93  forecast    The new US special envoy for Afghanistan will travel to Pakistan this week" in out
    assert "forward-looking: “will”; window from “this week”" in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([SEEDS], "is a folder; give one text file."),
        ([SEEDS / "none.txt"], "The file cannot be read: No such file or directory."),
        ([REPORT, "--published", "Friday"], "--published: “Friday” is no date. Write it as 2021-11-09."),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(arguments, sentence):
    with pytest.raises(CommandError) as refused:
        call_command("suggest_claims", *map(str, arguments), "--json")

    assert str(refused.value).endswith(sentence)


def test_what_is_no_text_is_refused(tmp_path):
    file = tmp_path / "picture.txt"
    file.write_bytes(b"\x89PNG\r\n\x1a\n")

    with pytest.raises(CommandError, match="not plain text"):
        call_command("suggest_claims", str(file))
