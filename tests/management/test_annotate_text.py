import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
REPORT = SEEDS / "2021-11-10-muttaqi-arrives-in-islamabad.txt"


def annotated(capsys, *arguments):
    call_command("annotate_text", *map(str, arguments), "--json")
    return json.loads(capsys.readouterr().out)


def test_sentences_are_spans_of_the_whole_text(capsys):
    text = REPORT.read_text(encoding="utf-8")

    sentences = [text[start:end] for start, end in annotated(capsys, REPORT)["sentences"]]

    assert sentences[0] == "date 2021-11-10 Taliban foreign minister arrives in Islamabad"
    assert sentences[-1].endswith("will take part, the foreign office said.")


def test_times_are_printed_with_their_values(capsys):
    found = annotated(capsys, REPORT)["timexes"]

    text = REPORT.read_text(encoding="utf-8")
    start = text.index("Thursday")
    assert {
        "start": start, "end": start + len("Thursday"), "text": "Thursday", "type": "DATE", "value": "2021-11-11"
    } in found  # fmt: skip


def test_attributions_are_lists_of_spans(capsys):
    text = REPORT.read_text(encoding="utf-8")

    last = annotated(capsys, REPORT)["attributions"][-1]

    words = {key: [text[start:end] for start, end in spans] for key, spans in last.items()}
    assert (words["source"], words["cue"]) == (["the foreign office"], ["said"])
    assert words["content"][0].startswith("Qureshi will open a troika plus meeting")


def test_without_a_day_relative_times_stay_unresolved(capsys, tmp_path):
    file = tmp_path / "report.txt"
    file.write_text("He came on Thursday.", encoding="utf-8")

    unresolved, resolved = annotated(capsys, file), annotated(capsys, file, "--published", "2021-11-07")

    assert [one["value"] for one in unresolved["timexes"]] == ["XXXX-WXX-4"]
    assert [one["value"] for one in resolved["timexes"]] == ["2021-11-04"]


def test_offsets_count_the_text_after_normalisation(capsys, tmp_path):
    file = tmp_path / "report.txt"
    file.write_bytes("\ufeffRain.\r\nHe came on Thursday.".encode())

    found = annotated(capsys, file)

    assert found["sentences"] == [[0, 5], [6, 26]]


def test_without_json_a_table_is_printed(capsys):
    call_command("annotate_text", str(REPORT))

    out = capsys.readouterr().out
    assert out.startswith("Published 2021-11-10\n7 sentences\n")
    assert "time         Thursday: 2021-11-11\n" in out
    assert "attribution  the foreign office | said | Qureshi will open" in out


def test_a_bad_date_is_refused_with_a_sentence():
    with pytest.raises(CommandError, match="“9-11” is no date"):
        call_command("annotate_text", str(REPORT), "--published", "9-11")
