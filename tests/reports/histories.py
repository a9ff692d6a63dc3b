"""What people do to a desk, in any sequence: the acts by name, and a strategy that draws them."""

from contextlib import contextmanager
from datetime import date, timedelta

from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from hypothesis import strategies as st

from claims.errors import Refused
from claims.models import Article, Claim, Link, Membership, Reschedule, Suggestion
from claims.reports.alternatives import outcomes_of_alternatives
from claims.services import (
    amending,
    articles,
    assessments,
    assistant,
    claim_sets,
    links,
    merging,
    passages,
    reschedules,
    seals,
    splitting,
    suggestions,
)
from claims.services.attribution import Attribution
from claims.vocabulary import (
    Basis,
    Independence,
    Stance,
    Standing,
    WindowBasis,
)
from tests.factories import (
    ARRIVED,
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_reviewer,
    make_version,
)

TEXT = f"{FORETOLD} this week. {ARRIVED} on Wednesday, an official said. Talks follow."

small = st.integers(0, 5)
steps = st.lists(
    st.one_of(
        st.tuples(
            st.just("link"),
            small,
            small,
            st.sampled_from(Stance),
            st.sampled_from(Basis),
            st.sampled_from(Independence),
        ),
        st.tuples(
            st.sampled_from(
                ["withdraw", "reaffirm", "revise", "date", "version", "standing", "window", "reattribute"]
            ),
            small,
            small,
        ),
        st.tuples(
            st.sampled_from(["propose", "decide", "send_back", "reopen", "merge", "unmerge", "split"]), small, small
        ),
        st.tuples(st.sampled_from(["reschedule", "date_after", "withdraw_date"]), small, small),
        st.tuples(st.sampled_from(["exclude", "part", "refute"]), small, small),
        st.tuples(st.sampled_from(["propose_blind", "open_round", "send_back_one"]), small, small),
        st.tuples(st.sampled_from(["read", "accept", "turn_down", "undo"]), small, small),
    ),
    max_size=14,
)


@contextmanager
def a_desk():
    """Give a desk with two claims and five articles, one of them undated; nothing of it is left afterwards."""
    with transaction.atomic():
        makers = [make_article(TEXT, published_on=date(2021, 11, 7)) for _ in range(2)]
        more = [make_article(TEXT, published_on=day) for day in (date(2021, 11, 6), date(2021, 11, 10), None)]
        yield {
            "articles": [*makers, *more],
            "claims": [make_claim(article=article) for article in makers],
            "by": [make_analyst(), make_reviewer(), make_analyst()],
        }
        transaction.set_rollback(True)


@contextmanager
def refusals_ignored():
    try:
        with transaction.atomic():
            yield
    except Refused:
        pass


def pick(rows, number):
    rows = list(rows)
    if not rows:
        raise Refused("There is nothing left to act on.")
    return rows[number % len(rows)]


def claim_of(desk, number):
    return Claim.objects.get(pk=pick(desk["claims"], number).pk)


def article_of(desk, number):
    return Article.objects.get(pk=pick(desk["articles"], number).pk)


def link(desk, claim, article, stance, basis, independence):
    article, by = article_of(desk, article), desk["by"][0]
    passage = passages.mark(article=article, quote=ARRIVED, by=by)
    speaks = stance in (Stance.SUPPORTS, Stance.REFUTES)
    links.add(
        claim=claim_of(desk, claim),
        passage=passage,
        stance=stance,
        basis=basis if speaks else "",
        independence=independence if speaks else "",
        reason="It says so.",
        acknowledged=True,
        by=by,
    )


def withdraw(desk, number, _):
    links.withdraw(link=pick(Link.objects.live(), number), reason="A mistake.", by=desk["by"][1])


def reaffirm(desk, number, _):
    quote = TEXT[: len(FORETOLD)]
    links.reaffirm(link=pick(Link.objects.live(), number), reason="It holds.", quote=quote, by=desk["by"][1])


def revise(desk, number, basis):
    links.revise(
        link=pick(Link.objects.live(), number),
        stance=Stance.REFUTES,
        basis=pick(Basis, basis),
        reason="It denies it.",
        why="Misread.",
        acknowledged=True,
        by=desk["by"][1],
    )


def set_date(desk, article, days):
    day = None if days == 5 else date(2021, 11, 5) + timedelta(days=2 * days)
    articles.set_date(article=article_of(desk, article), published_on=day, by=desk["by"][0])


def version(desk, article, number):
    text = [TEXT, f"{FORETOLD} at last.", "Nothing of the kind.", f"{ARRIVED}, he said."][number % 4]
    make_version(article_of(desk, article), f"{text} Filed {Article.objects.count()}, {timezone.now()}.")


def standing(desk, article, number):
    articles.set_standing(
        article=article_of(desk, article), standing=pick(Standing, number), reason="They say so.", by=desk["by"][0]
    )


def window(desk, claim, days):
    amending.edit(
        claim=claim_of(desk, claim),
        values={"window_end": date(2021, 11, 8) + timedelta(days=days)},
        reason="A better day.",
        by=desk["by"][1],
    )


def reattribute(desk, number, origin):
    passages.reattribute(
        passage=pick(Link.objects.all(), number).passage,
        attribution=Attribution(origin=f"Origin {origin}"),
        reason="It names its source.",
        by=desk["by"][0],
    )


def assess(act, *, by):
    def step(desk, claim, number):
        claim = claim_of(desk, claim)
        verdict = pick(["confirmed", "refuted", "unresolved"], number)
        act(
            claim=claim,
            verdict=verdict,
            unresolved_reason="insufficient",
            confidence="low",
            rationale="So it seems.",
            what_would_change="A denial.",
            relied_on=list(Link.objects.filter(claim=claim).live().exclude(basis="")) if number < 3 else [],
            by=desk["by"][by],
        )

    return step


def merge(desk, claim, into):
    merging.merge(claim=claim_of(desk, claim), into=claim_of(desk, into), reason="The same.", by=desk["by"][1])


def split(desk, claim, _):
    statements = ["Muttaqi will travel", "Muttaqi will arrive"]
    splitting.split(claim=claim_of(desk, claim), statements=statements, reason="Two things.", by=desk["by"][0])


def reschedule(desk, claim, days):
    day = date(2021, 11, 8) + timedelta(days=days)
    reschedules.reschedule(
        claim=claim_of(desk, claim),
        article=article_of(desk, days),
        quote=TEXT[: len(FORETOLD)],
        window_start=day,
        window_end=day,
        window_basis=WindowBasis.STATED,
        by=desk["by"][0],
    )


def date_after(desk, earlier, later):
    every = list(Claim.objects.order_by("pk"))
    reschedules.record_reschedule(
        earlier=pick(every, earlier), later=pick(every, later), reason="So they say.", by=desk["by"][1]
    )


def withdraw_date(desk, number, _):
    row = pick(Reschedule.objects.live(), number)
    reschedules.withdraw(reschedule=row, reason="Another visit.", by=desk["by"][1])


def exclude(desk, claim, other):
    members = [claim_of(desk, claim), claim_of(desk, other)]
    claim_sets.make(name="Where he is", reason="He is in one place.", claims=members, by=desk["by"][0])


def part(desk, number, _):
    claim_sets.leave(membership=pick(Membership.objects.live(), number), reason="A mistake.", by=desk["by"][0])


def refute(desk, claim, _):
    """Decide that a claim is refuted by what is reported of its alternatives."""
    claim = claim_of(desk, claim)
    said = {"verdict": "refuted", "confidence": "low", "rationale": "So it seems.", "what_would_change": "A denial."}
    relied_on = list(outcomes_of_alternatives(claim))
    assessments.propose(claim=claim, relied_on=relied_on, by=desk["by"][0], **said)
    assessments.decide(claim=claim, relied_on=relied_on, by=desk["by"][1], **said)


def propose_blind(*said):
    with override_settings(FACTCHECK_BLIND_PROPOSALS=True):
        assess(assessments.propose, by=2)(*said)


def send_back_one(desk, claim, _):
    assessments.send_back(claim=claim_of(desk, claim), reason="Too thin.", to=desk["by"][2], by=desk["by"][1])


def read(desk, *_):
    """Let the assistant read all that is new to it."""
    assistant.work_off()


def accept(desk, number, _):
    suggestions.accept(
        suggestion=pick(Suggestion.objects.pending().order_by("pk"), number), acknowledged=True, by=desk["by"][1]
    )


def turn_down(desk, number, _):
    suggestions.reject(suggestion=pick(Suggestion.objects.pending().order_by("-pk"), number), by=desk["by"][1])


def undo(desk, *_):
    suggestions.undo(by=desk["by"][1])


ACTS = {
    "read": read,
    "accept": accept,
    "turn_down": turn_down,
    "undo": undo,
    "propose_blind": propose_blind,
    "open_round": lambda desk, claim, _: seals.open_round(claim=claim_of(desk, claim), by=desk["by"][1]),
    "send_back_one": send_back_one,
    "exclude": exclude,
    "part": part,
    "refute": refute,
    "reschedule": reschedule,
    "date_after": date_after,
    "withdraw_date": withdraw_date,
    "link": link,
    "withdraw": withdraw,
    "reaffirm": reaffirm,
    "revise": revise,
    "date": set_date,
    "version": version,
    "standing": standing,
    "window": window,
    "reattribute": reattribute,
    "propose": assess(assessments.propose, by=0),
    "decide": assess(assessments.decide, by=1),
    "send_back": lambda desk, claim, _: assessments.send_back(
        claim=claim_of(desk, claim), reason="Too thin.", by=desk["by"][1]
    ),
    "reopen": lambda desk, claim, _: assessments.reopen(claim=claim_of(desk, claim), reason="New.", by=desk["by"][1]),
    "merge": merge,
    "split": split,
    "unmerge": lambda desk, claim, _: merging.unmerge(claim=claim_of(desk, claim), reason="Not.", by=desk["by"][1]),
}
