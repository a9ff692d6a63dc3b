"""Rows made through the services, so that no test holds a state that a user cannot reach."""

from datetime import date
from itertools import count

from django.contrib.auth.models import Group
from django.utils import timezone

from claims.models import Claim, Link, Suggestion, User
from claims.services import (
    articles,
    assessments,
    claim_sets,
    claims,
    importing,
    links,
    merging,
    offers,
    passages,
    reschedules,
)
from claims.services.attribution import Attribution
from claims.vocabulary import Basis, ClaimKind, Confidence, Independence, Stance, State, Verdict, WindowBasis

PASSWORD = "a long enough password"
FORETOLD = "Muttaqi is expected to visit Islamabad"
ARRIVED = "Muttaqi arrived in Islamabad"
POSTPONED = "The visit was postponed to"
counter = count(1)


def make_user(username=None, *groups, **fields):
    username = username or f"person{next(counter)}"
    user = User.objects.create_user(username, password=PASSWORD, **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    return User.objects.get(pk=user.pk)


def make_analyst(username=None):
    return make_user(username, "Analyst")


def make_reviewer(username=None):
    return make_user(username, "Reviewer")


def make_administrator(username=None):
    return make_user(username, is_staff=True, is_superuser=True)


def make_article(text=f"{FORETOLD} this week. Talks follow.", *, published_on=date(2021, 11, 7), name=None, **listed):
    """Import an article and, where the text states no date, set the day `published_on` (None: leave it undated)."""
    name = name or f"article-{next(counter)}.txt"
    listed.setdefault("title", f"Article {name}")
    listed.setdefault("publisher", f"Outlet {next(counter)}")
    raw = text.encode()
    outcome = importing.import_file(name=name, raw=raw, listed=importing.Listed(**listed))
    assert outcome.status == importing.IMPORTED, outcome.reason
    if published_on and not outcome.article.published_on:
        return articles.set_date(article=outcome.article, published_on=published_on, by=make_analyst())
    return outcome.article


def make_version(article, text):
    """Import a changed text of `article` and return its newest version."""
    outcome = importing.import_file(name=article.imported_from, raw=text.encode())
    assert outcome.status == importing.NEW_VERSION, outcome.reason
    return article.newest_version()


def make_claim(*, by=None, article=None, quote=FORETOLD, statement="Muttaqi will visit Islamabad", **fields):
    """Make an open forecast with the window 7 to 14 November 2021, unless `fields` say otherwise."""
    fields.setdefault("kind", ClaimKind.FORECAST)
    if fields["kind"] == ClaimKind.FORECAST and "window_end" not in fields and "review_on" not in fields:
        fields |= {"window_start": date(2021, 11, 7), "window_end": date(2021, 11, 14)}
        fields |= {"window_basis": WindowBasis.STATED}
    return claims.make(
        article=article or make_article(), quote=quote, by=by or make_analyst(), statement=statement, **fields
    )


def make_link(claim, *, article=None, quote=None, by=None, attribution=None, **fields):
    """Link a passage to `claim`: by default an independent report, of a new outlet, that the event happened."""
    article = article or make_article(f"{ARRIVED} on Wednesday. He met Qureshi.", published_on=date(2021, 11, 10))
    by = by or make_analyst()
    text = article.newest_version().text
    quote = quote or (ARRIVED if ARRIVED in text else FORETOLD)
    passage = passages.mark(article=article, quote=quote, by=by, attribution=attribution or Attribution())
    fields.setdefault("stance", Stance.SUPPORTS)
    if fields["stance"] in (Stance.SUPPORTS, Stance.REFUTES):
        fields.setdefault("basis", Basis.OUTCOME)
        fields.setdefault("independence", Independence.INDEPENDENT)
    fields.setdefault("reason", "It says so.")
    return links.add(claim=claim, passage=passage, by=by, acknowledged=True, **fields)


def make_reschedule(claim, *, day=date(2021, 11, 17), published_on=date(2021, 11, 8), by=None, **fields):
    """Give `claim` the new date `day`, in the words of an article of its own that says so, and return the record."""
    article = make_article(f"{POSTPONED} {day:%-d %B %Y}, he said.", published_on=published_on)
    return reschedules.reschedule(
        claim=claim,
        article=article,
        quote=f"{POSTPONED} {day:%-d %B %Y}",
        window_start=day,
        window_end=day,
        window_basis=WindowBasis.STATED,
        by=by or make_analyst(),
        **fields,
    )


def make_suggestion(kind, *, article=None, quote=FORETOLD, claim=None, score=0.8, rule=None, says=None):
    """Store what the assistant would offer about `quote`; `says` is the payload besides the quote."""
    version = (article or make_article()).newest_version()
    start = version.text.index(quote)
    offer = Suggestion(
        kind=kind,
        version=version,
        start=start,
        end=start + len(quote),
        claim=claim,
        rule=rule or f"{kind}-1",
        score=score,
        reasons=["it looks ahead"],
        payload={"quote": quote} | (says or {}),
        created_at=timezone.now(),
    )
    offers.renew([offer], among=Suggestion.objects.none())
    return Suggestion.objects.for_queue().get(kind=kind, version=version, start=start, end=offer.end, rule=offer.rule)


def make_proposal(claim, *, by=None, verdict=Verdict.CONFIRMED, **fields):
    """Propose a verdict that relies on every live link with a basis."""
    return assessments.propose(claim=claim, by=by or make_analyst(), **_assessment(claim, verdict, fields))


def make_decision(claim, *, by=None, verdict=Verdict.CONFIRMED, **fields):
    """Decide a claim; when nobody has proposed yet, somebody proposes the same first."""
    if not claim.assessments.proposals().live().exists():
        make_proposal(claim, verdict=verdict, **fields)
    claim.refresh_from_db()
    return assessments.decide(claim=claim, by=by or make_reviewer(), **_assessment(claim, verdict, fields))


def _assessment(claim, verdict, fields):
    reason = {"unresolved_reason": "nothing_found"} if verdict == Verdict.UNRESOLVED else {}
    return {
        "verdict": verdict,
        "confidence": Confidence.MODERATE,
        "rationale": "The foreign office announced it.",
        "what_would_change": "A denial by the foreign office.",
        "relied_on": list(Link.objects.filter(claim=claim).live().exclude(basis="")),
        "acknowledged": True,
    } | reason | fields  # fmt: skip


def claim_in(state):
    """Return a claim that people have brought into `state`."""
    claim = make_claim(opened=state not in (State.DRAFT, State.REJECTED))
    if state in (State.PROPOSED, State.DECIDED):
        make_link(claim)
        make_proposal(claim)
    if state == State.DECIDED:
        make_decision(claim)
    if state == State.REJECTED:
        claims.reject(claim=claim, reason="No claim.", by=claim.owner)
    if state == State.MERGED:
        merging.merge(claim=claim, into=make_claim(), reason="The same.", by=make_reviewer())
    return Claim.objects.get(pk=claim.pk)


def make_claim_set(*members, by=None, name="Where Muttaqi is", reason="He is in one place."):
    """Say that of `members`, two new claims by default, at most one can be true."""
    members = members or (make_claim(), make_claim(statement="Muttaqi will stay in Kabul"))
    return claim_sets.make(claims=members, by=by or make_analyst(), name=name, reason=reason)
