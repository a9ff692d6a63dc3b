"""Articles whose newest text shares much with a text: found by fingerprints, then compared. Reads only."""

import json
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count

from claims.models import ArticleVersion, Fingerprint
from claims.reports.credits import body_of, credits_of
from claims.text.copies import Shared, compare, fingerprints, word_runs

# A run that more texts hold is boilerplate or a stock phrase, and says nothing of who copied.
MOST_HOLDERS = 200
# What hundreds carry word for word has common runs only; this many then find some of them.
FROM_COMMON = 16
# One shared run is chance where a text has many.
FEW_RUNS = 48
# Of a longer text its own sample is asked for, not every run.
MOST_ASKED = 2_000
MOST_COMPARED = 30
# Half of the least share that tells anything: a sample errs.
WORTH_COMPARING = 0.15


@dataclass(frozen=True, slots=True)
class Near:
    """A version near to the one asked about, what they share (of that one first) and the agency that both credit."""

    version: ArticleVersion
    shared: Shared
    agency: str = ""


def near_copies(version, runs):
    """Return what is near to `version`, whose body has the word `runs`, in no order; at most 30."""
    found = ArticleVersion.objects.filter(pk__in=_candidates(version, runs)).exclude(article=version.article_id)
    compared = [(other, compare(runs, word_runs(body_of(other)))) for other in found]
    worth_a_look = [(other, shared) for other, shared in compared if shared.tells(one_agency=True)]
    near = [Near(other, shared, _common_credit(version, other)) for other, shared in worth_a_look]
    return [one for one in near if one.shared.tells(one_agency=bool(one.agency))]


def telling_runs(values):
    """Return those of the runs `values` by which copies can be found: kept of some text, and not of too many."""
    with connection.cursor() as cursor:
        cursor.execute(HOLDERS[connection.vendor], [MOST_HOLDERS + 1, json.dumps(sorted(set(values)))])
        holders = {value: count for value, count in cursor.fetchall() if count}
    rare = [value for value, count in holders.items() if count <= MOST_HOLDERS]
    return rare if 4 * len(rare) >= len(holders) else sorted(holders)[:FROM_COMMON]


def _common_credit(version, other):
    credited = credits_of(version)
    return next((name for name in credits_of(other) if name in credited), "")


def _candidates(version, runs):
    """Return the ids of the versions that share enough fingerprints to be compared, at most 30."""
    own = fingerprints(runs)
    asked = telling_runs(runs if len(runs) <= MOST_ASKED else own)
    others = Fingerprint.objects.filter(value__in=asked).exclude(version=version.pk).order_by()
    counted = others.values("version").annotate(hits=Count("pk")).order_by("-hits", "version")
    enough = counted.filter(hits__gte=2 if len(runs) >= FEW_RUNS else 1)
    hits = dict(enough.values_list("version", "hits")[:MOST_COMPARED])
    kept = Fingerprint.objects.filter(version__in=hits).order_by().values_list("version").annotate(Count("pk"))
    # What the shorter text would share of its sample, were it copied.
    return [pk for pk, count in kept if hits[pk] >= WORTH_COMPARING * min(count, len(own), len(asked))]


# Counting stops at what is too common.
HOLDERS = {
    "sqlite": """
        SELECT asked.value, (SELECT count(*) FROM (
            SELECT 1 FROM claims_fingerprint AS held WHERE held.value = asked.value LIMIT %s
        )) FROM json_each(%s) AS asked
    """,
    "postgresql": """
        SELECT asked.value::bigint, (SELECT count(*) FROM (
            SELECT 1 FROM claims_fingerprint AS held WHERE held.value = asked.value::bigint LIMIT %s
        ) AS found) FROM json_array_elements_text(%s::json) AS asked
    """,
}
