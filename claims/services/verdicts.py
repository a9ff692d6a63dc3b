"""What every assessment must say, and the evidence that its verdict must rest on (E6, E7)."""

from django.utils import timezone

from claims.errors import NeedsConfirmation, Refused
from claims.reports.alternatives import outcomes_of_alternatives, uncounted_beside
from claims.reports.evidence_choice import own_links
from claims.reports.facts import figures_for
from claims.reports.null_searches import freshness_of
from claims.reports.verdicts import why_not_beside, why_not_carried, why_not_reliable
from claims.services import roles
from claims.vocabulary import Confidence, UnresolvedReason, Verdict


def checked(claim, verdict, confidence, rationale, as_of, relied_on, details):
    """Return the values of an assessment of `claim`, or raise `Refused` with what is missing or not carried."""
    verdict = roles.must_be_one_of(Verdict, verdict, "verdict")
    confidence = roles.must_be_one_of(Confidence, confidence, "confidence")
    as_of = as_of or timezone.localdate()
    if as_of > timezone.localdate():
        raise Refused("An assessment cannot speak of a day that is still to come.")
    reason = details.get("unresolved_reason", "") if verdict == Verdict.UNRESOLVED else ""
    if verdict == Verdict.UNRESOLVED and reason not in UnresolvedReason.values:
        raise Refused("Say why the claim stays unresolved.")
    _must_rely_on(claim, verdict, relied_on, as_of)
    return {
        "verdict": verdict,
        "confidence": confidence,
        "rationale": roles.must_say(rationale, "Say what the verdict rests on."),
        "what_would_change": details.get("what_would_change", "").strip(),
        "unresolved_reason": reason,
        "as_of": as_of,
    }


def must_have_searched(claim, values, acknowledged):
    """Ask to have confirmed that nothing was found, where no search says so that is still fresh."""
    if acknowledged or values["unresolved_reason"] != UnresolvedReason.NOTHING_FOUND:
        return
    warning = freshness_of(claim, day=values["as_of"]).warning
    if warning:
        raise NeedsConfirmation([warning])


def _must_rely_on(claim, verdict, relied_on, as_of):
    ids = {link.pk for link in relied_on}
    own, beside = (
        list(links.filter(pk__in=ids).select_related("passage__article", "claim"))
        for links in (own_links(claim), outcomes_of_alternatives(claim))
    )
    if len(own) + len(beside) != len(ids):
        raise Refused("A link relied on was withdrawn, or belongs to another claim. Choose among the links below.")
    uncounted = {
        **figures_for([claim], as_of=as_of)[claim.pk].uncounted,
        **uncounted_beside(claim, beside, as_of=as_of),
    }
    for link in (*own, *beside):
        if link.pk in uncounted and link.basis:
            raise Refused(why_not_reliable(link, uncounted[link.pk]))
    why_not = why_not_beside(verdict, beside) or why_not_carried(claim, verdict, own, uncounted, beside)
    if why_not:
        raise Refused(why_not)
