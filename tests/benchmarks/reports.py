"""How long numbered reports take over 100,000 claims and 1,000,000 links: `python -m tests.benchmarks.reports`.

Each is built for now, as of a day (D), and as of a moment (T) and a day; what all of them rest on, the figures as of
then, is held against the pure function, claim by claim. Both databases, one after the other.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from datetime import time as clock
from functools import partial
from pathlib import Path

from tests import postgres
from tests.benchmarks.__main__ import set_up

# What a reviewer may be asked to wait for, in seconds.
AIMS = {"now": 2, "as of D": 5, "as of D, T": 5}
# Both cut-offs, in days since the first of the desk's 300.
CUT_OFF_D, CUT_OFF_T = 240, 225
REPEATS, PATIENCE = 3, 10
BATCH = 2000


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reports", description=__doc__.splitlines()[0])
    # Those of the last days are yet to be linked ten times, so that these have a million links.
    parser.add_argument("--claims", type=int, default=102_000, help="claims of the desk")
    parser.add_argument("--database", choices=["sqlite", "postgres"], help="one of the two databases only")
    options = parser.parse_args()
    if options.database:
        measure(options)
    else:
        for name in ["sqlite", "postgres"] if postgres.programs() else ["sqlite"]:
            own = ["--claims", str(options.claims), "--database", name]
            # In a process of its own: Django knows one database.
            subprocess.run([sys.executable, "-m", "tests.benchmarks.reports", *own], check=True)


def measure(options):
    with tempfile.TemporaryDirectory() as folder:
        set_up(Path(folder, "reports.sqlite3") if options.database == "sqlite" else postgres.shared_url())
        # Models can be imported only now.
        from tests.benchmarks import large_desk, many_claims, rows

        many_claims.make(large_desk.Size(options.claims))
        many_claims.keep_figures()
        print(f"\n{options.database}: {rows.summary()}, in seconds, the shortest of up to {REPEATS} runs", flush=True)
        show_desk()
        show_figures()
        show_reports()


def show_desk():
    """Print what the desk is like, so that a reader can judge whether it is one."""
    from claims.models import ClaimFigures
    from claims.reports.numbered.rows import LIVE
    from claims.vocabulary import EvidenceStatus, State

    live = ClaimFigures.objects.filter(claim__state__in=LIVE)
    undecided = live.exclude(claim__state=State.DECIDED)
    for what, part, whole in (
        ("undecided claims in conflict", undecided.filter(evidence_status=EvidenceStatus.CONFLICTING), undecided),
        ("claims awaiting review disputed", live.filter(disputed=True), live.filter(claim__state=State.PROPOSED)),
        ("decisions to be looked at again", live.filter(needs_review=True), live.filter(claim__state=State.DECIDED)),
    ):
        print(f"{what:<34}{part.count():>9,} of {whole.count():,}")


def show_figures():
    """Print what the figures of all claims take as of a day and a moment, by column and claim by claim."""
    from claims.models import Claim
    from claims.reports.at_scale.figures import listed_figures
    from claims.reports.facts import figures_for
    from claims.reports.history import Past

    scope = scopes()["as of D, T"]
    ids = list(Claim.objects.values_list("pk", flat=True))
    batches = [ids[start : start + BATCH] for start in range(0, len(ids), BATCH)]
    cutoffs = {"as_of": scope.as_of, "recorded_by": scope.recorded_by}
    ours = best(lambda: listed_figures(ids, as_of=scope.as_of, past=Past(scope.recorded_by)))
    plain = best(lambda: [figures_for(Claim.objects.filter(pk__in=batch), **cutoffs) for batch in batches])
    print(f"{'figures as of D, T':<34}{ours:>10.2f}  claim by claim {plain:.2f}, {plain / ours:.1f} times as long")


def show_reports():
    """Print a line for each report: for now, as of a day, and as of a day and a moment; * is over the aim."""
    from claims.reports.numbered.registry import REPORTS, build

    print(f"{'report':<34}" + "".join(f"{f'{what} (< {aim})':>18}" for what, aim in AIMS.items()))
    for code, report in REPORTS.items():
        taken = {what: best(partial(build, code, scope)) for what, scope in scopes().items()}
        cells = (f"{seconds:.2f}{'*' if seconds > AIMS[what] else ' '}" for what, seconds in taken.items())
        print(f"{f'{code} {report.TITLE}':<34}" + "".join(f"{cell:>18}" for cell in cells), flush=True)


def scopes():
    """Return {what: the scope} of what each report is asked for."""
    from claims.reports.scope import Scope
    from tests.benchmarks.bulk import FIRST_DAY

    as_of = FIRST_DAY + timedelta(days=CUT_OFF_D)
    moment = datetime.combine(FIRST_DAY + timedelta(days=CUT_OFF_T), clock(12), UTC)
    return dict(zip(AIMS, (Scope(), Scope(as_of=as_of), Scope(as_of=as_of, recorded_by=moment)), strict=True))


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
