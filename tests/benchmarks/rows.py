"""Rows to measure on: the corpus many times over, and claims with a report each, made through the services."""

from claims.models import Article, Claim, Link, User
from claims.services import claims, importing, links, passages
from claims.services.source_lists import read_source_list

MADE_IN, QUOTE = "2021-11-07-ani-muttaqi-likely-to-visit.txt", "is likely to visit Islamabad in the coming days"
REPORTED_IN, ARRIVED = "2021-11-10-muttaqi-arrives-in-islamabad.txt", "arrived in Islamabad on Wednesday"


def make(seeds, *, copies, claims):
    """Import every text of `seeds` `copies` times, each with words of its own, and make `claims` claims."""
    about = listed(seeds)
    articles = [{name: import_copy(seeds / name, about[name], copy) for name in about} for copy in range(copies)]
    by = User.objects.create_superuser("benchmark")
    for number in range(claims):
        make_claim(articles[number % copies], number, by)


def listed(seeds):
    """Return what the list of sources says of each text of `seeds`, by its name."""
    return read_source_list((seeds / "sources.csv").read_bytes())


def import_copy(path, listed, copy):
    raw = path.read_bytes() + f"\nCopy number{copy} of the text.".encode()
    about = importing.Listed(publisher=listed.publisher, title=listed.title)
    outcome = importing.import_file(name=f"{copy}-{path.name}", raw=raw, listed=about)
    assert outcome.status == importing.IMPORTED, outcome.reason
    return outcome.article


def make_claim(articles, number, by):
    claim = claims.make(
        article=articles[MADE_IN], quote=QUOTE, by=by, statement=f"Muttaqi will visit Islamabad, {number}",
        kind="forecast",
    )  # fmt: skip
    passage = passages.mark(article=articles[REPORTED_IN], quote=ARRIVED, by=by)
    links.add(
        claim=claim, passage=passage, stance="supports", basis="outcome", independence="independent", by=by,
        acknowledged=True,
    )  # fmt: skip


def summary():
    """Say how many rows there are."""
    counts = {model._meta.verbose_name_plural: model.objects.count() for model in (Article, Claim, Link)}
    return ", ".join(f"{count:,} {name}" for name, count in counts.items())
