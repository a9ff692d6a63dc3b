"""How long numbered reports take over 100,000 claims and 1,000,000 links: `python -m tests.benchmarks.reports`.

Each is built for now and as of a day and a moment in the past; what all of them rest on, the figures as of then, is
held against the pure function, claim by claim. Both databases, one after the other.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from tests import postgres
from tests.benchmarks.__main__ import set_up

# What a reviewer may be asked to wait for, in seconds.
NOW, THEN = 2, 5
REPEATS, PATIENCE = 3, 10
BATCH = 2000


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reports", description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=100_000, help="claims of the desk, each with ten links")
    parser.add_argument("--database", choices=["sqlite", "postgres"], help="one of the two databases only")
    options = parser.parse_args()
    if options.database:
        measure(options)
    else:
        for name in ["sqlite", "postgres"] if postgres.programs() else ["sqlite"]:
            # In a process of its own: Django knows one database.
            own = [
                sys.executable,
                "-m",
                "tests.benchmarks.reports",
                "--claims",
                str(options.claims),
                "--database",
                name,
            ]
            subprocess.run(own, check=True)


def measure(options):
    with tempfile.TemporaryDirectory() as folder:
        set_up(Path(folder, "reports.sqlite3") if options.database == "sqlite" else postgres.shared_url())
        # Models can be imported only now.
        from tests.benchmarks import many_claims, rows

        many_claims.make(many_claims.Size(options.claims))
        many_claims.keep_figures()
        print(f"\n{options.database}: {rows.summary()}, in seconds, the shortest of up to {REPEATS} runs", flush=True)
        show_figures()
        show_reports()


def show_figures():
    """Print what the figures of all claims take as of a day and a moment, by column and claim by claim."""
    from claims.models import Claim
    from claims.reports.facts import figures_for
    from claims.reports.facts_at_scale import listed_figures
    from claims.reports.history import Past

    scope = past_scope()
    ids = list(Claim.objects.values_list("pk", flat=True))
    batches = [ids[start : start + BATCH] for start in range(0, len(ids), BATCH)]
    cutoffs = {"as_of": scope.as_of, "recorded_by": scope.recorded_by}
    ours = best(lambda: listed_figures(ids, as_of=scope.as_of, past=Past(scope.recorded_by)))
    plain = best(lambda: [figures_for(Claim.objects.filter(pk__in=batch), **cutoffs) for batch in batches])
    print(f"{'figures as of then':<28}{ours:>10.2f}  claim by claim {plain:.2f}, {plain / ours:.1f} times as long")


def show_reports():
    """Print a line for each report: for now, and as of a day and a moment."""
    from claims.reports.numbered.registry import REPORTS
    from claims.reports.scope import Scope

    print(f"{'report':<28}{'now':>10}{'then':>10}")
    for code, report in REPORTS.items():
        now, then = (best(partial(report.build, scope)) for scope in (Scope(), past_scope()))
        over = " over what one should wait" if now > NOW or then > THEN else ""
        print(f"{f'{code} {report.TITLE}':<28}{now:>10.2f}{then:>10.2f}{over}", flush=True)


def past_scope():
    from claims.reports.scope import Scope

    return Scope(as_of=date(2021, 9, 1), recorded_by=datetime(2021, 8, 15, tzinfo=UTC))


def best(act):
    """Return the shortest of some runs, in seconds by the clock: the database may work in another process."""
    taken = []
    while len(taken) < REPEATS and sum(taken) < PATIENCE:
        started = time.perf_counter()
        act()
        taken.append(time.perf_counter() - started)
    return min(taken)


if __name__ == "__main__":
    main()
