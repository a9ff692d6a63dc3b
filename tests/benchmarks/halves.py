"""Halves of a public set: one that rules were judged by, one that was kept unseen until they were done."""

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
    unseen = [one for one in objects if hashlib.sha256(one[key].encode()).digest()[0] % 2]
    looked_at = [one for one in objects if not hashlib.sha256(one[key].encode()).digest()[0] % 2]
    return [("looked at", looked_at), ("unseen", unseen), ("all", objects)]


def f1(right, given, wanted):
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (given + wanted) if given + wanted else 0.0
