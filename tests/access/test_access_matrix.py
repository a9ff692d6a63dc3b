"""Who may do what at every address: address × role × method. A new address fails until it is in the matrix."""

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from claims.admin import admin_site
from tests.access.content_policy import breaches
from tests.access.world import ROLES, make_people, make_world

pytestmark = pytest.mark.django_db

# Statuses for: anonymous, reader, analyst, reviewer, administrator. A form that is sent empty answers 422.
PAGE = (302, 200, 200, 200, 200)
ON = (302, 302, 302, 302, 302)
NO_NEWS = (302, 204, 204, 204, 204)
NO_SUCH_METHOD = (302, 405, 405, 405, 405)
ANNOTATE = (302, 403, 200, 200, 200)
ANNOTATE_EMPTY = (302, 403, 422, 422, 422)
REVIEW = (302, 403, 403, 200, 200)
REVIEW_EMPTY = (302, 403, 403, 422, 422)
REVIEW_ON = (302, 403, 403, 302, 302)
REVIEW_NO_SUCH_METHOD = (302, 403, 403, 405, 405)
ADMINISTER = (302, 403, 403, 403, 200)
NOBODY = (302, 403, 403, 403, 403)

# name of the address: (what it needs, GET, POST)
MATRIX = {
    "login": (None, (200, 302, 302, 302, 302), (200, 302, 302, 302, 302)),
    "logout": (None, NO_SUCH_METHOD, ON),
    "password_change": (None, PAGE, PAGE),
    "password_change_done": (None, PAGE, NO_SUCH_METHOD),
    "desk": (None, PAGE, NO_SUCH_METHOD),
    "desk-seen": (None, NO_SUCH_METHOD, ON),
    "calendar": (None, PAGE, NO_SUCH_METHOD),
    "calendar-file": (None, PAGE, NO_SUCH_METHOD),
    "search": (None, PAGE, NO_SUCH_METHOD),
    "article-list": (None, PAGE, NO_SUCH_METHOD),
    "article-import": (None, ANNOTATE, ANNOTATE_EMPTY),
    "article-detail": ("article", PAGE, NO_SUCH_METHOD),
    "article-pulse": ("article", NO_NEWS, NO_SUCH_METHOD),
    "article-edit": ("article", ANNOTATE, ANNOTATE_EMPTY),
    "article-standing": ("article", ANNOTATE, ANNOTATE_EMPTY),
    "article-versions": ("article", PAGE, NO_SUCH_METHOD),
    "version-changes": ("version", PAGE, NO_SUCH_METHOD),
    "version-why": ("version", ANNOTATE, ANNOTATE_EMPTY),
    "article-claim": ("article", ANNOTATE, ANNOTATE_EMPTY),
    "article-evidence": ("article", ANNOTATE, ANNOTATE_EMPTY),
    "article-suggestions": ("words", PAGE, NO_SUCH_METHOD),
    "article-panel": ("panel", ON, NO_SUCH_METHOD),  # the panel itself is asked for by htmx
    "article-reschedule": ("article", ANNOTATE_EMPTY, ANNOTATE_EMPTY),  # which forecast is not said
    "passage-detail": ("passage", ON, ON),
    "passage-attribution": ("passage", ANNOTATE, ANNOTATE_EMPTY),
    "claim-list": (None, PAGE, NO_SUCH_METHOD),
    "claim-lookup": (None, PAGE, PAGE),
    "claim-detail": ("open", PAGE, NO_SUCH_METHOD),
    "claim-pulse": ("open", NO_NEWS, NO_SUCH_METHOD),
    "claim-related": ("open", PAGE, NO_SUCH_METHOD),
    "claim-edit": ("open", ANNOTATE, ANNOTATE_EMPTY),
    "claim-open": ("draft", NO_SUCH_METHOD, (302, 403, 302, 302, 302)),
    "claim-reject": ("draft", ANNOTATE, ANNOTATE_EMPTY),
    "claim-undo": ("own", NO_SUCH_METHOD, (302, 403, 302, 422, 422)),  # the analyst's own
    "claim-merge": ("open", REVIEW, REVIEW_EMPTY),
    "claim-unmerge": ("merged", REVIEW, REVIEW_EMPTY),
    "claim-split": ("open", ANNOTATE, ANNOTATE_EMPTY),
    "claim-propose": ("open", ANNOTATE, ANNOTATE_EMPTY),
    "claim-decide": ("proposed", REVIEW, REVIEW_EMPTY),
    "claim-open-round": ("blind", NO_SUCH_METHOD, REVIEW_ON),
    "claim-ask": ("proposed", REVIEW, REVIEW_EMPTY),
    "request-take-back": ("request", NO_SUCH_METHOD, REVIEW_ON),
    "claim-send-back": ("proposed", REVIEW, REVIEW_EMPTY),
    "claim-reopen": ("decided", REVIEW, REVIEW_EMPTY),
    "claim-exclude": ("open", ANNOTATE, ANNOTATE_EMPTY),
    "claim-matrix": (None, PAGE, NO_SUCH_METHOD),
    "claim-set-list": (None, PAGE, NO_SUCH_METHOD),
    "claim-set-detail": ("set", PAGE, NO_SUCH_METHOD),
    "claim-set-edit": ("set", ANNOTATE, ANNOTATE_EMPTY),
    "claim-set-join": ("set", ANNOTATE, ANNOTATE_EMPTY),
    "claim-set-leave": ("member", ANNOTATE, ANNOTATE_EMPTY),
    "claim-set-undo": ("member", NO_SUCH_METHOD, (302, 403, 302, 422, 422)),  # the analyst's own
    "claim-reschedule": ("open", ANNOTATE, (302, 403, 405, 405, 405)),
    "claim-reschedule-to": ("open", ANNOTATE, ANNOTATE_EMPTY),
    "reschedule-withdraw": ("reschedule", ANNOTATE, ANNOTATE_EMPTY),
    "reschedule-offer": ("reschedule", ON, NO_SUCH_METHOD),  # the form that it leads to asks who it is
    "claim-null-search": ("open", ANNOTATE, ANNOTATE_EMPTY),
    "claim-evidence": ("open", ANNOTATE, ANNOTATE_EMPTY),
    "claim-comments": ("open", PAGE, ANNOTATE_EMPTY),
    "passage-comments": ("passage", PAGE, ANNOTATE_EMPTY),
    # The analyst's own; an administrator may withdraw it too.
    "comment-correct": ("comment", (302, 403, 200, 422, 422), ANNOTATE_EMPTY),
    "comment-withdraw": ("comment", (302, 403, 200, 422, 200), (302, 403, 302, 422, 302)),
    "thread-done": ("thread", NO_SUCH_METHOD, (302, 403, 302, 302, 302)),
    "person-lookup": (None, PAGE, NO_SUCH_METHOD),
    "settings": (None, PAGE, (302, 422, 422, 422, 422)),
    "inbox": (None, PAGE, NO_SUCH_METHOD),
    "inbox-all-read": (None, NO_SUCH_METHOD, (302, 422, 422, 422, 422)),  # the moment of the page is not sent
    "inbox-undo": (None, NO_SUCH_METHOD, (302, 422, 422, 422, 422)),  # nothing was marked at once
    # The reviewer's own act is no news to the reviewer.
    "inbox-open": ("item", (302, 302, 302, 404, 302), NO_SUCH_METHOD),
    "inbox-mark": ("item", NO_SUCH_METHOD, (302, 302, 302, 404, 302)),
    # The analyst's own; nobody takes back the proposal of another, or sees another's filters.
    "proposal-withdraw": ("proposal", NO_SUCH_METHOD, (302, 403, 302, 422, 422)),
    "filter-delete": ("filter", NO_SUCH_METHOD, (302, 404, 302, 404, 404)),
    "filter-save": (None, NO_SUCH_METHOD, (302, 422, 422, 422, 422)),
    "link-check": (None, PAGE, PAGE),
    "link-withdraw": ("link", ANNOTATE, ANNOTATE_EMPTY),
    "link-undo": ("link", NO_SUCH_METHOD, (302, 403, 302, 422, 422)),  # the analyst's own
    "link-revise": ("link", ANNOTATE, ANNOTATE_EMPTY),
    "link-reaffirm": ("suspended", ANNOTATE, ANNOTATE_EMPTY),
    "queue": (None, PAGE, NO_SUCH_METHOD),
    "queue-reject": (None, (302, 403, 422, 422, 422), (302, 403, 422, 422, 422)),  # no filter is given
    "queue-again": (None, NO_SUCH_METHOD, ON),
    "suggestion-undo": (None, NO_SUCH_METHOD, ANNOTATE_EMPTY),  # nothing was judged
    "suggestion-detail": ("suggestion", PAGE, NO_SUCH_METHOD),
    "suggestion-accept": ("suggestion", ANNOTATE, (302, 403, 302, 302, 302)),
    "suggestion-link": ("suggestion_and_claim", ANNOTATE, ANNOTATE),  # the form is shown first
    "suggestion-reject": ("suggestion", NO_SUCH_METHOD, (302, 403, 302, 302, 302)),
    "suggestion-skip": ("suggestion", NO_SUCH_METHOD, ON),
    "queue-proposals": (None, PAGE, NO_SUCH_METHOD),
    "queue-asked": (None, PAGE, NO_SUCH_METHOD),
    "queue-stale": (None, PAGE, NO_SUCH_METHOD),
    "queue-undated": (None, PAGE, NO_SUCH_METHOD),
    "waiting-detail": ("waiting", PAGE, NO_SUCH_METHOD),
    "waiting-skip": ("waiting", NO_SUCH_METHOD, ON),
    "waiting-again": ("kind", NO_SUCH_METHOD, ON),
    "waiting-undo": ("kind", NO_SUCH_METHOD, ANNOTATE_EMPTY),  # nothing was done
    "stale-accept": ("suspended", NO_SUCH_METHOD, ANNOTATE_EMPTY),  # a withdrawn article needs a reason
    "stale-reaffirm": ("suspended", ANNOTATE, ANNOTATE_EMPTY),
    "stale-withdraw": ("suspended", ANNOTATE, ANNOTATE_EMPTY),
    "undated-take": ("undated", NO_SUCH_METHOD, (302, 403, 409, 409, 409)),  # no day was sent
    "undated-date": ("undated", ANNOTATE, ANNOTATE_EMPTY),
    "undated-dismiss": ("undated", NO_SUCH_METHOD, (302, 403, 302, 302, 302)),
    "report-list": (None, PAGE, NO_SUCH_METHOD),
    "report-detail": ("report", PAGE, NO_SUCH_METHOD),
    "report-rows": ("report_number", PAGE, NO_SUCH_METHOD),
    "report-download": ("report_format", PAGE, NO_SUCH_METHOD),
    "report-freeze": ("report", REVIEW, REVIEW_EMPTY),
    "edition-list": (None, PAGE, NO_SUCH_METHOD),
    "edition-detail": ("edition", PAGE, NO_SUCH_METHOD),
    "edition-rows": ("edition_number", PAGE, NO_SUCH_METHOD),
    "edition-download": ("edition_format", PAGE, NO_SUCH_METHOD),
    "edition-check": ("edition", PAGE, NO_SUCH_METHOD),
    "edition-compare": ("editions", PAGE, NO_SUCH_METHOD),
    "admin:index": (None, REVIEW, REVIEW),
    "admin:app_list": ("app", REVIEW, REVIEW),
    "admin:claim-report": (None, REVIEW, REVIEW_NO_SUCH_METHOD),
    "admin:claim-report-rows": (None, REVIEW, REVIEW_NO_SUCH_METHOD),
    "admin:claim-report-csv": (None, REVIEW, REVIEW_NO_SUCH_METHOD),
    "admin:suggestion-yield": (None, REVIEW, REVIEW_NO_SUCH_METHOD),
    "admin:suggestion-read-again": (None, REVIEW_NO_SUCH_METHOD, REVIEW_ON),
    "admin:login": (None, REVIEW_ON, REVIEW_ON),
    "admin:logout": (None, REVIEW_NO_SUCH_METHOD, REVIEW_ON),
    "admin:password_change": (None, REVIEW_ON, REVIEW_ON),
    "admin:password_change_done": (None, REVIEW, REVIEW_NO_SUCH_METHOD),
    "admin:autocomplete": (None, NOBODY, REVIEW_NO_SUCH_METHOD),
    "admin:jsi18n": (None, REVIEW, REVIEW_NO_SUCH_METHOD),
    "admin:view_on_site": ("on_site", REVIEW_ON, REVIEW_ON),
    "admin:claims_user_password": ("person", ADMINISTER, ADMINISTER),
}
# Records are read in the admin and written by services alone.
RECORDS = (
    "alias article articleversion assessment claim claimset comment edition event link membership nullsearch "
    "passage proposalrequest reschedule seal source suggestion topic"
).split()
READ_ONLY = {
    "changelist": (REVIEW, REVIEW),
    "add": (NOBODY, NOBODY),
    "history": (REVIEW_ON, REVIEW_ON),
    "delete": (NOBODY, NOBODY),
    "change": (REVIEW, NOBODY),
}
ADMIN = {f"admin:claims_{model}_{act}": expected for model in RECORDS for act, expected in READ_ONLY.items()}
ADMIN |= {
    "admin:claims_source_change": (REVIEW, REVIEW),  # reviewers grade sources
    **{
        f"admin:{model}_{act}": expected
        for model in ("claims_user", "auth_group")
        for act, expected in READ_ONLY.items()
    },
    "admin:claims_user_changelist": (ADMINISTER, ADMINISTER),
    "admin:claims_user_add": (ADMINISTER, ADMINISTER),
    "admin:claims_user_change": (ADMINISTER, ADMINISTER),
    "admin:auth_group_changelist": (ADMINISTER, ADMINISTER),
    "admin:auth_group_change": (ADMINISTER, NOBODY),
}
# Addresses without a name, as people may type them.
UNNAMED = {
    "/admin/claims/claim/1/": (REVIEW_ON, REVIEW_ON),
    "/admin/nowhere/": ((302, 403, 403, 404, 404), (302, 403, 403, 404, 404)),
}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """The people's session cookies and the rows, for a module of requests that leave nothing behind."""
    with django_db_blocker.unblock(), transaction.atomic():
        people = make_people()
        yield make_world(people) | {"sessions": {role: session_of(person) for role, person in people.items()}}
        transaction.set_rollback(True)


def session_of(person):
    client = Client()
    if person:
        client.force_login(person)
        return client.cookies[settings.SESSION_COOKIE_NAME].value
    return None


@pytest.mark.parametrize("name", [*MATRIX, *ADMIN])
def test_address_answers_each_role_as_the_matrix_says(world, name):
    url, expected = (admin_url(name), ADMIN[name]) if name in ADMIN else (url_of(world, name), MATRIX[name][1:])

    assert (answers(world, "get", url), answers(world, "post", url)) == expected


@pytest.mark.parametrize("url", UNNAMED)
def test_address_without_a_name_answers_as_the_matrix_says(world, url):
    assert (answers(world, "get", url), answers(world, "post", url)) == UNNAMED[url]


def test_every_named_address_is_in_the_matrix():
    names = {name for name, _ in addresses(get_resolver()) if name}

    assert names == set(MATRIX) | set(ADMIN)


def test_addresses_without_a_name_are_the_admins_redirects_and_its_last_resort():
    unnamed = {route for name, route in addresses(get_resolver()) if not name}

    assert {route for route in unnamed if not route.endswith("<path:object_id>/")} == {"admin/(?P<url>.*)$"}
    assert all(route.startswith("admin/") for route in unnamed)


def test_no_address_is_exempt_from_the_check_of_where_a_form_came_from():
    assert [one for one in callbacks(get_resolver()) if getattr(one, "csrf_exempt", False)] == []


def callbacks(resolver):
    for one in resolver.url_patterns:
        yield from [one.callback] if isinstance(one, URLPattern) else callbacks(one)


def addresses(resolver, route="", namespace=""):
    """Yield (name with namespace or None, route) of every address below `resolver`."""
    for one in resolver.url_patterns:
        below = f"{route}{one.pattern}"
        if isinstance(one, URLPattern):
            yield one.name and f"{namespace}{one.name}", below
        else:
            yield from addresses(one, below, f"{one.namespace}:" if one.namespace else namespace)


def url_of(world, name):
    need = MATRIX[name][0]
    return reverse(name, kwargs=world[need] if need else {})


def admin_url(name):
    """Return the address for a row that stands; reading it needs one."""
    app_label, model_name, act = name.removeprefix("admin:").split("_")
    if act in ("changelist", "add"):
        return reverse(name)
    (model,) = [one for one in admin_site._registry if one._meta.label_lower == f"{app_label}.{model_name}"]
    return reverse(name, args=[model.objects.earliest("pk").pk])


def answers(world, method, url):
    """Return the status that each role gets; what a request changed is undone before the next.

    No answer, be it a page or a refusal, holds what its own content policy forbids.
    """
    return tuple(answer(world["sessions"][role], method, url) for role in ROLES)


def answer(session, method, url):
    client = Client()
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    with transaction.atomic():
        response = getattr(client, method)(url)
        assert breaches(response) == []
        transaction.set_rollback(True)
    return response.status_code
