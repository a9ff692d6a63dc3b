"""Whether the links that an assessment relies on carry its verdict (DESIGN §4, E6 and E7). Reads only."""

from claims.vocabulary import Basis, ClaimKind, Independence, Stance, Standing, Uncounted, Verdict

AFFIRMING = {Verdict.CONFIRMED, Verdict.PARTLY_CONFIRMED}


def why_not_carried(claim, verdict, links, uncounted, beside=()):
    """Return the sentence that says why `links` do not carry `verdict` for `claim`, or None when they do.

    `uncounted` holds, per link id, why a link does not count as of the day of the assessment. `beside` are links of
    claims that cannot be true beside this one, each inside the window of its own: what they report to have happened
    refutes it, and confirms nothing.
    """
    counted = [link for link in links if link.pk not in uncounted]
    if verdict in AFFIRMING:
        return _why_not_affirmed(claim, verdict, counted)
    happened_otherwise = any(is_telling_outcome(link) for link in beside if link.pk not in uncounted)
    if verdict == Verdict.REFUTED and not happened_otherwise and not any(_reports_failure(link) for link in counted):
        return (
            "E6: “Refuted” needs a link that conflicts and reports an outcome, or an independent report that what "
            "cannot be true as well has happened. A forecast that is overdue with nothing found is unresolved."
        )
    return None


def why_not_beside(verdict, beside):
    """Return the sentence that says why `verdict` cannot rely on links of alternatives, or None where it can."""
    if beside and verdict in AFFIRMING:
        return f"“{verdict.label}” cannot rest on what is reported of a claim that cannot be true as well."
    return None


def why_not_reliable(link, reason):
    """Return the sentence that says why an assessment cannot rely on `link`."""
    if reason == Uncounted.LATER:
        return f"“{link.passage.article}” was published after the day that this assessment speaks of."
    return f"“{link.passage.article}” does not count: {reason.label.lower()}."


def _why_not_affirmed(claim, verdict, counted):
    attesting = [link for link in counted if _attests(claim, link)]
    if not attesting:
        return (
            f"E6: “{verdict.label}” needs an independent link that supports the claim by its outcome, "
            "in an article that was not withdrawn. Repetition never confirms."
        )
    if verdict == Verdict.CONFIRMED and not any(happened_inside(claim, link) for link in attesting):
        return (
            "E7: no outcome is attested inside the window, so the forecast is at most partly confirmed. "
            "If a later report says on which day it took place, revise that link and set the day."
        )
    return None


def _attests(claim, link):
    outcome = link.basis == Basis.OUTCOME or claim.kind != ClaimKind.FORECAST
    return outcome and _supports_independently(link)


def is_telling_outcome(link):
    """Whether `link` reports, independently and in an article that was not withdrawn, that its claim came true."""
    return link.basis == Basis.OUTCOME and _supports_independently(link)


def _supports_independently(link):
    return (
        link.stance == Stance.SUPPORTS
        and link.independence == Independence.INDEPENDENT
        and link.passage.origin_id is not None
        and link.passage.article.standing != Standing.WITHDRAWN
    )


def _reports_failure(link):
    return link.stance == Stance.REFUTES and link.basis == Basis.OUTCOME


def happened_inside(claim, link):
    """Whether what `link` reports lies in the window of `claim` (E7): on the day it names, else that of its text."""
    return is_inside_window(claim, link.occurred_on or link.passage.article.published_on)


def is_inside_window(claim, day):
    """Whether `day` lies in the window of `claim`, a Claim or its facts; without a day only where there is none."""
    start, end = claim.window_start, claim.window_end
    if claim.kind != ClaimKind.FORECAST or not (start or end):
        return True
    return day is not None and (start is None or start <= day) and (end is None or day <= end)
