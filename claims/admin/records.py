"""Records to search and read. Nothing can be added, changed or deleted here: services own the writes."""

from django.contrib import admin

from claims.admin.assessments import AssessmentAdmin, ProposalRequestAdmin, SealAdmin
from claims.admin.claim_sets import ClaimSetAdmin, MembershipAdmin
from claims.admin.record_admin import RecordAdmin
from claims.models import (
    Alias,
    Article,
    ArticleVersion,
    Assessment,
    Claim,
    ClaimSet,
    Comment,
    Edition,
    Event,
    Link,
    Membership,
    NullSearch,
    Passage,
    ProposalRequest,
    Reschedule,
    Seal,
    Suggestion,
    Topic,
)
from claims.reports.comments import place_of
from claims.reports.search import matching_articles

MOST_FOUND = 500


class ArticleAdmin(RecordAdmin):
    list_display = ["title_or_not", "outlet", "published_on", "published_basis", "standing", "created_at"]
    list_filter = ["standing", "published_basis"]
    list_select_related = ["outlet"]
    ordering = ["-pk"]
    search_fields = ["outlet__name", "byline", "url"]
    search_help_text = "Words of the title or the text, or of the outlet, the byline or the address"
    fields = [
        "title", "outlet", "byline", "dateline", "url", "published_on", "published_basis", "standing",
        "standing_at", "imported_from", "created_at", "created_by",
    ]  # fmt: skip

    @admin.display(description="title", ordering="title")
    def title_or_not(self, article):
        return str(article)

    def view_on_site(self, article):
        return article.get_absolute_url()

    def get_search_results(self, request, queryset, search_term):
        """Find by the full-text index as well, as the articles page does."""
        found, _ = super().get_search_results(request, queryset, search_term)
        if not search_term:
            return found, False
        return found | queryset.filter(pk__in=matching_articles(search_term, MOST_FOUND)), False


class ArticleVersionAdmin(RecordAdmin):
    list_display = ["article", "number", "change", "recorded_at", "recorded_by"]
    list_filter = ["change"]
    list_select_related = ["article", "recorded_by"]
    ordering = ["-pk"]
    search_fields = ["article__title", "article__outlet__name", "sha256"]
    search_help_text = "Words of the title or the outlet, or the beginning of the SHA-256"

    def view_on_site(self, version):
        return version.get_absolute_url()


class PassageAdmin(RecordAdmin):
    list_display = ["exact", "article", "speaker", "speaker_kind", "origin", "created_at"]
    list_filter = ["speaker_kind", "certainty"]
    list_select_related = ["article", "origin"]
    ordering = ["-pk"]
    search_fields = ["exact", "speaker", "origin__name", "article__outlet__name"]
    search_help_text = "Words of the quote, the speaker, the origin or the outlet"

    def view_on_site(self, passage):
        return passage.get_absolute_url()


class ClaimAdmin(RecordAdmin):
    list_display = [
        "label", "statement", "kind", "state", "evidence_status", "verdict", "window_end", "owner",
    ]  # fmt: skip
    list_display_links = ["label", "statement"]
    list_filter = ["state", "figures__evidence_status", "kind", "topics"]
    list_select_related = ["figures", "owner"]
    numbered = "number"
    search_fields = [
        "statement",
        "links__passage__exact",
        "links__passage__speaker",
        "links__passage__origin__name",
        "links__passage__article__outlet__name",
    ]
    search_help_text = "Words of the statement or of a linked quote, a speaker, origin or outlet, or a number: C-12"
    readonly_fields = ["number", "amended_at"]

    @admin.display(description="number", ordering="number")
    def label(self, claim):
        return claim.label

    @admin.display(ordering="figures__evidence_status")
    def evidence_status(self, claim):
        return claim.figures.get_evidence_status_display()

    @admin.display(ordering="figures__verdict")
    def verdict(self, claim):
        return claim.figures.get_verdict_display()

    def view_on_site(self, claim):
        return claim.get_absolute_url()


class LinkAdmin(RecordAdmin):
    list_display = ["claim", "stance", "basis", "independence", "passage", "created_by", "created_at", "withdrawn_at"]
    list_display_links = ["stance"]
    list_filter = ["stance", "basis", "independence", ("withdrawn_at", admin.EmptyFieldListFilter)]
    list_select_related = ["claim", "passage", "created_by"]
    ordering = ["-pk"]
    numbered = "claim__number"
    search_fields = [
        "claim__statement", "passage__exact", "reason", "passage__origin__name", "passage__article__outlet__name",
    ]  # fmt: skip
    search_help_text = "Words of the statement, the quote, the reason, the origin or the outlet, or a number: C-12"

    def view_on_site(self, link):
        return f"{link.claim.get_absolute_url()}#link-{link.pk}"


class SuggestionAdmin(RecordAdmin):
    list_display = ["kind", "rule", "score", "state", "claim", "version", "created_at"]
    list_filter = ["kind", "state"]
    list_select_related = ["claim", "version__article"]
    ordering = ["-pk"]
    numbered = "claim__number"
    search_fields = ["rule", "claim__statement", "version__article__title"]
    search_help_text = "Words of the rule, the statement or the title, or a number: C-12"


class NullSearchAdmin(RecordAdmin):
    list_display = ["claim", "searched", "up_to", "by", "created_at"]
    list_display_links = ["searched"]
    list_select_related = ["claim", "by"]
    numbered = "claim__number"
    search_fields = ["claim__statement", "searched", "note"]
    search_help_text = "Words of the statement or of what was searched, or a number: C-12"

    def view_on_site(self, search):
        return search.claim.get_absolute_url()


class RescheduleAdmin(RecordAdmin):
    list_display = ["earlier", "later", "passage", "created_by", "created_at", "withdrawn_at"]
    list_display_links = ["later"]
    list_filter = [("withdrawn_at", admin.EmptyFieldListFilter)]
    list_select_related = ["earlier", "later", "passage", "created_by"]
    ordering = ["-pk"]
    numbered = "earlier__number"
    search_fields = ["earlier__statement", "later__statement", "passage__exact", "reason"]
    search_help_text = "Words of a statement, the quote or the reason, or the number of the earlier claim: C-12"

    def view_on_site(self, reschedule):
        return f"{reschedule.earlier.get_absolute_url()}#dates"


class CommentAdmin(RecordAdmin):
    list_display = ["body", "author", "made_at", "thread", "withdrawn_at"]
    list_select_related = ["author", "thread__claim", "thread__passage"]
    ordering = ["-pk"]
    numbered = "thread__claim__number"
    search_fields = ["body", "author__username", "thread__claim__statement", "thread__passage__exact"]
    search_help_text = "Words of the comment, the statement or the quote, a user name, or a number: C-12"

    def view_on_site(self, comment):
        return place_of(comment.thread).url_of(comment)


class EditionAdmin(RecordAdmin):
    list_display = ["title", "report", "as_of", "recorded_by", "created_by", "created_at"]
    list_filter = ["report"]
    list_select_related = ["created_by"]
    ordering = ["-pk"]
    search_fields = ["title", "note", "sha256"]
    fields = [
        "title", "report", "asked", "as_of", "recorded_by", "note", "software", "sha256", "created_at", "created_by",
    ]  # fmt: skip

    def get_queryset(self, request):
        """Leave out the documents: each can be read, and taken away, on its own page."""
        return super().get_queryset(request).defer("content")

    def view_on_site(self, edition):
        return edition.get_absolute_url()


class EventAdmin(RecordAdmin):
    list_display = ["at", "actor", "verb", "noun", "object_id", "claim", "article", "reason"]
    list_filter = ["verb", "noun"]
    list_select_related = ["actor", "claim", "article"]
    numbered = "claim__number"
    search_fields = ["reason", "actor__username", "claim__statement", "article__title"]
    search_help_text = "Words of the reason, the statement or the title, a user name, or a number: C-12"

    def get_queryset(self, request):
        return super().get_queryset(request).for_log()


class TopicAdmin(RecordAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name"]


class AliasAdmin(RecordAdmin):
    list_display = ["surface", "source", "valid_from", "valid_to"]
    list_select_related = ["source"]
    search_fields = ["surface", "source__name"]


ADMINS = {
    Alias: AliasAdmin,
    Article: ArticleAdmin,
    ArticleVersion: ArticleVersionAdmin,
    Assessment: AssessmentAdmin,
    Claim: ClaimAdmin,
    ClaimSet: ClaimSetAdmin,
    Comment: CommentAdmin,
    Edition: EditionAdmin,
    Event: EventAdmin,
    Link: LinkAdmin,
    Membership: MembershipAdmin,
    NullSearch: NullSearchAdmin,
    Passage: PassageAdmin,
    Reschedule: RescheduleAdmin,
    ProposalRequest: ProposalRequestAdmin,
    Seal: SealAdmin,
    Suggestion: SuggestionAdmin,
    Topic: TopicAdmin,
}
