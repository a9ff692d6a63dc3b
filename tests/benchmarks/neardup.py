"""Near-duplicate articles, as the product keeps them: fingerprints in a table, then compared word for word.

The set gives the Jaccard coefficient of runs of three words of pairs of articles. Found is a pair that is kept as the
same report; the naive way is MinHash with locality-sensitive hashing alone.
"""

import os
import re
import tempfile
import time
from pathlib import Path

from tests.benchmarks.halves import Row, halves, read

BODIES, PAIRS = "retrieval/bodies.jsonl.gz", "neardup/pairs.jsonl"
PERMUTATIONS = 128
SAME_REPORT = 0.5
PUBLISHED = "LSH .90 at ≥ .8"
_WORD = re.compile(r"\w+")


def rows(folder):
    """Return the rows of the table for the set in `folder`."""
    texts = {str(one["id"]): one["text"] for one in read(folder / BODIES)}
    gold = read(folder / PAIRS)
    ours, per_second = kept(texts)
    naive = {least: hashed(texts, least) for least in (0.8, SAME_REPORT)}
    found = []
    for part, some in halves(gold, "a"):
        for least in (0.8, SAME_REPORT):
            wanted = alike(some, least)
            figures = recall(ours, wanted), recall(naive[least], wanted)
            task = f"near-duplicates, recall at {least:g}"
            found.append(Row(task, part, len(wanted), *figures, PUBLISHED, per_second))
        figures = [precision(pairs, gold, some, part) for pairs in (ours, naive[SAME_REPORT])]
        found.append(Row("near-duplicates, precision", part, len(some), *figures, "", per_second))
    return found


def alike(gold, least):
    """The pairs of the set whose coefficient is at least `least`."""
    return {pair_of(one["a"], one["b"]) for one in gold if one["jaccard3"] >= least}


def pair_of(one, other):
    return tuple(sorted((one, other)))


def recall(found, wanted):
    return len(found & wanted) / len(wanted)


def precision(found, gold, some, part):
    """The share of right ones among the pairs found; in a half, among those that stand in it or in no half."""
    others = {pair_of(one["a"], one["b"]) for one in gold} - {pair_of(one["a"], one["b"]) for one in some}
    judged = found if part == "all" else found - others
    return len(judged & alike(some, SAME_REPORT)) / len(judged)


def kept(texts):
    """Return the pairs that the product keeps as one report, and how many articles a second it reads for that."""
    with tempfile.TemporaryDirectory() as folder:
        own_database(Path(folder, "neardup.sqlite3"))
        # Models can be imported only now.
        from django.db import connection

        from claims.models import ArticleCopy
        from claims.services import copies

        keys = store(texts)
        started = time.perf_counter()
        copies.rebuild()
        seconds = time.perf_counter() - started
        pairs = ArticleCopy.objects.alike().values_list("first", "second")
        found = {pair_of(keys[first], keys[second]) for first, second in pairs}
        connection.close()
    return found, len(texts) / seconds


def own_database(file):
    """Let Django work on an empty database in `file`, whether or not it was set up on another before."""
    from tests.benchmarks.__main__ import set_up

    if "DJANGO_SETTINGS_MODULE" not in os.environ:
        set_up(file)
        return
    from django.core.management import call_command
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = str(file)
    call_command("migrate", verbosity=0)


def store(texts):
    """Store each text as an article of its own and return {article id: key}."""
    from django.utils import timezone

    from claims.models import Article, ArticleVersion

    now = timezone.now()
    articles = Article.objects.bulk_create(Article(created_at=now) for _ in texts)
    ArticleVersion.objects.bulk_create(
        ArticleVersion(article=article, number=1, text=text, sha256="", change="initial", recorded_at=now)
        for article, text in zip(articles, texts.values(), strict=True)
    )
    return {article.pk: key for article, key in zip(articles, texts, strict=True)}


def hashed(texts, least):
    """Return the pairs that fall into one bucket of datasketch's MinHashLSH at the threshold `least`."""
    from datasketch import MinHash, MinHashLSH

    index, found = MinHashLSH(threshold=least, num_perm=PERMUTATIONS), set()
    for key, text in texts.items():
        words = _WORD.findall(text.lower())
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([" ".join(words[i : i + 3]).encode() for i in range(len(words) - 2)])
        found |= {pair_of(key, other) for other in index.query(sketch)}
        index.insert(key, sketch)
    return found
