"""The whole import: recording an article, reading it for claims, and against all open claims of the desk.

Articles are bodies of the public set of news; the claims of a full desk are headlines of the same set. The named
alternative is the import alone, without any reading, in the same run.
"""

import time
from datetime import date

from django.utils import timezone

from claims.models import Claim, ClaimFigures, Suggestion, User
from claims.services import assistant, importing
from tests.benchmarks.halves import read

ARTICLES, CLAIMS = 100, 10_000
AIM = 100


def show(folder):
    """Print how many articles a minute are imported with suggestions: on an empty desk, and on one full of claims."""
    if folder is None:
        print("Import with suggestions: not measured, no public sets are at hand")
        return
    try:
        bodies = read(folder / "retrieval" / "bodies.jsonl.gz")
        headlines = read(folder / "retrieval" / "queries_headlines.jsonl")
    except FileNotFoundError as missing:
        print(f"Import with suggestions: not measured, {missing.filename} is missing")
        return
    print(f"\n{'whole import':<44}{'articles/min':>14}{'aim':>6}{'import alone':>14}{'suggestions':>13}")
    measure("an empty desk", bodies[:ARTICLES])
    make_claims([one["text"] for one in headlines])
    measure(f"a desk with {CLAIMS:,} open claims", bodies[ARTICLES : 2 * ARTICLES])


def measure(desk, bodies):
    alone, offered = 0.0, Suggestion.objects.count()
    started = time.perf_counter()
    for body in bodies:
        begun = time.perf_counter()
        import_body(body)
        alone += time.perf_counter() - begun
        assistant.work_off()
    took = time.perf_counter() - started
    offered = Suggestion.objects.count() - offered
    a_minute, without = len(bodies) / took * 60, len(bodies) / alone * 60
    print(f"{desk:<44}{a_minute:>14,.0f}{AIM:>6}{without:>14,.0f}{offered:>13,}", flush=True)


def import_body(body):
    outcome = importing.import_file(name=f"{body['id']}.txt", raw=body["text"].encode("utf-8", "replace"))
    assert outcome.status in (importing.IMPORTED, importing.UNCHANGED), outcome.reason


def make_claims(headlines):
    """Make an open claim of each headline, over again with a number until there are enough."""
    by, now = User.objects.create_superuser("benchmark"), timezone.now()
    statements = (f"{headline[:480]} {n or ''}".strip() for n in range(CLAIMS) for headline in headlines)
    rows = Claim.objects.bulk_create(
        Claim(
            number=number,
            statement=statement,
            kind="event",
            state="open",
            review_on=date(2030, 1, 1),
            created_by=by,
            created_at=now,
            updated_at=now,
        )
        for number, statement in zip(range(1, CLAIMS + 1), statements, strict=False)
    )
    ClaimFigures.objects.bulk_create(ClaimFigures(claim=row, evidence_status="no_evidence") for row in rows)
