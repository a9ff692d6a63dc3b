from django.contrib.admin import ModelAdmin, ShowFacets
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from claims.services.log import NOUNS


class RecordAdmin(ModelAdmin):
    """A list to search and pages to read, for everybody whom the site admits."""

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

    def history_view(self, request, object_id, extra_context=None):
        """Show the log of the record: the admin's own history knows only what was done in the admin."""
        noun = NOUNS.get(self.model)
        query = {"noun": noun, "object_id": object_id} if noun else {}
        return redirect(f"{reverse('admin:claims_event_changelist')}?{urlencode(query)}")
