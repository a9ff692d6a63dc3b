"""A desk too large for the services to make: 100,000 claims with ten links each, written as rows in bulk.

Much is out of the ordinary, as on a real desk: links withdrawn or made after the decision, articles with a second
version that lost some words, dates corrected, claims merged. What nobody ever changes costs nothing to read back.
"""

from dataclasses import dataclass

from django.db import connection, transaction

from claims.models import Claim, ClaimFigures, Source, Topic, User
from claims.reports.facts_at_scale import listed_figures
from claims.vocabulary import Flag

LINKS_A_CLAIM = 10
SOURCES = TOPICS = 40
# Each minute of 300 days something is written.
MINUTES = 432_000


@dataclass(frozen=True, slots=True)
class Size:
    """How many claims; the rest follows: ten links, four passages and an article for each."""

    claims: int = 100_000

    @property
    def links(self):
        return self.claims * LINKS_A_CLAIM

    @property
    def passages(self):
        return self.claims * 4


def day(number):
    """SQL for the day that is `number` days after the first."""
    if connection.vendor == "sqlite":
        return f"date('2021-01-01', '+' || ({number}) || ' days')"
    return f"(date '2021-01-01' + ({number})::int)"


def moment(number):
    """SQL for the moment that is `number` minutes after the first."""
    if connection.vendor == "sqlite":
        return f"datetime('2021-01-01', '+' || ({number}) || ' minutes')"
    return f"(timestamptz '2021-01-01 00:00Z' + ({number}) * interval '1 minute')"


@transaction.atomic
def make(size):
    """Write the rows of a desk of that size into an empty database."""
    User.objects.bulk_create(User(username=f"person{number}", password="!") for number in range(8))
    Source.objects.bulk_create(Source(kind="agency", name=f"Source {number}") for number in range(SOURCES))
    Topic.objects.bulk_create(Topic(name=f"Topic {number}", slug=f"topic-{number}") for number in range(TOPICS))
    people = f"(SELECT min(id) FROM claims_user) + i % {User.objects.count()}"
    source = f"(SELECT min(id) FROM claims_source) + i % {SOURCES}"
    _articles(size, people, source)
    _passages(size, people, source)
    _claims(size, people)
    _links(size, people)
    _assessments(size, people)
    _events(size, people)


def keep_figures():
    """Keep the figures of every claim as the lists show them."""
    found = listed_figures(list(Claim.objects.values_list("pk", flat=True)))
    ClaimFigures.objects.bulk_create((_kept(pk, figures) for pk, figures in found.items()), batch_size=5000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _kept(pk, figures):
    values = {
        name: getattr(figures, name) for name in ("evidence_status", "articles", "origins", "supports", "conflicts")
    }
    flags = {flag: flag in figures.flags for flag in Flag.values}
    return ClaimFigures(
        claim_id=pk, closed=figures.timing == "closed", verdict=figures.verdict or "", **values, **flags
    )


def _insert(table, rows, columns, where="true"):
    """Write a row for each i below `rows` of which `where` holds; `columns` are SQL expressions of i."""
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO claims_{table} ({names}) "
            f"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {rows - 1}) "
            f"SELECT {', '.join(map(str, columns.values()))} FROM n WHERE {where}"
        )


def _articles(size, people, source):
    _insert("article", size.claims, {
        "id": "i + 1", "title": "'Article ' || i", "outlet_id": source,
        "published_on": f"CASE WHEN i % 50 = 7 THEN NULL ELSE {day('(i * 7) % 300')} END",
        "published_basis": "CASE WHEN i % 50 = 7 THEN 'unknown' ELSE 'header' END",
        "standing": "CASE WHEN i % 100 = 3 THEN 'withdrawn' ELSE 'usable' END",
        "standing_at": f"CASE WHEN i % 100 = 3 THEN {moment('200000 + i')} ELSE NULL END",
        "created_at": moment("i % 1000"), "created_by_id": people, "lock_version": 1,
    })  # fmt: skip
    for number, where in ((1, "true"), (2, "i % 20 = 0")):
        _insert("articleversion", size.claims, {
            "id": f"i + 1 + {(number - 1) * size.claims}", "article_id": "i + 1", "number": number,
            "text": f"'The text of article ' || i || ', version {number}. ' || 'It says many things of many people.'",
            "headline_end": 0, "removed": "'[]'", "sha256": f"'{number}-' || i",
            "change": f"'{'initial' if number == 1 else 'update'}'", "note": "''",
            "recorded_at": moment(f"i % 1000 + {(number - 1) * 150_000}"), "recorded_by_id": people,
        }, where)  # fmt: skip


def _passages(size, people, source):
    article = f"(i % {size.claims})"
    _insert("passage", size.passages, {
        "id": "i + 1", "article_id": f"{article} + 1",
        "exact": "'These are the quoted words of passage ' || i || ', said by an official on Wednesday of the talks'",
        "prefix": "'what stood before the words'", "suffix": "'what stood after them'", "speaker": "'An official'",
        "speaker_kind": "'anonymous'", "origin_id": f"CASE WHEN i % 10 = 0 THEN NULL ELSE {source} END",
        "certainty": "'certain'", "polarity": "'positive'", "created_at": moment("i % 1000"), "created_by_id": people,
    })  # fmt: skip
    place = {"passage_id": "i + 1", "start": 0, "end": 20, "method": "'exact'", "created_by_id": people}
    first = place | {"id": "i + 1", "version_id": f"{article} + 1", "created_at": moment("i % 1000")}
    second = place | {
        "id": f"i + 1 + {size.passages}",
        "version_id": f"{article} + 1 + {size.claims}",
        "created_at": moment(f"{article} % 1000 + 150000"),
    }
    _insert("anchor", size.passages, first)
    _insert("anchor", size.passages, second, f"{article} % 20 = 0 AND i % 3 <> 0")


def _claims(size, people):
    forecast = "i % 4 <> 0"
    _insert("claim", size.claims, {
        "id": "i + 1", "number": "i + 1", "statement": "'The minister will visit place ' || i || ' in some days'",
        "kind": f"CASE WHEN {forecast} THEN 'forecast' ELSE 'event' END",
        "window_start": f"CASE WHEN {forecast} AND i % 3 = 0 THEN {day('(i * 3) % 200')} ELSE NULL END",
        "window_end": f"CASE WHEN {forecast} AND i % 3 < 2 THEN {day('(i * 3) % 200 + 60')} ELSE NULL END",
        "window_basis": f"CASE WHEN {forecast} AND i % 3 < 2 THEN 'stated' ELSE '' END",
        "review_on": f"CASE WHEN {forecast} AND i % 3 = 2 THEN {day('(i * 3) % 200 + 90')} ELSE NULL END",
        "criteria": "'A report of the arrival.'", "owner_id": f"CASE WHEN i % 9 = 0 THEN NULL ELSE {people} END",
        "state": "CASE WHEN i % 33 = 1 THEN 'merged' WHEN i % 10 < 3 THEN 'decided' WHEN i % 20 = 7 THEN 'proposed' "
                 "WHEN i % 20 = 9 THEN 'rejected' WHEN i % 50 = 4 THEN 'draft' ELSE 'open' END",
        "merged_into_id": "CASE WHEN i % 33 = 1 THEN i ELSE NULL END",
        "amended_at": f"CASE WHEN i % 25 = 0 THEN {moment('260000 + i % 100000')} ELSE NULL END",
        "created_at": moment("1000 + i % 30000"), "created_by_id": people, "updated_at": moment("1000 + i % 30000"),
        "lock_version": 1,
    })  # fmt: skip
    topic = f"(SELECT min(id) FROM claims_topic) + i % {TOPICS}"
    _insert("claim_topics", size.claims, {"id": "i + 1", "claim_id": "i + 1", "topic_id": topic})


def _links(size, people):
    claim, place = f"(i % {size.claims})", f"(i / {size.claims})"
    kind = f"({claim} + 3 * {place}) % 7"
    speaks = f"{place} IN (1, 2, 3, 4, 5, 6, 9)"
    withdrawn = "i % 97 = 0"
    _insert("link", size.links, {
        "id": "i + 1", "claim_id": f"{claim} + 1",
        "passage_id": f"({claim} * 4 + {place} * 10007) % {size.passages} + 1",
        "stance": f"CASE WHEN {place} = 0 OR ({place} = 1 AND {kind} < 2) THEN 'asserts' WHEN {place} = 7 THEN "
                  f"'qualifies' WHEN {place} = 8 THEN 'context' WHEN {place} = 6 AND {claim} % 25 = 0 THEN 'refutes' "
                  "ELSE 'supports' END",
        "basis": f"CASE WHEN NOT ({speaks}) THEN '' WHEN {kind} = 0 THEN 'outcome' ELSE 'expectation' END",
        "independence": f"CASE WHEN NOT ({speaks}) THEN '' WHEN {kind} IN (0, 3) THEN 'independent' WHEN {kind} = 4 "
                        "THEN 'same_origin' ELSE 'undetermined' END",
        "reason": "'The words say so of the same visit.'",
        "created_at": moment(f"1000 + {claim} % 30000 + {place} * 32000"), "created_by_id": people,
        "withdrawn_at": f"CASE WHEN {withdrawn} THEN {moment('390000 + i % 40000')} ELSE NULL END",
        "withdrawn_by_id": f"CASE WHEN {withdrawn} THEN {people} ELSE NULL END",
        "withdrawn_reason": f"CASE WHEN {withdrawn} THEN 'Misread.' ELSE '' END",
    })  # fmt: skip


def _assessments(size, people):
    said = {
        "claim_id": "i + 1", "author_id": people, "unresolved_reason": "''", "confidence": "'moderate'",
        "rationale": "'So it was reported.'", "what_would_change": "'A denial.'", "own_proposal": "false",
        "verdict": "CASE WHEN i % 3 = 0 THEN 'refuted' ELSE 'confirmed' END", "as_of": day("200 + i % 60"),
    }  # fmt: skip
    decided = moment("290000 + i % 30000")
    proposed = said | {"id": "i + 1", "step": "'proposal'", "created_at": moment("280000 + i % 30000")}
    closed = {"closed_at": decided, "closed_by_id": people, "closing": "'decided'", "closing_note": "''"}
    waiting = {"closing": "''", "closing_note": "''"}
    _insert("assessment", size.claims, proposed | waiting, "i % 20 = 7")
    _insert("assessment", size.claims, proposed | closed, "i % 10 < 3")
    decision = said | {"id": f"i + 1 + {size.claims}", "step": "'decision'", "created_at": decided}
    _insert("assessment", size.claims, decision | waiting, "i % 10 < 3")


def _events(size, people):
    claim = f"i % {size.claims} + 1"
    _event(size.links, 0, people, "link", "linked", at="1000 + i % 400000", claim_id=claim)
    done = size.links
    for verb, at in (("created", "1000 + i % 30000"), ("changed", "250000 + i % 30000")):
        before = "'{}'" if verb == "created" else '\'{"state": "open"}\''
        _event(size.claims, done, people, "claim", verb, at=at, claim_id="i + 1", before=before)
        done += size.claims
    _event(size.passages, done, people, "passage", "created", at="i % 1000", article_id=f"i % {size.claims} + 1")
    done += size.passages
    dated = {"article_id": "i + 1", "before": '\'{"published_on": "2021-03-01"}\'', "where": "i % 20 = 5"}
    _event(size.claims, done, people, "article", "changed", at="300000 + i", **dated)


def _event(rows, after, people, noun, verb, *, at, before="'{}'", where="true", **page):
    columns = {
        "id": f"i + 1 + {after}", "at": moment(at), "actor_id": people, "verb": f"'{verb}'", "noun": f"'{noun}'",
        "object_id": "i + 1", "before": before, "after": "'{}'", "reason": "''",
    }  # fmt: skip
    _insert("event", rows, columns | page, where)
