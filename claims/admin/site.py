from functools import update_wrapper

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest
from django.shortcuts import redirect
from django.urls import path, reverse

from claims.admin import report, suggestions
from claims.errors import NotAllowed
from claims.reports.numbered.registry import REPORTS as NUMBERED
from claims.reports.today import leading_figures

CLOSED = "The admin is for reviewers and administrators. Ask an administrator for the role Reviewer."
REPORTS = {
    "report/": (report.status, "claim-report"),
    "report/rows/": (report.rows, "claim-report-rows"),
    "report/rows.csv": (report.download, "claim-report-csv"),
    "suggestions/": (suggestions.rule_yield, "suggestion-yield"),
    "suggestions/read-again/": (suggestions.read_again, "suggestion-read-again"),
}


class DeskAdminSite(AdminSite):
    """The admin of the desk: open to reviewers and administrators, with its reports on top."""

    site_header = site_title = "Factcheck admin"
    index_title = "Reports and records"
    index_template = "admin/desk_index.html"
    site_url = "/"
    enable_nav_sidebar = False

    def has_permission(self, request):
        user = request.user
        return user.is_active and (user.is_staff or user.may_review)

    def admin_view(self, view, cacheable=False):
        """Answer whoever is logged in but may not enter with 403, where Django would ask them to log in again."""
        guarded = super().admin_view(view, cacheable)

        def inner(request, *args, **kwargs):
            self._must_admit(request)
            _must_be_text(request)
            return guarded(request, *args, **kwargs)

        return update_wrapper(inner, guarded)

    def index(self, request, extra_context=None):
        """Greet with what stands today, and with the reports that say more of it."""
        ours = {"figures": leading_figures(), "reports": NUMBERED.values()}
        return super().index(request, ours | (extra_context or {}))

    def login(self, request, extra_context=None):
        """Send strangers to the one login page, which throttles guessing."""
        self._must_admit(request)
        if request.user.is_authenticated:
            return redirect("admin:index")
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"))

    login.login_required = False

    def password_change(self, request, extra_context=None):
        return redirect("password_change")

    def _must_admit(self, request):
        if request.user.is_authenticated and not self.has_permission(request):
            raise NotAllowed(CLOSED)

    def get_urls(self):
        return [
            path(route, self.admin_view(self._page(view)), name=name) for route, (view, name) in REPORTS.items()
        ] + super().get_urls()

    def _page(self, view):
        def page(request):
            return view(request, self.each_context(request))

        return update_wrapper(page, view)


def _must_be_text(request):
    """Refuse an address that holds NUL: the filters of the admin's lists ask for it, and PostgreSQL fails on it."""
    if any("\x00" in value for _, values in request.GET.lists() for value in values):
        raise BadRequest("An address holds no NUL.")
