"""The log of the large desk: what was done to its claims and links, and what befell its articles."""

import json

from tests.benchmarks.bulk import as_json, insert, moment
from tests.benchmarks.large_desk import (
    AMENDED,
    ARTICLE_WITHDRAWN,
    ATTRIBUTED,
    DATED,
    DECIDED,
    LINK_WITHDRAWN,
    MERGED,
    OPENED,
    PROPOSED,
    VERDICT,
    done,
)


def make(size, people):
    """Write the events of all that the rows of the desk tell of."""
    log = _Log(people)
    _of_links(log, size)
    _of_claims(log, size)
    _of_assessments(log, size)
    _of_articles(log, size)


def _of_links(log, size):
    claim = {"claim_id": f"{size.claim} + 1"}
    said = as_json(f"'{{\"stance\": \"' || {size.stance} || '\"}}'")
    log.write(size.links, "link", "linked", size.linked, size.is_linked, after=said, **claim)
    withdrawn = f"{size.is_linked} AND {size.is_withdrawn_link}"
    log.write(size.links, "link", "withdrawn", f"{size.linked} + {LINK_WITHDRAWN}", withdrawn, **claim)


def _of_claims(log, size):
    for verb, minutes, where, before, after in (
        ("created", 0, "true", {}, {"statement": "The minister will visit"}),
        ("opened", OPENED, size.was_opened, {"state": "draft"}, {"state": "open"}),
        ("merged", MERGED, size.is_merged, {"state": "open", "merged_into": None}, {"state": "merged"}),
        ("proposed", PROPOSED, size.was_proposed, {"state": "open"}, {"state": "proposed"}),
        ("decided", DECIDED, size.is_decided, {"state": "proposed"}, {"state": "decided"}),
        ("amended", AMENDED, size.is_amended, {"amended_at": None, "criteria": "A report."}, {}),
    ):
        minute, told = f"{size.minute()} + {minutes}", {"before": _literal(before), "after": _literal(after)}
        log.write(size.claims, "claim", verb, minute, where, claim_id="i + 1", **told)


def _of_assessments(log, size):
    for place, (step, after, where) in enumerate((
        ("proposal", PROPOSED, size.was_proposed),
        ("decision", DECIDED, size.is_decided),
        ("proposal", PROPOSED, size.is_disputed),
    )):  # fmt: skip
        said = as_json(f'\'{{"step": "{step}", "verdict": "\' || {VERDICT} || \'"}}\'')
        row = {"claim_id": "i + 1", "object_id": f"i + 1 + {place * size.claims}"}
        log.write(size.claims, "assessment", "created", f"{size.minute()} + {after}", where, after=said, **row)


def _of_articles(log, size):
    withdrawn = {"standing": "usable", "standing_at": None}
    for after, where, before in (
        (DATED, size.done(DATED, "i % 50 = 5"), {"published_on": None}),
        (ARTICLE_WITHDRAWN, size.is_withdrawn_article, withdrawn),
    ):
        minute, told = f"{size.minute()} + {after}", {"before": _literal(before)}
        log.write(size.claims, "article", "changed", minute, where, article_id="i + 1", **told)
    minute, told = f"{size.minute(size.article)} + {ATTRIBUTED}", {"before": _literal({"origin": None})}
    where, article = done(minute, "i % 100 = 1"), f"{size.article} + 1"
    log.write(size.passages, "passage", "changed", minute, where, article_id=article, **told)


def _literal(values):
    return f"'{json.dumps(values)}'"


class _Log:
    """Events, numbered on from table to table."""

    def __init__(self, people):
        self.people, self.written = people, 0

    def write(self, rows, noun, verb, minute, where="true", **row):
        """Write an event of each i below `rows` of which `where` holds; the ids of the others stay free."""
        columns = {
            "id": f"i + 1 + {self.written}", "at": moment(minute), "actor_id": self.people, "verb": f"'{verb}'",
            "noun": f"'{noun}'", "object_id": "i + 1", "before": "'{}'", "after": "'{}'", "reason": "''",
        }  # fmt: skip
        insert("event", rows, columns | row, where)
        self.written += rows
