"""The links that an assessment may rely on, with those that speak against the claim first (E10). Reads only."""

from dataclasses import dataclass

from claims.models import Link
from claims.reports.alternatives import outcomes_of_alternatives, told_of_alternatives, uncounted_beside
from claims.reports.facts import figures_of
from claims.reports.link_facts import with_loss
from claims.reports.verdicts import happened_inside, why_not_carried, why_not_reliable
from claims.vocabulary import Basis, Stance, Uncounted, Verdict

ORDER = [
    (Stance.REFUTES, Basis.OUTCOME),
    (Stance.REFUTES, Basis.EXPECTATION),
    (Stance.QUALIFIES, ""),
    (Stance.SUPPORTS, Basis.OUTCOME),
    (Stance.SUPPORTS, Basis.EXPECTATION),
    (Stance.ASSERTS, ""),
    (Stance.CONTEXT, ""),
]
NEEDING_EVIDENCE = {Verdict.CONFIRMED, Verdict.PARTLY_CONFIRMED, Verdict.REFUTED}


@dataclass(frozen=True, slots=True)
class Choice:
    """A link to rely on: `refused` says why it cannot be relied on, `note` why it does not count."""

    link: Link
    refused: str = ""
    note: str = ""

    @property
    def is_unreliable_support(self):
        return bool(self.refused) and self.link.stance == Stance.SUPPORTS


@dataclass(frozen=True, slots=True)
class VerdictOption:
    """A verdict, and what keeps the evidence from carrying it (empty: nothing does, or it needs none)."""

    verdict: Verdict
    why_not: str
    needs_evidence: bool


@dataclass(frozen=True, slots=True)
class EvidenceChoice:
    """What can be relied on as of a day, and which verdicts all of it together could carry.

    `of_alternatives` is what is reported of claims that cannot be true as well: it can refute, and confirms nothing.
    """

    choices: tuple[Choice, ...]
    of_alternatives: tuple[Choice, ...]
    verdicts: tuple[VerdictOption, ...]

    @property
    def weighed(self):
        """The choices to look at one by one; what speaks against the claim is among them in any case (E10)."""
        return [choice for choice in self.choices if not choice.is_unreliable_support]

    @property
    def unreliable(self):
        """Support that cannot be relied on, which a long list may fold away."""
        return [choice for choice in self.choices if choice.is_unreliable_support]


def links_to_rely_on(claim):
    """Return the live links of `claim` and of the claims merged into it, and those of alternatives, as a QuerySet."""
    return own_links(claim) | outcomes_of_alternatives(claim)


def own_links(claim):
    """Return the live links of `claim` and of the claims merged into it, as a QuerySet."""
    return Link.objects.counting_for([claim.pk]).live()


def evidence_choice(claim, *, as_of=None):
    """Return what an assessment of `claim` may rely on, in a fixed number of queries."""
    links = sorted(with_loss(own_links(claim).for_detail()), key=_place)
    told = sorted(told_of_alternatives(claim).for_detail().select_related("claim__merged_into"), key=_place)
    beside = [link for link in told if happened_inside(_holder(link), link)]
    # Which link counts does not hang on what was assessed, nor on links that were withdrawn.
    uncounted = figures_of(claim, links, (), as_of=as_of).uncounted | uncounted_beside(claim, beside, as_of=as_of)
    return EvidenceChoice(
        choices=tuple(_choice(link, uncounted.get(link.pk)) for link in links),
        of_alternatives=tuple(
            _choice(link, uncounted.get(link.pk)) if link in beside else _outside(link) for link in told
        ),
        verdicts=tuple(_option(claim, verdict, links, uncounted, beside) for verdict in Verdict),
    )


def _place(link):
    return ORDER.index((link.stance, link.basis)), link.passage.article.published_on is None, link.pk


def _choice(link, reason):
    if reason is None:
        return Choice(link)
    if link.basis:
        return Choice(link, refused=why_not_reliable(link, Uncounted(reason)))
    return Choice(link, note=f"Does not count: {Uncounted(reason).label.lower()}.")


def _outside(link):
    label = _holder(link).label
    if not (link.occurred_on or link.passage.article.published_on):
        return Choice(link, refused=f"It tells of no day, so nobody knows whether it lies in the window of {label}.")
    return Choice(link, refused=f"It tells of a day outside the window of {label}, which did not come true by it.")


def _holder(link):
    """Return the claim that stands for the claim of `link`."""
    return link.claim.merged_into or link.claim


def _option(claim, verdict, links, uncounted, beside):
    why_not = why_not_carried(claim, verdict, links, uncounted, beside) or ""
    return VerdictOption(verdict, why_not, needs_evidence=verdict in NEEDING_EVIDENCE)
