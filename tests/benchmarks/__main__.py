"""Measures what must stay fast and what must stay right: `python -m tests.benchmarks [--only assistant]`.

Two ways of the same answer run in one process on one database of their own, so a ratio means something even where the
machine is noisy; the times are this machine's. What the assistant reads is measured on public sets (`assistant`).
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks import assistant

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
REPEATS = 5


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("--copies", type=int, default=200, help="how often the corpus is imported")
    parser.add_argument("--claims", type=int, default=300, help="how many claims are made, each with a report")
    parser.add_argument(
        "--only",
        choices=["budgets", "reports", "pages", "imports", "assistant"],
        help="measure one and leave out the others",
    )
    options = parser.parse_args()
    over_budget = 0
    if options.only in (None, "budgets"):
        # In a process of its own, as the next has a database of its own.
        over_budget = subprocess.run([sys.executable, "-m", "tests.benchmarks.budgets"], check=False).returncode
    if options.only in (None, "reports"):
        subprocess.run([sys.executable, "-m", "tests.benchmarks.reports"], check=True)
    if options.only in (None, "pages"):
        measure_pages(options)
    if options.only is None:
        subprocess.run([sys.executable, "-m", "tests.benchmarks", "--only", "imports"], check=True)
    if options.only == "imports":
        measure_imports()
    if options.only in (None, "assistant"):
        assistant.show()
    sys.exit(over_budget)


def measure_pages(options):
    """Measure lists and searches on rows of their own."""
    with tempfile.TemporaryDirectory() as folder:
        set_up(Path(folder, "benchmarks.sqlite3"))
        # Models can be imported only now.
        from tests.benchmarks import matching, measures, rows

        print("Making rows …", flush=True)
        rows.make(SEEDS, copies=options.copies, claims=options.claims)
        print(rows.summary())
        show(measures.MEASURES)
        show(matching.measures())


def measure_imports():
    """Measure the whole import, from an empty desk on: what others left to be read would be counted with it."""
    with tempfile.TemporaryDirectory() as folder:
        set_up(Path(folder, "benchmarks.sqlite3"))
        # Its models can be imported only now.
        from tests.benchmarks import imports

        imports.show(assistant.data_folder())


def set_up(database):
    """Set Django up, as it is served, on the empty `database`: a file, or the URL of one."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "factcheck.settings",
        "FACTCHECK_ENV_FILE": os.devnull,
        "SECRET_KEY": "benchmarks",
        "DEBUG": "False",
        "ALLOWED_HOSTS": "127.0.0.1",
        "FACTCHECK_PLAIN_HTTP": "True",
        "DATABASE_URL": database if "://" in str(database) else f"sqlite:///{database}",
    }
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def show(measures):
    """Print a line for each measure: both ways, their times and how many times faster the first is."""
    print(f"\n{'what':<44}{'this way':>24}{'ms':>9}{'that way':>24}{'ms':>9}{'ratio':>8}")
    for what, (this, act), (that, other) in measures:
        one, two = best(act), best(other)
        print(f"{what:<44}{this:>24}{one:>9.1f}{that:>24}{two:>9.1f}{two / one:>7.1f}x", flush=True)


def best(act):
    """Return the shortest of some runs, in milliseconds."""
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        act()
        times.append((time.perf_counter() - started) * 1000)
    return min(times)


if __name__ == "__main__":
    main()
