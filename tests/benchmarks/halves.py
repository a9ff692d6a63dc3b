"""Parts of a public set: those that rules were judged by, and what was kept unseen, as far as anything was.

Of time and stance all was read by version 0.2.0: a figure of theirs says how well rules fit, not how well they carry
over to texts that nobody read. What they reached on each part before it was read is said where it is printed.
"""

import gzip
import hashlib
import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A line of the table: what was measured on how many items, our figure, the naive one, the published one."""

    task: str
    part: str
    items: int
    ours: float
    naive: float
    published: str
    per_second: float


def read(path):
    """Return the objects of a file of JSON lines, zipped or not."""
    stored = path.read_bytes()
    text = gzip.decompress(stored) if path.suffix == ".gz" else stored
    return [json.loads(line) for line in text.splitlines()]


def halves(objects, key):
    """Return (name, objects) for the half that was looked at, the unseen one and the whole, parted by document."""
    parts = _parted(objects, key)
    return [("looked at", parts[0]), ("unseen", parts[1] + parts[2]), ("all", objects)]


def parts_read(objects, key):
    """Return (name, objects) for the half that was read first, what was read next and last, and the whole."""
    return [*zip(("read first", "read next", "read last"), _parted(objects, key), strict=True), ("all", objects)]


def _parted(objects, key):
    """A half, and two quarters, by the document that `key` names."""
    parts = [], [], []
    for one in objects:
        first, second = hashlib.sha256(one[key].encode()).digest()[:2]
        parts[1 + second % 2 if first % 2 else 0].append(one)
    return parts


def f1(right, given, wanted):
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (given + wanted) if given + wanted else 0.0
