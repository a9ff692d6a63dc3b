"""What many claims cost: a new article against all of them, and the one that says the same as what is typed.

The claims are sentences of the corpus, cut and mixed, each with a name of its own; they are written at once, because
the services would take minutes.
"""

import random
from datetime import timedelta
from functools import partial

from django.db import connection
from django.utils import timezone

from claims.models import ArticleVersion, Claim, ClaimFigures, Sentence, User
from claims.models.claim import UNFINISHED
from claims.reports.claim_index import claims_sharing_words
from claims.reports.touched import MOST_READ, claims_touched_by
from claims.reports.twins import near_claims
from claims.text.evidence.terms import telling_words
from claims.text.similarity import rank_statements
from claims.vocabulary import ClaimKind, EvidenceStatus, State

SIZES = (10_000, 100_000)
SENTENCES = 25
TYPED = "Muttaqi is expected to travel to Islamabad"
BATCH = 2_000
BEST_OF_FTS5 = """
    SELECT rowid FROM temp.claim_words WHERE claim_words MATCH %s ORDER BY bm25(claim_words), rowid LIMIT %s
"""


def measures():
    """Make claims up to each size in turn, and yield what is measured on them: lines as in `measures.MEASURES`."""
    texts = list(Sentence.objects.order_by("pk").values_list("text", flat=True)[:2_000])
    for size in SIZES:
        make_claims(texts, size)
        index_of_fts5()
        yield from measures_at(f"{size:,}", texts[:SENTENCES])


def measures_at(size, asked):
    version = ArticleVersion.objects.order_by("pk").first()
    matrix, fts5 = ("kept matrix", partial(by_matrix, asked)), ("FTS5, every sentence", partial(by_fts5, asked))
    yield f"An article against {size} claims, shortlist", matrix, fts5
    yield f"An article against {size} claims, in full", ("kept matrix", partial(claims_touched_by, version)), fts5
    typed, every = ("kept matrix", lambda: near_claims(TYPED)), ("every statement", by_every_statement)
    yield f"Is it one of {size} claims already?", typed, every


def make_claims(texts, size):
    """Add claims until there are `size`, most of them changed long ago."""
    rng, by, now = random.Random(size), User.objects.first(), timezone.now()
    first = Claim.objects.order_by("-number").values_list("number", flat=True).first() or 0
    claims = [
        Claim(
            number=first + i, statement=statement(rng, texts), kind=ClaimKind.EVENT, state=State.OPEN, created_by=by,
            created_at=now, updated_at=now - timedelta(minutes=size - i),
        )
        for i in range(1, size - Claim.objects.count() + 1)
    ]  # fmt: skip
    made = Claim.objects.bulk_create(claims, batch_size=BATCH)
    figures = [ClaimFigures(claim=claim, evidence_status=EvidenceStatus.NO_EVIDENCE) for claim in made]
    ClaimFigures.objects.bulk_create(figures, batch_size=BATCH)


def statement(rng, texts):
    """Return six to fourteen words of some sentence, about somebody whom few other claims name."""
    words = rng.choice(texts).split()
    start = rng.randrange(max(len(words) - 6, 1))
    return f"Person{rng.randrange(5_000)} {' '.join(words[start : start + rng.randint(5, 13)])}"[:500]


def by_matrix(asked):
    return claims_sharing_words(asked, most=MOST_READ)


def index_of_fts5():
    """Index the claims as they stand, in a table that goes with the connection."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS temp.claim_words")
        cursor.execute("CREATE VIRTUAL TABLE temp.claim_words USING fts5 (statement, tokenize = 'porter')")
        cursor.execute("INSERT INTO temp.claim_words (rowid, statement) SELECT id, statement FROM claims_claim")


def by_fts5(asked):
    with connection.cursor() as cursor:
        for text in asked:
            words = " OR ".join(f'"{word}"' for word in dict.fromkeys(telling_words(text)))
            cursor.execute(BEST_OF_FTS5, [words, MOST_READ])
            cursor.fetchall()


def by_every_statement():
    rows = Claim.objects.filter(state__in=UNFINISHED).values_list("number", "statement")
    return rank_statements(TYPED, rows, 3)
