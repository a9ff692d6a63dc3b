"""The pictures on the page of a claim, and what their tables say: when it was published, and where it came from."""

from dataclasses import dataclass
from datetime import date

from claims.models import Assessment
from claims.reports import graph_layout, timeline
from claims.reports.graph_parts import Graph
from claims.reports.origin_graph import clusters_of
from claims.reports.origin_groups import Member, OriginGroup, origin_groups
from claims.reports.timeline_marks import Lane, Mark
from claims.vocabulary import Basis, Step

WIDTHS = {"wide": 760, "narrow": 340}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the timeline's table: a link with its group, or an assessment (closed or not), by day."""

    day: date
    member: Member | None = None
    group: OriginGroup | None = None
    assessment: Assessment | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Pictures:
    """`timelines` and `graphs` hold a drawing for each sort of screen, or None where there is nothing to be drawn.

    `left_out` origins have no room in the graph; the table of `groups` has them all.
    """

    timelines: dict[str, timeline.Timeline] | None
    entries: tuple[Entry, ...]
    groups: tuple[OriginGroup, ...]
    graphs: dict[str, Graph] | None
    left_out: int


def pictures_of(claim, rows, figures, *, standing, closed, day, recorded_by, today_label):
    """Return the pictures of the link `rows` and the assessments, all as of `day` and of `recorded_by`."""
    groups = origin_groups(rows, figures.origin_ids, recorded_by=recorded_by)
    clusters, left_out = clusters_of(groups)
    articles = {row.link.passage.article_id for row in rows}
    lanes = [lane for group in groups if (lane := _lane(group)).marks]
    verdicts = [_verdict(one, closed=False) for one in standing] + [_verdict(one, closed=True) for one in closed]
    return Pictures(
        timelines=_timelines(claim, figures, lanes, verdicts, day, today_label),
        entries=tuple(sorted(_entries(groups, standing, closed), key=_by_day)),
        groups=groups,
        # One article alone has its chain on its card.
        graphs=_graphs(clusters) if len(articles) > 1 else None,
        left_out=left_out,
    )


def _timelines(claim, figures, lanes, verdicts, day, today_label):
    drawings = {
        name: timeline.draw(
            lanes,
            today=day,
            verdicts=verdicts,
            window_start=claim.window_start,
            window_end=claim.window_end,
            made_on=figures.first_made_on,
            width=width,
            today_label=today_label,
        )
        for name, width in WIDTHS.items()
    }
    return drawings if drawings["wide"] else None


def _graphs(clusters):
    return {
        "wide": graph_layout.in_layers(clusters, WIDTHS["wide"]),
        "narrow": graph_layout.in_rows(clusters, WIDTHS["narrow"]),
    }


def _lane(group):
    marks = tuple(_mark(member.row) for member in group.members if member.row.published_on)
    return Lane(group.name, marks, group.number)


def _mark(row):
    link = row.link
    basis = f", {link.basis_label.lower()}" if link.basis else ""
    outlet = link.passage.article.outlet or "Outlet not stated"
    return Mark(
        key=link.pk,
        day=row.published_on,
        what=f"{link.get_stance_display()}{basis}",
        where=f"{outlet}, {_written(row.published_on)}",
        target=f"link-{link.pk}",
        stance=link.stance,
        note=f"Does not count: {row.uncounted.label}." if row.uncounted else "",
        hollow=link.basis == Basis.EXPECTATION,
        faint=row.uncounted is not None,
    )


def _verdict(assessment, *, closed):
    verdict = assessment.get_verdict_display()
    return Mark(
        key=assessment.pk,
        day=assessment.as_of,
        what=f"{assessment.get_step_display()} “{verdict}”",
        where=f"{assessment.author}, as of {_written(assessment.as_of)}",
        target=f"assessment-{assessment.pk}",
        note=f"No longer stands: {assessment.get_closing_display().lower()}." if closed else "",
        word=verdict,
        hollow=assessment.step == Step.PROPOSAL,
        faint=closed,
    )


def _written(day):
    return f"{day.day} {day:%B %Y}"


def _entries(groups, standing, closed):
    for group in groups:
        for member in group.members:
            if member.row.published_on:
                yield Entry(member.row.published_on, member, group)
    for one in standing:
        yield Entry(one.as_of, assessment=one)
    for one in closed:
        yield Entry(one.as_of, assessment=one, closed=True)


def _by_day(entry):
    return entry.day, entry.assessment is not None, (entry.assessment or entry.member.row.link).pk
