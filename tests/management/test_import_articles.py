import json
import os

import pytest
from django.core.management import CommandError, call_command

from claims.models import Article

pytestmark = pytest.mark.django_db

BODY = "Muttaqi arrived in Islamabad on Wednesday. He met Qureshi."
KEYS = ["file", "status", "article", "title", "outlet", "published_on", "published_basis", "sentences", "reason"]


def run(capsys, *args, code=0):
    """Run the command, check its exit code, and return (lines on stdout, stderr)."""
    if code:
        with pytest.raises(SystemExit) as left:
            call_command("import_articles", *map(str, args))
        assert left.value.code == code
    else:
        call_command("import_articles", *map(str, args))
    out, err = capsys.readouterr()
    return out.splitlines(), err


def run_json(capsys, *args, code=0):
    lines, err = run(capsys, *args, "--json", code=code)
    return [json.loads(line) for line in lines], err


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "b.txt").write_text(BODY)
    (tmp_path / "a.txt").write_text(f" date 2021-11-10 Envoy arrives today\n\n{BODY}")
    (tmp_path / "inner" / "c.TXT").write_text("Ministers met in Dushanbe.")
    (tmp_path / "notes.md").write_text("Not for import.")
    return tmp_path


def test_a_folder_is_imported_in_the_order_of_its_names(capsys, folder):
    lines, err = run(capsys, folder)

    assert [line.split(" ")[1].split("/")[-1] for line in lines[:-1]] == ["a.txt", "b.txt", "c.TXT"]
    assert lines[-1] == "3 imported, 0 unchanged, 0 new versions, 0 refused"
    assert "b.txt (article" in err  # it holds nearly all words of a.txt
    assert Article.objects.count() == 3


def test_a_second_run_changes_nothing(capsys, folder):
    run(capsys, folder)

    lines, _ = run(capsys, folder)

    assert lines[-1] == "0 imported, 3 unchanged, 0 new versions, 0 refused"


def test_json_is_one_object_a_line_with_the_keys_of_the_contract(capsys, folder):
    rows, err = run_json(capsys, folder / "a.txt")

    assert [list(row) for row in rows] == [KEYS]
    assert rows[0] | {"article": 1} == {
        "file": "a.txt",
        "status": "imported",
        "article": 1,
        "title": "Envoy arrives today",
        "outlet": None,
        "published_on": "2021-11-10",
        "published_basis": "header",
        "sentences": 3,
        "reason": "",
    }
    assert err == ""


def test_a_changed_file_is_a_new_version(capsys, folder):
    run(capsys, folder)
    (folder / "b.txt").write_text("All is different now.")

    rows, _ = run_json(capsys, folder / "b.txt")

    assert [row["status"] for row in rows] == ["new_version"]


def test_a_text_under_another_name_that_is_nearly_one_on_record_is_named_with_it(capsys, tmp_path):
    story = "Muttaqi is to visit Islamabad with a delegation of ten. " + "".join(
        f"Item {number} of the agenda is the trade of {thing} between both countries. "
        for number, thing in enumerate(["coal", "fruit", "cement", "cotton", "salt", "wheat", "tea", "timber"])
    )
    (tmp_path / "a.txt").write_text(story)
    (tmp_path / "b.txt").write_text(story.replace("ten", "twelve"))

    rows, err = run_json(capsys, tmp_path)

    assert [row["status"] for row in rows] == ["imported", "imported"]
    earlier, article = (row["article"] for row in rows)
    assert f"b.txt (article {article}) looks like a changed text of article {earlier}" in err
    assert f"/articles/{article}/?beside=article-{earlier}" in err
    assert f"a.txt (article {earlier})" not in err


def test_bad_files_are_reported_and_stop_nothing(capsys, folder, settings):
    settings.FACTCHECK_MAX_ARTICLE_BYTES = 1000
    (folder / "0-empty.txt").write_bytes(b"")
    (folder / "1-binary.txt").write_bytes(b"\x00\x01\x02" * 90)
    (folder / "2-large.txt").write_bytes(b"Words. " * 200)
    os.mkfifo(folder / "3-pipe.txt")

    rows, _ = run_json(capsys, folder / "nowhere.txt", folder / "3-pipe.txt", folder, code=1)

    reasons = {row["file"]: row["reason"] for row in rows if row["status"] == "refused"}
    assert list(reasons) == ["nowhere.txt", "3-pipe.txt", "0-empty.txt", "1-binary.txt", "2-large.txt"]
    assert all(reasons.values())
    assert [row["file"] for row in rows if row["status"] == "imported"] == ["a.txt", "b.txt", "c.TXT"]


def test_a_large_file_is_never_read(capsys, tmp_path):
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50_000_000_000)

    rows, _ = run_json(capsys, tmp_path / "huge.txt", code=1)

    assert rows[0]["reason"] == "The file has 50,000.0 MB; an article has at most 5.0 MB."


def test_a_folder_without_texts_says_so(capsys, tmp_path):
    lines, _ = run(capsys, tmp_path, code=1)

    assert lines == [
        f"refused: {tmp_path}: The folder holds no .txt file.",
        "0 imported, 0 unchanged, 0 new versions, 1 refused",
    ]


def test_a_file_given_twice_is_imported_once(capsys, folder):
    rows, _ = run_json(capsys, folder / "a.txt", folder / "inner" / ".." / "a.txt")

    assert len(rows) == 1


def test_files_of_one_name_are_not_versions_of_one_another(capsys, tmp_path):
    for name, text in [("monday", BODY), ("tuesday", "Ministers met in Dushanbe and parted.")]:
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.txt").write_text(text)

    rows, _ = run_json(capsys, tmp_path / "monday", tmp_path / "tuesday")
    (tmp_path / "tuesday" / "report.txt").write_text("They did not meet.")
    again, _ = run_json(capsys, tmp_path)

    assert [row["status"] for row in rows] == ["imported", "imported"]
    assert [(row["status"], row["article"]) for row in again] == [
        ("unchanged", rows[0]["article"]),
        ("new_version", rows[1]["article"]),
    ]


def test_a_list_is_used_only_when_it_is_named(capsys, folder):
    sources = folder / "sources.csv"
    sources.write_text("file,publisher,url,title\nb.txt,Dawn,https://dawn.example/1,Envoy arrives\n")

    without, _ = run_json(capsys, folder / "b.txt")
    with_list, err = run_json(capsys, folder / "b.txt", "--sources", sources)

    assert (without[0]["outlet"], without[0]["title"]) == (None, None)
    assert (with_list[0]["outlet"], with_list[0]["title"], with_list[0]["status"]) == (
        "Dawn",
        "Envoy arrives",
        "unchanged",
    )
    assert with_list[0]["reason"].endswith("Filled in: title, outlet, address.")
    assert err == ""


def test_a_row_for_a_file_that_is_not_there_is_a_warning(capsys, folder):
    sources = folder / "sources.csv"
    sources.write_text("file,publisher,url,title\nb.txt,Dawn,,\ngone.txt,Dawn,,\n")

    rows, err = run_json(capsys, folder / "b.txt", "--sources", sources)

    assert [row["status"] for row in rows] == ["imported"]
    assert err == "Warning: The list of sources names files that were not there: gone.txt.\n"


def test_a_row_that_could_mean_two_files_is_used_for_neither(capsys, tmp_path):
    for name in ("x", "y", "z"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.txt").write_text(f"{BODY} It was told in {name}.")
    sources = tmp_path / "sources.csv"
    sources.write_text("file,publisher,url,title\nreport.txt,Dawn,,\nz/report.txt,ANI,,\n")

    rows, err = run_json(capsys, tmp_path, "--sources", sources)

    assert [row["status"] for row in rows] == ["imported"] * 3
    assert [row["outlet"] for row in rows] == [None, None, "ANI"]
    assert "Several files are called report.txt" in err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"file,publisher\n", "no column “url”"),
        (b"file,publisher,url,title\n,Dawn,,\n", "names no file"),
        (b"\x00\x01", "cannot be read"),
    ],
)
def test_a_list_that_is_wrong_stops_everything(capsys, folder, content, sentence):
    (folder / "sources.csv").write_bytes(content)

    with pytest.raises(CommandError, match=sentence):
        run(capsys, folder, "--sources", folder / "sources.csv")

    assert not Article.objects.exists()


def test_a_list_that_is_missing_stops_everything(capsys, folder):
    with pytest.raises(CommandError, match="No such file"):
        run(capsys, folder, "--sources", folder / "nowhere.csv")


def test_a_name_that_is_no_text_is_printed_as_far_as_it_can_be(capsys, tmp_path):
    (tmp_path / "caf\udce9.txt").write_text(BODY)

    rows, _ = run_json(capsys, tmp_path)

    assert rows[0]["file"] == "caf?.txt"
