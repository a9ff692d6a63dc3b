from django.contrib import admin

from claims.admin.record_admin import RecordAdmin


class ClaimSetAdmin(RecordAdmin):
    list_display = ["name", "reason", "created_by", "created_at"]
    list_select_related = ["created_by"]
    ordering = ["-pk"]
    search_fields = ["name", "reason", "memberships__claim__statement"]
    search_help_text = "Words of the name, the reason or the statement of a claim"

    def view_on_site(self, claim_set):
        return claim_set.get_absolute_url()


class MembershipAdmin(RecordAdmin):
    list_display = ["claim", "claim_set", "joined_by", "joined_at", "left_at"]
    list_filter = [("left_at", admin.EmptyFieldListFilter)]
    list_select_related = ["claim", "claim_set", "joined_by"]
    ordering = ["-pk"]
    numbered = "claim__number"
    search_fields = ["claim__statement", "claim_set__name", "reason", "left_reason"]
    search_help_text = "Words of the statement, the name of the set or a reason, or a number: C-12"

    def view_on_site(self, membership):
        return membership.claim_set.get_absolute_url()
