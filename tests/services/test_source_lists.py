from pathlib import Path, PurePath

import pytest

from claims.errors import Refused
from claims.services.incoming import Listed
from claims.services.source_lists import ListedFiles, read_source_list

HEAD = "file,publisher,url,title\n"


def test_the_list_of_the_starter_corpus_is_read():
    listed = read_source_list(Path("seeds/sources.csv").read_bytes())

    assert len(listed) == 16
    assert listed["2019-10-29-khalilzad-calls-on-imran-khan.txt"] == Listed(
        publisher="Dawn", title="Khalilzad calls on Imran Khan"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_is_read_in_the_encodings_of_articles(encoding):
    raw = f"{HEAD}a.txt,Le Monde,,Voilà\r\n".encode(encoding)

    assert read_source_list(raw)["a.txt"].title == "Voilà"


def test_columns_stand_in_any_order_and_others_are_ignored():
    raw = b"note,title,url,file,publisher\nx,Talks,,a.txt,Dawn\n"

    assert read_source_list(raw) == {"a.txt": Listed(publisher="Dawn", title="Talks")}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("a.txt,Dawn,,\na.txt,Dawn,,\n", "Row 3 of the list of sources names a.txt a second time."),
        ("a.txt,Dawn,javascript:x,\n", "Row 2 of the list of sources: “javascript:x” is no web address."),
        ("a.txt,Dawn,ftp://x.example/,\n", "is no web address"),
        (f"a.txt,{'D' * 201},,\n", "the publisher has more than 200 characters"),
        (f"a.txt,Dawn,,{'T' * 501}\n", "the title has more than 500 characters"),
        (f"a.txt,Dawn,https://x.example/{'a' * 1000},\n", "the url has more than 1,000 characters"),
        ('a.txt,"Dawn,,\n', "is not a CSV file"),
        ("a.txt\n", None),
    ],
)
def test_a_wrong_row_is_refused_by_its_number(rows, sentence):
    raw = (HEAD + rows).encode()

    if sentence is None:
        assert read_source_list(raw) == {"a.txt": Listed()}
        return
    with pytest.raises(Refused, match="list of sources") as refused:
        read_source_list(raw)
    assert sentence in str(refused.value)


@pytest.mark.parametrize("raw", [b"", b"file,url\n", b"\x00\x01"])
def test_what_is_no_list_is_refused(raw):
    with pytest.raises(Refused, match="The list of sources"):
        read_source_list(raw)


def test_a_row_names_a_file_by_its_name_or_by_the_end_of_its_path():
    paths = [PurePath("/x/a.txt"), PurePath("/y/b.txt"), PurePath("/z/b.txt")]
    files = ListedFiles(
        {"a.txt": Listed("A"), "b.txt": Listed("B"), "z/b.txt": Listed("Z"), "c.txt": Listed()}, paths
    )

    assert [files.get(path) for path in paths] == [Listed("A"), None, Listed("Z")]
    assert list(files.warnings()) == [
        "The list of sources names files that were not there: c.txt.",
        "Several files are called b.txt, so its row in the list of sources was used for none of them.",
    ]


def test_a_long_list_of_absent_files_is_cut():
    files = ListedFiles({f"{number:02}.txt": Listed() for number in range(12)}, [])

    assert next(iter(files.warnings())).endswith("08.txt, 09.txt and 2 more.")
