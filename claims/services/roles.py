"""What each role may do. Every service asks here first."""

from claims.errors import NotAllowed, Refused, Stale

ANNOTATORS_ONLY = "Only analysts and reviewers can do this. Ask an administrator for the role Analyst."
REVIEWERS_ONLY = "Only reviewers can do this. Ask somebody with the role Reviewer."


def must_annotate(by):
    """Raise `NotAllowed` unless `by` may make claims, link and propose."""
    if not by.may_annotate:
        raise NotAllowed(ANNOTATORS_ONLY)


def must_review(by):
    """Raise `NotAllowed` unless `by` may decide, send back, reopen and merge."""
    if not by.may_review:
        raise NotAllowed(REVIEWERS_ONLY)


def must_administer(by):
    """Raise `NotAllowed` unless `by` manages the people of this desk."""
    if not by.is_superuser:
        raise NotAllowed("Only administrators can do this.")


def must_say(text, sentence):
    """Raise `Refused` with `sentence` when `text` is blank; return the text without outer white space."""
    text = (text or "").strip()
    if not text:
        raise Refused(sentence)
    return text


def must_be_one_of(choices, value, what):
    """Return `value` as a member of the enum `choices`, or raise `Refused`: there is no such `what`."""
    try:
        return choices(value)
    except ValueError:
        raise Refused(f"There is no {what} “{value}”. Choose among: {', '.join(choices.values)}.") from None


def must_be_fresh(row, lock_version):
    """Raise `Stale` when `row` changed after a form with `lock_version` was loaded. None asks for no check."""
    if lock_version is not None and row.lock_version != lock_version:
        raise Stale("Somebody changed this while you were writing. Nothing was saved; both versions are below.")


def refusal(check, *args, **kwargs):
    """Return the sentence with which `check` refuses, or None: the tooltip of a control that cannot act."""
    try:
        check(*args, **kwargs)
    except Refused as refused:
        return str(refused)
    return None
