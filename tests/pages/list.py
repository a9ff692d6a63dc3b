"""Every page that people see, in its states, for whoever looks at all of them: axe, the pictures, the budgets."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.pages import acts

EVERYBODY = ("reviewer", "reader", "analyst")
FOUND = "q=troika"


@dataclass(frozen=True, slots=True)
class Page:
    """A page in a state: the `address` by name, for what `needs` names, as each of `roles` sees it.

    `act` brings the page into its state: it opens what is folded, or sends a form. `answer` is the status of the
    page before that. A `path` is gone to instead of the address.
    """

    name: str
    address: str
    needs: str = ""
    query: str = ""
    roles: tuple[str, ...] = ("reviewer",)
    act: Callable | None = None
    answer: int = 200
    path: str = ""


PAGES = [
    # doors
    Page("login", "login", roles=("anonymous",)),
    Page("login-refused", "login", roles=("anonymous",), act=acts.log_in_wrongly(1)),
    Page("locked-out", "login", roles=("anonymous",), act=acts.log_in_wrongly(6)),
    Page("password", "password_change"),
    Page("password-refused", "password_change", act=acts.send),
    Page("password-done", "password_change_done"),
    Page("not-found", "claim-list", path="/nowhere/", answer=404),
    Page("forbidden", "article-import", roles=("reader",), answer=403),
    Page("fault", "desk", act=acts.show("server_error")),
    Page("bad-request", "desk", act=acts.show("bad_request")),
    Page("stale-form", "desk", act=acts.show("csrf_failure")),
    # what is everywhere
    Page("desk", "desk", roles=EVERYBODY),
    Page("desk-menu", "desk", act=acts.open_menu(".masthead details.menu")),
    Page("desk-shortcuts", "desk", act=acts.press("?", "#shortcuts[open]")),
    Page("desk-palette", "desk", act=acts.press("Control+k", "#palette[open]", "muttaqi")),
    Page("desk-palette-nothing", "desk", act=acts.press("Control+k", "#palette[open]", "qqqzzz")),
    Page("search", "search", query="q=muttaqi"),
    Page("search-words", "search", query="q=minister+said+talks"),
    Page("search-empty", "search"),
    Page("search-nothing", "search", query="q=qqqzzz"),
    Page("calendar", "calendar", query="month=2021-11"),
    Page("calendar-list", "calendar", query="as=list"),
    Page("calendar-empty", "calendar", query="month=1999-01"),
    Page("inbox", "inbox", roles=("analyst", "reviewer")),
    Page("inbox-empty", "inbox", roles=("reader",)),
    Page("settings", "settings"),
    Page("settings-refused", "settings", act=acts.send_spoiled),
    # articles
    Page("articles", "article-list", roles=EVERYBODY),
    Page("articles-found", "article-list", query=FOUND),
    Page("articles-empty", "article-list", query="q=qqqzzz"),
    Page("articles-filters-wrong", "article-list", query="published_from=never&outlet=0"),
    Page("import", "article-import"),
    Page("import-refused", "article-import", act=acts.send),
    Page("import-done", "article-import", act=acts.paste_article),
    Page("import-alike", "article-import", act=acts.upload_alike),
    Page("import-changed", "article-import", query="article={other}"),
    Page("article", "article-detail", "article", roles=EVERYBODY),
    Page("article-marking", "article-detail", "article", act=acts.mark_words),
    Page("article-claim-panel", "article-detail", "article", query="panel=claim-1"),
    Page("article-beside-claim", "article-detail", "article", query="beside=claim-1"),
    Page("article-beside-article", "article-detail", "article", query="beside=article-{other}"),
    Page("article-suggested", "article-suggestions", "words"),
    Page("article-edit", "article-edit", "article"),
    Page("article-edit-refused", "article-edit", "article", act=acts.send_spoiled),
    Page("article-standing", "article-standing", "article"),
    Page("article-standing-refused", "article-standing", "article", act=acts.send),
    Page("article-versions", "article-versions", "changed"),
    Page("article-versions-refused", "article-versions", "changed", query="before=1&after=1", answer=422),
    Page("version-changes", "version-changes", "version", roles=EVERYBODY),
    Page("version-changes-sides", "version-changes", "version", query="as=sides"),
    Page("version-why", "version-why", "version"),
    Page("version-why-refused", "version-why", "version", act=acts.send_spoiled),
    Page("article-new-claim", "article-claim", "article", query="quote=arrived"),
    Page("article-new-claim-refused", "article-claim", "article", act=acts.send),
    Page("article-evidence", "article-evidence", "article", query="quote=arrived"),
    Page("article-evidence-claim", "article-evidence", "article", query="quote=arrived&claim=20"),
    Page("article-evidence-refused", "article-evidence", "article", query="quote=arrived&claim=20", act=acts.send),
    Page("passage-attribution", "passage-attribution", "passage"),
    Page("passage-comments", "passage-comments", "passage"),
    # claims
    Page("claims", "claim-list", roles=EVERYBODY),
    Page("claims-filter", "claim-list", query="state=open", act=acts.open_menu(".filter-menus details.menu")),
    Page("claims-as-of", "claim-list", query="as_of=2021-11-10&evidence=single_source&sort=timing"),
    Page("claims-empty", "claim-list", query="q=qqqzzz"),
    Page("claim", "claim-detail", "proposed", roles=EVERYBODY),
    Page("claim-menu", "claim-detail", "proposed", act=acts.open_menu(".claim-controls details.menu")),
    Page("claim-folds", "claim-detail", "decided", act=acts.open_folds),
    Page("claim-as-of", "claim-detail", "proposed", query="as_of=2021-11-09"),
    Page("claim-conflicting", "claim-detail", "conflicting"),
    Page("claim-draft", "claim-detail", "draft"),
    Page("claim-rejected", "claim-detail", "rejected"),
    Page("claim-merged", "claim-detail", "merged"),
    Page("claim-decided", "claim-detail", "decided"),
    Page("claim-related", "claim-related", "open"),
    Page("claim-edit", "claim-edit", "open"),
    Page("claim-edit-refused", "claim-edit", "open", act=acts.send_spoiled),
    Page("claim-reject", "claim-reject", "draft"),
    Page("claim-merge", "claim-merge", "open"),
    Page("claim-merge-foretold", "claim-merge", "open", query="claim=1"),
    Page("claim-merge-refused", "claim-merge", "open", act=acts.send),
    Page("claim-unmerge", "claim-unmerge", "merged"),
    Page("claim-split", "claim-split", "open"),
    Page("claim-propose", "claim-propose", "open"),
    Page("claim-propose-refused", "claim-propose", "open", act=acts.send),
    Page("claim-decide", "claim-decide", "proposed"),
    Page("claim-decide-refused", "claim-decide", "proposed", act=acts.send_spoiled),
    Page("claim-blind", "claim-detail", "blind", roles=("reviewer", "analyst")),
    Page("claim-decide-blind", "claim-decide", "blind"),
    Page("claim-differences", "claim-detail", "compared"),
    Page("claim-decide-differences", "claim-decide", "compared"),
    Page("claim-ask", "claim-ask", "proposed"),
    Page("claim-ask-refused", "claim-ask", "proposed", act=acts.send),
    Page("claim-send-back-one", "claim-send-back", "compared"),
    Page("claim-send-back", "claim-send-back", "proposed"),
    Page("claim-reopen", "claim-reopen", "decided"),
    Page("claim-exclude", "claim-exclude", "open", query="claim=1"),
    Page("claim-exclude-refused", "claim-exclude", "open", act=acts.send),
    Page("claim-sets", "claim-set-list", roles=EVERYBODY),
    Page("claim-set", "claim-set-detail", "set", roles=EVERYBODY),
    Page("claim-set-as-of", "claim-set-detail", "set", query="as_of=2021-11-09"),
    Page("claim-set-edit", "claim-set-edit", "set"),
    Page("claim-set-join", "claim-set-join", "set", query="claim=1"),
    Page("claim-set-join-refused", "claim-set-join", "set", act=acts.send),
    Page("claim-set-leave", "claim-set-leave", "member"),
    Page("claim-matrix", "claim-matrix", query="claim=1&claim=4&claim=20", roles=EVERYBODY),
    Page("claim-matrix-empty", "claim-matrix"),
    Page("claim-dates", "claim-detail", "rescheduled"),
    Page("claim-reschedule", "claim-reschedule", "forecast"),
    Page("claim-reschedule-article", "claim-reschedule", "forecast", query="article=1"),
    Page("claim-reschedule-refused", "claim-reschedule", "rescheduled", answer=422),
    Page("claim-reschedule-to", "claim-reschedule-to", "forecast", query="claim=14"),
    Page("claim-reschedule-to-refused", "claim-reschedule-to", "forecast", act=acts.send),
    Page("reschedule-withdraw", "reschedule-withdraw", "reschedule"),
    Page("reschedule-withdraw-refused", "reschedule-withdraw", "reschedule", act=acts.send),
    Page("article-new-date", "article-reschedule", "article", query="quote=arrived&claim=20"),
    Page("article-new-date-refused", "article-reschedule", "article", query="quote=arrived&claim=20", act=acts.send),
    Page("claim-null-search", "claim-null-search", "open"),
    Page("claim-null-search-refused", "claim-null-search", "open", act=acts.send_spoiled),
    Page("claim-evidence", "claim-evidence", "open"),
    Page("claim-evidence-refused", "claim-evidence", "open", act=acts.send),
    Page("claim-comments", "claim-comments", "proposed", roles=("reviewer", "reader")),
    Page("comment-correct", "comment-correct", "comment", roles=("analyst",)),
    Page("comment-withdraw", "comment-withdraw", "comment", roles=("analyst",)),
    Page("link-withdraw", "link-withdraw", "link"),
    Page("link-revise", "link-revise", "link"),
    Page("link-revise-refused", "link-revise", "link", act=acts.send),
    Page("link-reaffirm", "link-reaffirm", "suspended"),
    # suggestions
    Page("queue", "queue", roles=EVERYBODY),
    Page("queue-filters", "queue", act=acts.open_menu(".queue-filters details")),
    Page("queue-empty", "queue", query="q=qqqzzz&rule=qqqzzz"),
    Page("queue-reject", "queue-reject", query="kind=link"),
    Page("queue-proposals", "queue-proposals"),
    Page("queue-asked", "queue-asked", roles=("analyst",)),
    Page("queue-stale", "queue-stale"),
    Page("queue-undated", "queue-undated"),
    Page("waiting", "waiting-detail", "waiting"),
    Page("stale-reaffirm", "stale-reaffirm", "suspended"),
    Page("stale-withdraw", "stale-withdraw", "suspended"),
    Page("undated-date", "undated-date", "undated"),
    Page("suggested-claim", "suggestion-detail", "suggested_claim"),
    Page("suggested-link", "suggestion-detail", "suggested_link"),
    Page("suggested-origin", "suggestion-detail", "suggested_origin"),
    Page("suggestion-accept", "suggestion-accept", "suggested_claim"),
    Page("suggestion-link", "suggestion-link", "suggested_claim_and_claim", act=acts.send),
    # reports
    Page("reports", "report-list", roles=EVERYBODY),
    Page("report", "report-detail", "report", roles=EVERYBODY),
    Page("report-chart-table", "report-detail", "report", act=acts.open_folds),
    Page("report-empty", "report-detail", "report", query="as_of=1999-01-01"),
    Page("report-overdue", "report-detail", "overdue"),
    Page("report-as-of", "report-detail", "topics", query="as_of=2021-11-12&topic=troika-plus"),
    Page("report-wrong", "report-detail", "report", query="as_of=never", answer=400),
    Page("report-downloads", "report-detail", "report", act=acts.open_menu(".page-head details.menu")),
    Page("report-rows", "report-rows", "report_number", roles=EVERYBODY),
    Page("report-freeze", "report-freeze", "report"),
    Page("report-freeze-refused", "report-freeze", "report", act=acts.send),
    Page("editions", "edition-list", roles=EVERYBODY),
    Page("edition", "edition-detail", "edition"),
    Page("edition-rows", "edition-rows", "edition_number"),
    Page("edition-again", "edition-check", "edition"),
    Page("edition-compare", "edition-compare", "editions"),
    # admin
    Page("admin", "admin:index", roles=("reviewer", "admin")),
    Page("admin-app", "admin:app_list", "app", roles=("admin",)),
    Page("admin-report", "admin:claim-report"),
    Page("admin-report-empty", "admin:claim-report", query="as_of=1999-01-01"),
    Page("admin-report-wrong", "admin:claim-report", query="as_of=never", answer=400),
    Page("admin-report-rows", "admin:claim-report-rows"),
    Page("admin-suggestions", "admin:suggestion-yield"),
    Page("admin-password-done", "admin:password_change_done"),
    Page("admin-person-password", "admin:claims_user_password", "person", roles=("admin",)),
    Page("admin-person-add-refused", "admin:claims_user_add", roles=("admin",), act=acts.send),
]
RECORDS = (
    "alias article articleversion assessment claim claimset comment edition event link membership nullsearch "
    "passage proposalrequest reschedule seal source suggestion topic user"
).split()
PAGES += [
    Page(f"admin-{model}-{act}", f"admin:claims_{model}_{act}", needs, roles=("admin",))
    for model in RECORDS
    for act, needs in (("changelist", ""), ("change", "row"))
]
PAGES += [
    Page("admin-user-add", "admin:claims_user_add", roles=("admin",)),
    Page("admin-groups", "admin:auth_group_changelist", roles=("admin",)),
    Page("admin-group", "admin:auth_group_change", "row", roles=("admin",)),
    Page("admin-claims-none", "admin:claims_claim_changelist", query="q=qqqzzz", roles=("admin",)),
]

# Addresses that answer, but not with a page of their own.
NO_PAGE = {
    "calendar-file": "a file",
    "report-download": "a file",
    "edition-download": "a file",
    "person-lookup": "names, as one types",
    "claim-lookup": "claims, as one types",
    "link-check": "what the rules say, as a form is filled in",
    "admin:claim-report-csv": "a file",
    "admin:jsi18n": "words for the admin's scripts",
}
