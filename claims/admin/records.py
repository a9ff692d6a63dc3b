"""Records to search and read. Nothing can be added, changed or deleted here: services own the writes."""

from django.contrib import admin

from claims.admin.record_admin import RecordAdmin
from claims.models import (
    Alias,
    Article,
    ArticleVersion,
    Assessment,
    Claim,
    Comment,
    Event,
    Link,
    NullSearch,
    Passage,
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
    search_fields = ["title"]
    search_help_text = "Words of the title or the text"
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
        """Find by the full-text index, as the articles page does."""
        if not search_term:
            return queryset, False
        return queryset.filter(pk__in=matching_articles(search_term, MOST_FOUND)), False


class ArticleVersionAdmin(RecordAdmin):
    list_display = ["article", "number", "change", "recorded_at", "recorded_by"]
    list_filter = ["change"]
    list_select_related = ["article", "recorded_by"]
    ordering = ["-pk"]
    search_fields = ["article__title", "sha256"]

    def view_on_site(self, version):
        return version.get_absolute_url()


class PassageAdmin(RecordAdmin):
    list_display = ["exact", "article", "speaker", "speaker_kind", "origin", "created_at"]
    list_filter = ["speaker_kind", "certainty"]
    list_select_related = ["article", "origin"]
    ordering = ["-pk"]
    search_fields = ["exact", "speaker", "origin__name"]

    def view_on_site(self, passage):
        return passage.get_absolute_url()


class ClaimAdmin(RecordAdmin):
    list_display = [
        "label", "statement", "kind", "state", "evidence_status", "verdict", "window_end", "owner",
    ]  # fmt: skip
    list_display_links = ["label", "statement"]
    list_filter = ["state", "figures__evidence_status", "kind", "topics"]
    list_select_related = ["figures", "owner"]
    search_fields = ["statement", "=number"]
    search_help_text = "Words of the statement, or the number"
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

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, search_term.removeprefix("C-").removeprefix("c-"))


class LinkAdmin(RecordAdmin):
    list_display = ["claim", "stance", "basis", "independence", "passage", "created_by", "created_at", "withdrawn_at"]
    list_display_links = ["stance"]
    list_filter = ["stance", "basis", "independence", ("withdrawn_at", admin.EmptyFieldListFilter)]
    list_select_related = ["claim", "passage", "created_by"]
    ordering = ["-pk"]
    search_fields = ["claim__statement", "=claim__number", "passage__exact", "reason"]

    def view_on_site(self, link):
        return f"{link.claim.get_absolute_url()}#link-{link.pk}"


class AssessmentAdmin(RecordAdmin):
    list_display = ["claim", "step", "verdict", "confidence", "author", "as_of", "created_at", "closing"]
    list_display_links = ["step"]
    list_filter = ["step", "verdict", "confidence", ("closed_at", admin.EmptyFieldListFilter)]
    list_select_related = ["claim", "author"]
    ordering = ["-pk"]
    search_fields = ["claim__statement", "=claim__number", "rationale", "author__username"]

    def view_on_site(self, assessment):
        return assessment.claim.get_absolute_url()


class SuggestionAdmin(RecordAdmin):
    list_display = ["kind", "rule", "score", "state", "claim", "version", "created_at"]
    list_filter = ["kind", "state"]
    list_select_related = ["claim", "version__article"]
    ordering = ["-pk"]
    search_fields = ["rule", "claim__statement"]


class NullSearchAdmin(RecordAdmin):
    list_display = ["claim", "searched", "up_to", "by", "created_at"]
    list_display_links = ["searched"]
    list_select_related = ["claim", "by"]
    search_fields = ["claim__statement", "=claim__number", "searched", "note"]

    def view_on_site(self, search):
        return search.claim.get_absolute_url()


class CommentAdmin(RecordAdmin):
    list_display = ["body", "author", "made_at", "thread", "withdrawn_at"]
    list_select_related = ["author", "thread__claim", "thread__passage"]
    ordering = ["-pk"]
    search_fields = ["body", "author__username"]

    def view_on_site(self, comment):
        return place_of(comment.thread).url_of(comment)


class EventAdmin(RecordAdmin):
    list_display = ["at", "actor", "verb", "noun", "object_id", "claim", "article", "reason"]
    list_filter = ["verb", "noun"]
    list_select_related = ["actor", "claim", "article"]
    search_fields = ["reason", "actor__username", "claim__statement", "=claim__number"]

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
    Comment: CommentAdmin,
    Event: EventAdmin,
    Link: LinkAdmin,
    NullSearch: NullSearchAdmin,
    Passage: PassageAdmin,
    Suggestion: SuggestionAdmin,
    Topic: TopicAdmin,
}
