"""Assessments to search and read, without what is hidden of blind proposals; and what belongs to these."""

from django.contrib import admin
from django.shortcuts import redirect

from claims.admin.record_admin import RecordAdmin
from claims.models import Assessment
from claims.reports.blindness import hidden_from, visible_to


class AssessmentAdmin(RecordAdmin):
    list_display = ["claim", "step", "verdict", "confidence", "author", "as_of", "created_at", "closing"]
    list_display_links = ["step"]
    list_filter = ["step", "verdict", "confidence", ("closed_at", admin.EmptyFieldListFilter)]
    list_select_related = ["claim", "author"]
    ordering = ["-pk"]
    numbered = "claim__number"
    search_fields = ["claim__statement", "rationale", "author__username"]
    search_help_text = "Words of the statement or the rationale, a user name, or a number: C-12"

    def get_queryset(self, request):
        """Leave out what is hidden of blind proposals, so that no list, filter or search finds anything of it."""
        return super().get_queryset(request).filter(visible_to(request.user))

    def change_view(self, request, object_id, *args, **kwargs):
        """Show what was assessed; what is hidden, as the page of the claim tells of it."""
        hidden = Assessment.objects.filter(hidden_from(request.user), pk=object_id) if object_id.isdecimal() else None
        if hidden:
            return redirect(f"{hidden[0].claim.get_absolute_url()}#assessments")
        return super().change_view(request, object_id, *args, **kwargs)

    def view_on_site(self, assessment):
        return assessment.claim.get_absolute_url()


class SealAdmin(RecordAdmin):
    list_display = ["claim", "author", "opened_at", "opened_by", "opening"]
    list_select_related = ["proposal__claim", "proposal__author", "opened_by"]
    list_filter = [("opened_at", admin.EmptyFieldListFilter), "opening"]
    ordering = ["-pk"]
    numbered = "proposal__claim__number"
    search_fields = ["proposal__claim__statement", "proposal__author__username"]
    search_help_text = "Words of the statement, a user name, or a number: C-12"
    # Not the proposal, which is named by what it says.
    fields = list_display

    @admin.display
    def claim(self, seal):
        return seal.proposal.claim

    @admin.display
    def author(self, seal):
        return seal.proposal.author

    def view_on_site(self, seal):
        return f"{seal.proposal.claim.get_absolute_url()}#assessments"


class ProposalRequestAdmin(RecordAdmin):
    list_display = ["claim", "person", "note", "asked_by", "created_at", "closing"]
    list_display_links = ["note"]
    list_select_related = ["claim", "person", "asked_by"]
    list_filter = [("closed_at", admin.EmptyFieldListFilter), "closing"]
    ordering = ["-pk"]
    numbered = "claim__number"
    search_fields = ["claim__statement", "note", "person__username", "asked_by__username"]
    search_help_text = "Words of the statement or the note, a user name, or a number: C-12"

    def view_on_site(self, asked):
        return f"{asked.claim.get_absolute_url()}#assessments"
