"""Searches that found nothing."""

from claims.forms.claims import NullSearchForm
from claims.services import roles, searches
from claims.views.acts import ClaimActView


class NullSearchCreateView(ClaimActView):
    form_class = NullSearchForm
    heading = "Log a search that found nothing"
    lead = "That nothing was found needs a record too. It never refutes a claim."
    submit = "Log the search"

    def check(self):
        roles.must_annotate(self.request.user)

    def act(self, form):
        searches.log_null_search(claim=self.claim, by=self.request.user, **form.cleaned_data)
        return self.done(f"The search for {self.claim.label} was logged.")
