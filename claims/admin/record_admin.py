from functools import reduce
from operator import or_

from django.contrib.admin import ModelAdmin, ShowFacets
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from claims.admin.searching import BoundedPaginator, holding, words_of
from claims.reports.quick_search import NUMBER
from claims.services.log import NOUNS


class RecordAdmin(ModelAdmin):
    """A list to search and pages to read, for everybody whom the site admits.

    `numbered` is the way from a row to the number of the claim that it belongs to, where it belongs to one.
    """

    numbered = ""
    paginator = BoundedPaginator
    actions = None
    list_per_page = 50
    show_full_result_count = False
    show_facets = ShowFacets.NEVER
    view_on_site = False

    def has_view_permission(self, request, obj=None):
        return self.admin_site.has_permission(request)

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_search_results(self, request, queryset, search_term):
        """Find the rows of which one of the searched texts holds every word.

        `C-12` finds those of that claim alone, and so does `12`, where they would be lost among all that holds a 12.
        """
        number = NUMBER.fullmatch(search_term) if self.numbered else None
        if number:
            of_claim = queryset.filter(**{self.numbered: int(number["digits"])})
            if number["mark"] or of_claim.exists():
                return of_claim, False
        words = words_of(search_term)
        if not words:
            return queryset, False
        texts = (holding(self.model, path, words) for path in self.get_search_fields(request))
        return queryset.filter(reduce(or_, texts)), False

    def history_view(self, request, object_id, extra_context=None):
        """Show the log of the record: the admin's own history knows only what was done in the admin."""
        noun = NOUNS.get(self.model)
        query = {"noun": noun, "object_id": object_id} if noun else {}
        return redirect(f"{reverse('admin:claims_event_changelist')}?{urlencode(query)}")
