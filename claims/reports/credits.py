"""News agencies to which articles owe their text, by what their newest versions say. Reads only."""

from claims.models import ArticleVersion
from claims.text.attribution.credits import wire_credits


def body_of(version):
    """Return the text without its headline, which every outlet words anew."""
    return version.text[version.headline_end :]


def credits_of(version):
    """Return the agencies that a version credits, in its text or in what was taken out of it at import."""
    parts = {part["role"]: part["text"] for part in version.removed}
    opening = f"{parts.get('dateline', '')}{body_of(version)}"
    return wire_credits("\n".join([parts.get("byline", ""), opening, parts.get("trailer", "")]).strip())


def credits_by_article(articles):
    """Return {article id: agencies that its newest version credits} for the ids `articles`, in one query."""
    versions = ArticleVersion.objects.filter(article__in=articles).order_by("number")
    newest = {version.article_id: version for version in versions}
    return {article: credits_of(version) for article, version in newest.items()}
