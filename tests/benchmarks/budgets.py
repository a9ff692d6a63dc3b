"""Budgets of the pages: `python -m tests.benchmarks.budgets`; fails when a page is over budget without a reason."""

import argparse
import logging
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.__main__ import SEEDS, set_up


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.budgets", description=__doc__)
    parser.add_argument("--articles", type=int, default=2000, help="articles of the full desk")
    parser.add_argument("--claims", type=int, default=5000, help="claims of the full desk")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder, "budgets.sqlite3")
        set_up(database)
        logging.getLogger("django.request").setLevel(logging.ERROR)
        from tests.benchmarks import pages, painting, rows
        from tests.pages import desk

        pages.collect(Path(folder, "static"))
        sessions = desk.make()
        places = desk.places()
        over = pages.measure(sessions, places, f"The demo desk ({rows.summary()})")
        painting.show(database, Path(folder, "static"), sessions["analyst"], places)
        rows.make(SEEDS, copies=options.articles // len(rows.listed(SEEDS)), claims=options.claims)
        over += pages.measure(sessions, places, f"A full desk ({rows.summary()})")
        painting.show(database, Path(folder, "static"), sessions["analyst"], places)
    if over:
        sys.exit(f"Over budget without a reason in tests/benchmarks/pages.py: {', '.join(dict.fromkeys(over))}")


if __name__ == "__main__":
    main()
