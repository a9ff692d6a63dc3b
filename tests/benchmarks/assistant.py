"""The assistant's tasks on public sets, which are not in the repository: our figure beside the naive one.

The sets lie in the folder that FACTCHECK_DATA names, else in ../shared/data. What is not there is said, not left out.
"""

import os
from pathlib import Path

from tests.benchmarks import attribution, claiming, forward, neardup, retrieval, stance, time

VARIABLE = "FACTCHECK_DATA"
BESIDE_US = Path(__file__).resolve().parents[3] / "shared" / "data"
# Each has `rows(folder)`.
TASKS = (time, forward, attribution, claiming, retrieval, stance, neardup)


def data_folder():
    """Return the folder of the public sets, or None where there is none."""
    folder = Path(os.environ.get(VARIABLE) or BESIDE_US)
    return folder if folder.is_dir() else None


def show():
    """Print a line for each figure, or why there is none."""
    folder = data_folder()
    if folder is None:
        print(
            f"\nThe assistant's tasks were not measured: no public sets are at hand. {VARIABLE} names their folder."
        )
        return
    print(f"\n{'task':<52}{'part':<11}{'items':>7}{'ours':>8}{'naive':>8}  {'published':<16}{'items/s':>9}")
    for task in TASKS:
        for line in lines(task, folder):
            print(line, flush=True)


def lines(task, folder):
    """Return the lines of one task; one that says so where its set is missing."""
    try:
        return [as_line(as_values(row)) for row in task.rows(folder)]
    except FileNotFoundError as missing:
        return [f"{task.__name__.rpartition('.')[2]}: not measured, {missing.filename} is missing"]


def as_values(row):
    """Return a row of any task as a dict: some tasks have one already."""
    return row if isinstance(row, dict) else {name: getattr(row, name) for name in row.__dataclass_fields__}


def as_line(row):
    """Return the line of a row; what was not measured is a dash, with a note that says why."""
    if row.get("note"):
        return f"{row['task']:<52}{row['note']}"
    items, speed = row.get("items"), row.get("per_second")
    return (
        f"{row['task']:<52}{row.get('part', ''):<11}{items if items is not None else '–':>7}"
        f"{figure(row['ours']):>8}{figure(row['naive']):>8}  {row.get('published') or '–':<16}"
        f"{f'{speed:,.0f}' if speed else '–':>9}"
    )


def figure(value):
    return "–" if value is None else f"{value:.3f}".removeprefix("0")
