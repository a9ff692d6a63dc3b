"""A desk too large for the services to make, written as rows in bulk: see `large_desk` for what is so on it."""

from django.db import connection, transaction

from claims.models import Claim, ClaimFigures, Source, Topic, User
from claims.reports.at_scale.figures import listed_figures
from claims.vocabulary import Flag
from tests.benchmarks import many_acts
from tests.benchmarks.bulk import chosen, insert, moment
from tests.benchmarks.large_desk import (
    AMENDED,
    ARTICLE_WITHDRAWN,
    DECIDED,
    HAS_WINDOW,
    IS_FORECAST,
    IS_REJECTED,
    IS_REVIEWED,
    LINK_WITHDRAWN,
    NEXT_VERSION,
    PASSAGES_AN_ARTICLE,
    PEOPLE,
    PROPOSED,
    SOURCES,
    TOPICS,
    VERDICT,
    done,
)

COUNTS = ("evidence_status", "articles", "origins", "supporting_origins", "supports", "conflicts")


@transaction.atomic
def make(size):
    """Write the rows of a desk of that size into an empty database."""
    User.objects.bulk_create(User(username=f"person{number}", password="!") for number in range(PEOPLE))
    Source.objects.bulk_create(Source(kind="agency", name=f"Source {number}") for number in range(SOURCES))
    Topic.objects.bulk_create(Topic(name=f"Topic {number}", slug=f"topic-{number}") for number in range(TOPICS))
    _articles(size)
    _passages(size)
    _claims(size)
    _links(size)
    _assessments(size)
    many_acts.make(size, PERSON)
    _analyse()


def keep_figures():
    """Keep the figures of every claim as the lists show them."""
    found = listed_figures(list(Claim.objects.values_list("pk", flat=True)))
    ClaimFigures.objects.bulk_create((_kept(pk, figures) for pk, figures in found.items()), batch_size=5000)
    _analyse()


def _analyse():
    """Let the database count its rows, as it does by itself on a desk that has grown row by row."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _kept(pk, figures):
    values = {name: getattr(figures, name) for name in COUNTS}
    flags = {flag: flag in figures.flags for flag in Flag.values}
    return ClaimFigures(
        claim_id=pk, closed=figures.timing == "closed", verdict=figures.verdict or "", **values, **flags
    )


def _one_of(table, count, number="i"):
    """SQL for the key of one of the `count` rows of `table`, each in its turn."""
    return f"(SELECT min(id) FROM claims_{table}) + {number} % {count}"


PERSON, SOURCE = _one_of("user", PEOPLE), _one_of("source", SOURCES)


def _articles(size):
    withdrawn, withdrawn_at = size.is_withdrawn_article, moment(f"{size.minute()} + {ARTICLE_WITHDRAWN}")
    insert("article", size.claims, {
        "id": "i + 1", "title": "'Article ' || i", "outlet_id": SOURCE,
        "published_on": chosen((size.is_dated, size.day())),
        "published_basis": chosen((size.is_dated, "'header'"), other="'unknown'"),
        "standing": chosen((withdrawn, "'withdrawn'"), other="'usable'"),
        "standing_at": chosen((withdrawn, withdrawn_at)),
        "created_at": moment(size.minute()), "created_by_id": PERSON, "lock_version": 1,
    })  # fmt: skip
    for number, after, where in ((1, 0, "true"), (2, NEXT_VERSION, size.done(NEXT_VERSION, "i % 20 = 0"))):
        insert("articleversion", size.claims, {
            "id": f"i + 1 + {(number - 1) * size.claims}", "article_id": "i + 1", "number": number,
            "text": f"'The text of article ' || i || ', version {number}. ' || 'It says many things of many people.'",
            "headline_end": 0, "removed": "'[]'", "sha256": f"'{number}-' || i",
            "change": f"'{'initial' if number == 1 else 'update'}'", "note": "''",
            "recorded_at": moment(f"{size.minute()} + {after}"), "recorded_by_id": PERSON,
        }, where)  # fmt: skip


def _passages(size):
    minute = size.minute(size.article)
    insert("passage", size.passages, {
        "id": "i + 1", "article_id": f"{size.article} + 1",
        "exact": "'These are the quoted words of passage ' || i || ', said by an official on Wednesday of the talks'",
        "prefix": "'what stood before the words'", "suffix": "'what stood after them'", "speaker": "'An official'",
        "speaker_kind": chosen(("i % 4 = 0", "'anonymous'"), other="'named_person'"),
        "origin_id": chosen(("i % 10 = 0", "NULL"), other=SOURCE),
        "certainty": "'certain'", "polarity": "'positive'", "created_at": moment(minute), "created_by_id": PERSON,
    })  # fmt: skip
    place = {"passage_id": "i + 1", "start": 0, "end": 20, "method": "'exact'", "created_by_id": PERSON}
    first = {"id": "i + 1", "version_id": f"{size.article} + 1", "created_at": moment(minute)}
    second = {
        "id": f"i + 1 + {size.passages}", "version_id": f"{size.article} + 1 + {size.claims}",
        "created_at": moment(f"{minute} + {NEXT_VERSION}"),
    }  # fmt: skip
    insert("anchor", size.passages, place | first)
    # Of the passages of a changed text one in eleven lost its words.
    kept = f"{size.article} % 20 = 0 AND i % 11 <> 0"
    insert("anchor", size.passages, place | second, done(f"{minute} + {NEXT_VERSION}", kept))


def _claims(size):
    insert("claim", size.claims, {
        "id": "i + 1", "number": "i + 1", "statement": "'The minister will visit place ' || i || ' in some days'",
        "kind": chosen((IS_FORECAST, "'forecast'"), other="'event'"),
        "window_start": chosen((f"{HAS_WINDOW} AND i % 6 = 0", size.day(after="2"))),
        "window_end": chosen((HAS_WINDOW, size.day(after="5 + i * 7 % 60"))),
        "window_basis": chosen((HAS_WINDOW, "'stated'"), other="''"),
        "review_on": chosen((IS_REVIEWED, size.day(after="30"))),
        "criteria": "'A report of the arrival.'", "owner_id": chosen(("i % 9 = 0", "NULL"), other=PERSON),
        "state": chosen(
            (size.is_merged, "'merged'"), (size.is_decided, "'decided'"), (size.was_proposed, "'proposed'"),
            (f"NOT {size.was_opened}", "'draft'"), (IS_REJECTED, "'rejected'"), other="'open'",
        ),
        "merged_into_id": chosen((size.is_merged, "i")),
        "amended_at": chosen((size.is_amended, moment(f"{size.minute()} + {AMENDED}"))),
        "created_at": moment(size.minute()), "created_by_id": PERSON, "updated_at": moment(size.minute()),
        "lock_version": 1,
    })  # fmt: skip
    topic = _one_of("topic", TOPICS)
    insert("claim_topics", size.claims, {"id": "i + 1", "claim_id": "i + 1", "topic_id": topic})


def _links(size):
    claim, place = size.claim, size.place
    speaks = f"({place} IN (1, 2, 3, 4, 5, 6, 9) AND NOT {size.asserts})"
    turn = f"({claim} + 3 * {place}) % 7"
    reports = f"(({turn} = 0 AND {claim} % 5 < 2) OR ({size.refutes} AND {claim} % 2 = 0))"
    own = f"({reports} OR {size.refutes} OR ({turn} = 3 AND {claim} % 3 = 0))"
    withdrawn, withdrawn_at = size.is_withdrawn_link, moment(f"{size.linked} + {LINK_WITHDRAWN}")
    insert("link", size.links, {
        "id": "i + 1", "claim_id": f"{claim} + 1",
        "passage_id": f"{size.article_of_link} + {size.claims} * ({place} % {PASSAGES_AN_ARTICLE}) + 1",
        "stance": size.stance,
        "basis": chosen((f"NOT {speaks}", "''"), (reports, "'outcome'"), other="'expectation'"),
        "independence": chosen(
            (f"NOT {speaks}", "''"), (own, "'independent'"), (f"{turn} = 4", "'same_origin'"), other="'undetermined'",
        ),
        "reason": "'The words say so of the same visit.'",
        "created_at": moment(size.linked), "created_by_id": PERSON,
        "withdrawn_at": chosen((withdrawn, withdrawn_at)),
        "withdrawn_by_id": chosen((withdrawn, PERSON)),
        "withdrawn_reason": chosen((withdrawn, "'Misread.'"), other="''"),
    }, size.is_linked)  # fmt: skip


def _assessments(size):
    said = {
        "claim_id": "i + 1", "unresolved_reason": chosen(("i % 10 = 2", "'insufficient'"), other="''"),
        "confidence": "'moderate'", "rationale": "'So it was reported.'", "what_would_change": "'A denial.'",
        "own_proposal": "false", "verdict": VERDICT, "as_of": size.day(after="12"), "author_id": PERSON,
    }  # fmt: skip
    decided = moment(f"{size.minute()} + {DECIDED}")
    waiting = {"closed_at": "NULL", "closed_by_id": "NULL", "closing": "''", "closing_note": "''"}
    closed = {"closed_at": decided, "closed_by_id": PERSON, "closing": "'decided'", "closing_note": "''"}
    proposed = {"step": "'proposal'", "created_at": moment(f"{size.minute()} + {PROPOSED}")}
    other = {"verdict": "'moot'", "unresolved_reason": "''", "author_id": _one_of("user", PEOPLE, "(i + 1)")}
    for place, (row, where) in enumerate((
        (proposed | waiting, f"{size.was_proposed} AND NOT {size.is_decided}"),
        (proposed | closed, size.is_decided),
        ({"step": "'decision'", "created_at": decided} | waiting, size.is_decided),
        (proposed | waiting | other, size.is_disputed),
    )):  # fmt: skip
        insert("assessment", size.claims, {"id": f"i + 1 + {place * size.claims}"} | said | row, where)
