"""Whatever people do and in which order: what was judged stays judged, and the assistant only ever suggests."""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.errors import Refused
from claims.models import Article, AssistantRun, Claim, Event, Link, Suggestion
from claims.services import amending, articles, assistant, importing, merging, suggestions
from claims.text.quotes import find_quote
from claims.text.spans import Span
from claims.vocabulary import PUT_ASIDE, ClaimKind, Standing, State
from tests.factories import make_article, make_claim, make_link, make_reviewer

pytestmark = pytest.mark.django_db

SENTENCES = (
    "Muttaqi is expected to visit Islamabad on Thursday.",
    "Muttaqi arrived in Islamabad on Thursday.",
    "Muttaqi will not visit Islamabad, a spokesman said.",
    "Karzai plans to travel to Doha next week.",
    "Sources told Dawn that Karzai stayed in Kabul.",
    "The foreign ministers of both countries held talks.",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True).map(" ".join)
ONE_OF = st.integers(0, 9)


def import_text(desk, text, _):
    importing.import_file(name=f"{text[:9]}-{Article.objects.count() % 3}.txt", raw=text.encode())


def import_anew(desk, text, which):
    article = pick(Article.objects.order_by("pk"), which)
    importing.import_file(name=article.imported_from, raw=text.encode())


def set_date(desk, _, which):
    article = pick(Article.objects.order_by("pk"), which)
    articles.set_date(article=article, published_on=date(2021, 11, 6 + which), by=desk)


def change_standing(desk, _, which):
    article = pick(Article.objects.order_by("pk"), which)
    standing = Standing.USABLE if article.standing == Standing.WITHDRAWN else Standing.WITHDRAWN
    articles.set_standing(article=article, standing=standing, reason="So they say.", by=desk)


def accept(desk, _, which):
    suggestion = pick(Suggestion.objects.pending().order_by("pk"), which)
    suggestions.accept(suggestion=suggestion, by=desk, acknowledged=True)


def reject(desk, _, which):
    suggestions.reject(suggestion=pick(Suggestion.objects.pending().order_by("pk"), which), by=desk)


def reject_all(desk, _, which):
    suggestions.reject_all(suggestions=Suggestion.objects.filter(score__lt=which / 10), by=desk)


def undo(desk, *_):
    suggestions.undo(by=desk)


def claim_by_hand(desk, _, which):
    article = pick(Article.objects.order_by("pk"), which)
    quote = article.newest_version().text.split(".")[0]
    make_claim(article=article, quote=quote, by=desk, statement=quote, opened=which % 2 == 0)


def link_by_hand(desk, _, which):
    article = pick(Article.objects.order_by("-pk"), which)
    quote = article.newest_version().text.split(".")[0]
    claim = pick(Claim.objects.order_by("pk"), which)
    make_link(claim, article=article, quote=quote, by=desk, stance="context")


def amend(desk, _, which):
    claim = pick(Claim.objects.order_by("pk"), which)
    values = {"statement": SENTENCES[which % 6].rstrip("."), "kind": ClaimKind.EVENT}
    amending.edit(claim=claim, values=values, reason="It says so.", by=desk)


def merge(desk, _, which):
    claim, into = pick(Claim.objects.order_by("pk"), which), pick(Claim.objects.order_by("-pk"), which)
    merging.merge(claim=claim, into=into, reason="The same.", by=desk)


def unmerge(desk, _, which):
    merging.unmerge(claim=pick(Claim.objects.filter(state=State.MERGED), which), reason="Not the same.", by=desk)


def pick(rows, which):
    found = list(rows)
    if not found:
        raise Refused("There is none.")
    return found[which % len(found)]


def work(*_):
    before = records()
    assistant.work_off()
    assert records() == before, "the assistant changed what is for people to change"


ACTS = [
    import_text, import_anew, set_date, change_standing, accept, reject, reject_all, undo, claim_by_hand,
    link_by_hand, amend, merge, unmerge, work,
]  # fmt: skip
HISTORIES = st.lists(st.tuples(st.sampled_from(ACTS), TEXTS, ONE_OF), min_size=4, max_size=14)


def records():
    return [list(model.objects.order_by("pk").values()) for model in (Claim, Link, Event)]


def pending():
    return sorted(
        (one.kind, one.version_id, one.start, one.end, one.claim_id or 0, one.payload.get("other", 0))
        for one in Suggestion.objects.pending()
    )


def live(history):
    """Do every act that is allowed; the assistant reads after some of them, and in the end."""
    desk = make_reviewer()
    make_claim(article=make_article(SENTENCES[0]), quote=SENTENCES[0].rstrip("."), by=desk)
    for act, text, which in history:
        try:
            act(desk, text, which)
        except Refused:
            continue
    work()


def judged_again():
    """Return the pending suggestions whose words were judged for the same matter."""
    return [
        (new, old)
        for new in Suggestion.objects.pending().select_related("version")
        for old in Suggestion.objects.judged().filter(kind=new.kind, claim=new.claim_id).select_related("version")
        if old.version.article_id == new.version.article_id and has_words_of(new, old)
    ]


def has_words_of(new, old):
    if "other" in new.payload:
        return new.payload["other"] == old.payload["other"]
    there = Span(old.start, old.end)
    if old.version != new.version:
        there = find_quote(old.quote, new.version.text, near=old.start)
    return there is not None and there.is_much_as(Span(new.start, new.end))


def is_offered_in_vain(suggestion):
    version, claim = suggestion.version, suggestion.claim
    outdated = version != version.article.newest_version() or version.article.standing == Standing.WITHDRAWN
    other = Claim.objects.filter(pk=suggestion.payload.get("other"), state__in=PUT_ASIDE).exists()
    return (suggestion.kind in ("claim", "link") and outdated) or other or (claim and claim.state in PUT_ASIDE)


@settings(max_examples=25, derandomize=True, suppress_health_check=list(HealthCheck))
@given(history=HISTORIES)
def test_every_history_leaves_the_suggestions_in_order(history):
    with transaction.atomic():
        live(history)

        assert judged_again() == []
        assert len(set(pending())) == len(pending())
        assert [one for one in Suggestion.objects.pending() if is_offered_in_vain(one)] == []
        assert not AssistantRun.objects.waiting().exists()
        assert not AssistantRun.objects.failed().exists()
        assert assistant.work_off() == 0

        transaction.set_rollback(True)


@settings(max_examples=15, derandomize=True, suppress_health_check=list(HealthCheck))
@given(history=HISTORIES)
def test_all_that_is_read_once_more_brings_nothing_new(history):
    with transaction.atomic():
        live(history)
        known = pending()

        AssistantRun.objects.update(waiting=True)
        work()

        assert pending() == known
        transaction.set_rollback(True)
