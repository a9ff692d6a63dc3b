"""Editions outlive the software that kept them: each format that was ever written is still read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from claims.reports.stored_document import FORMAT, from_stored, to_stored
from claims.reports.writing.formats import FORMATS
from tests.reports.writing.test_formats import DESK, make_charted

KEPT = Path(__file__).parent / "kept"


def kept(number):
    return json.loads((KEPT / f"format_{number}.json").read_text())


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_what_an_earlier_version_kept_is_read_with_the_digest_of_then(number):
    edition = kept(number)

    document = from_stored(edition["content"])

    assert document.digest == edition["sha256"]
    assert document.lines[0].quote == "is likely to visit"
    assert all(form.write(document) for form in FORMATS.values())


def test_a_document_comes_back_equal():
    document = replace(make_charted("bars"), desk=DESK)

    assert from_stored(json.loads(json.dumps(to_stored(document)))) == document


def test_lines_are_read_by_their_names():
    content = kept(FORMAT)["content"]
    names, lines = content["line_names"], content["lines"]

    turned = content | {"line_names": names[::-1], "lines": [line[::-1] for line in lines]}

    assert from_stored(turned).lines == from_stored(content).lines


def test_a_format_to_come_is_refused():
    with pytest.raises(ValueError, match="newer version"):
        from_stored(kept(FORMAT)["content"] | {"format": FORMAT + 1})
