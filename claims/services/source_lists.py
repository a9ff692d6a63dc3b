"""Reads a list of sources: a CSV file that gives outlet, address and title of files to import."""

import csv
import io

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from claims.errors import Refused
from claims.services.importing import Listed
from claims.text.decode import Undecodable, decode

COLUMNS = ("file", "publisher", "url", "title")
check_url = URLValidator(schemes=["http", "https"])


def read_source_list(raw):
    """Return {file name: Listed} from the bytes of a CSV file with the columns file, publisher, url and title.

    Raises `Refused` with the row and the field that is wrong; then nothing of the list is used.
    """
    try:
        rows = csv.DictReader(io.StringIO(decode(raw).text), strict=True)
        missing = [name for name in COLUMNS if name not in (rows.fieldnames or [])]
        if missing:
            raise Refused(f"The list of sources has no column “{missing[0]}”; it needs {', '.join(COLUMNS)}.")
        return _listed(rows)
    except Undecodable as undecodable:
        raise Refused(f"The list of sources cannot be read. {undecodable}") from undecodable
    except csv.Error as error:
        raise Refused(f"The list of sources is not a CSV file: line {rows.line_num}: {error}.") from error


def _listed(rows):
    listed = {}
    for row in rows:
        name = (row["file"] or "").strip()
        if not name:
            raise Refused(f"Row {rows.line_num} of the list of sources names no file.")
        if name in listed:
            raise Refused(f"Row {rows.line_num} of the list of sources names {name} a second time.")
        listed[name] = _checked(row, rows.line_num)
    return listed


def _checked(row, line):
    values = {name: (row[name] or "").strip() for name in COLUMNS[1:]}
    if values["url"]:
        try:
            check_url(values["url"])
        except ValidationError:
            raise Refused(f"Row {line} of the list of sources: “{values['url']}” is no web address.") from None
    return Listed(**values)
