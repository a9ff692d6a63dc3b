"""Reads a list of sources: a CSV file that gives outlet, address and title of files to import."""

import csv
import io
from collections import Counter
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from claims.errors import Refused
from claims.services.incoming import LONGEST, Listed
from claims.text.decode import Undecodable, decode

COLUMNS = ("file", "publisher", "url", "title")
MOST = {"publisher": 200, "url": LONGEST["url"], "title": LONGEST["title"]}
MOST_NAMED = 10
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
    for name, most in MOST.items():
        if len(values[name]) > most:
            raise Refused(f"Row {line} of the list of sources: the {name} has more than {most:,} characters.")
    if values["url"]:
        try:
            check_url(values["url"])
        except ValidationError:
            raise Refused(f"Row {line} of the list of sources: “{values['url']}” is no web address.") from None
    return Listed(**values)


class ListedFiles:
    """What a list of sources says of the files at hand.

    A row names a file by its base name, or by the end of its path where several files have that name. `paths` are
    all files of the import.
    """

    def __init__(self, listed, paths):
        self._rows = {PurePath(name).parts: (name, row) for name, row in listed.items()}
        self._namesakes = Counter(path.name for path in paths)
        self._used = set()
        self._unclear = set()

    def get(self, path):
        """Return what is listed of the file at `path`, or None."""
        parts = path.parts
        for length in range(min(len(parts), self._longest()), 0, -1):
            name, row = self._rows.get(parts[-length:], (None, None))
            if row is None:
                continue
            if length == 1 and self._namesakes[path.name] > 1:
                self._unclear.add(name)
                return None
            self._used.add(name)
            return row
        return None

    def warnings(self):
        """Return what in the list was of no use, as sentences."""
        unused = [name for name, _ in self._rows.values() if name not in self._used]
        missing = [name for name in unused if name not in self._unclear]
        if missing:
            more = f" and {len(missing) - MOST_NAMED} more" if len(missing) > MOST_NAMED else ""
            names = ", ".join(missing[:MOST_NAMED])
            yield f"The list of sources names files that were not there: {names}{more}."
        for name in sorted(self._unclear):
            yield f"Several files are called {name}, so its row in the list of sources was used for none of them."

    def _longest(self):
        return max(map(len, self._rows), default=0)
