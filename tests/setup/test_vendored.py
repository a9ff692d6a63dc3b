import hashlib
from pathlib import Path

import pytest

VENDOR = Path(__file__).parents[2] / "claims/static/vendor"
SUMS = "SHA256SUMS"


def recorded(folder):
    """Return what a folder's list promises: a digest for each file name."""
    lines = (folder / SUMS).read_text().splitlines()
    return {name.lstrip("*"): digest for digest, name in (line.split(maxsplit=1) for line in lines)}


def found(folder):
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != SUMS)
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture
def library(tmp_path):
    (tmp_path / "library.js").write_text("as published")
    digest = hashlib.sha256(b"as published").hexdigest()
    (tmp_path / SUMS).write_text(f"{digest}  library.js\n")
    return tmp_path


@pytest.mark.parametrize("folder", sorted(VENDOR.glob("*/")), ids=lambda folder: folder.name)
def test_vendored_files_are_as_recorded(folder):
    assert found(folder) == recorded(folder)


@pytest.mark.parametrize("folder", sorted(VENDOR.glob("*/")), ids=lambda folder: folder.name)
def test_vendored_files_come_with_their_licence(folder):
    assert list(folder.glob("LICENSE*"))


def test_a_changed_file_is_noticed(library):
    assert found(library) == recorded(library)

    (library / "library.js").write_text("as changed")

    assert found(library) != recorded(library)


def test_an_added_file_is_noticed(library):
    (library / "extra.js").write_text("")

    assert found(library) != recorded(library)
