"""The graph of a claim's origins: who published, from whom they had it, and who said it first. Builds values only.

One cluster an origin. Within it every source is one node and every step of a chain lies in exactly one edge.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claims.reports.explanations import counted
from claims.vocabulary import Independence, SourceKind

MOST_CLUSTERS = 12
MOST_LEAVES = 5
# The key of the outlet that an article does not state: a node as any other.
NOT_STATED = "not stated"
KINDS = {SourceKind.AGENCY: "agency", SourceKind.DOCUMENT: "document", SourceKind.ANONYMOUS: "anonymous"}


@dataclass(frozen=True, slots=True)
class Node:
    """A source. `about` says what it is and how many articles are its own, `label` all that in a sentence.

    `outlet` is the id under which articles are listed, `link` the first link that came through it, `number` that of a
    counted origin. A faint node holds nothing that counts; a joined one is held to be of an origin not its own.
    """

    key: object
    name: str
    kind: str
    about: str
    label: str
    link: int
    outlet: int | None = None
    number: int | None = None
    is_faint: bool = False
    is_joined: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """Words that came from `far` to `near`: the links `links`, and the passage where it is one."""

    far: object
    near: object
    links: tuple[int, ...]
    label: str
    passage: object = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """What goes back to one origin; nodes and steps come in the order of their days."""

    heading: str
    nodes: tuple[Node, ...]
    steps: tuple[Step, ...]
    is_counted: bool


def clusters_of(groups):
    """Return (the clusters of the origin groups, how many groups beyond the first dozen are left out)."""
    made = tuple(_cluster(group) for group in groups[:MOST_CLUSTERS])
    return made, max(len(groups) - MOST_CLUSTERS, 0)


def _cluster(group):
    through, told = {}, {}
    for member in group.members:
        for source in dict.fromkeys(member.path):
            through.setdefault(_key(source), (source, []))[1].append(member)
        for near, far in pairwise(member.path):
            told.setdefault((_key(far), _key(near)), (near, far, []))[2].append(member)
    nodes = tuple(_node(key, source, members, group) for key, (source, members) in through.items())
    steps = tuple(_step(ends, *step) for ends, step in told.items())
    return _folded(Cluster(_heading(group), nodes, steps, group.number is not None))


def _key(source):
    return source.pk if source else NOT_STATED


def _heading(group):
    articles = counted(group.articles[0], "article")
    if group.number is not None:
        return f"Origin {group.number}: {articles}"
    if not group.articles[0]:
        return "Does not count"
    if group.origin is None:
        return "Origin not known"
    judged = {member.row.link.independence for member in group.members}
    return "Origin undetermined" if Independence.UNDETERMINED in judged else "Same origin, by decision"


def _node(key, source, members, group):
    own = [member for member in members if _key(member.path[0]) == key]
    joined = next((member.joined for member in own), "")
    about = f"{joined} same origin" if joined else _kind(source)
    articles = {member.row.link.passage.article_id for member in own}
    if articles:
        counts = any(member.counts for member in own)
        about = f"{about} · {counted(len(articles), 'article') if counts else 'not counted'}"
    is_origin = group.origin is not None and key == group.origin.pk
    number = group.number if is_origin else None
    name = source.name if source else "Outlet not stated"
    return Node(
        key=key,
        # An unnamed source is called after whom it spoke to, as the arrow says too.
        name=name.partition(", to ")[0] if source and source.is_anonymous else name,
        kind=source.kind if source else SourceKind.OUTLET,
        about=about,
        label=_label(name, about, own, number),
        link=members[0].row.link.pk,
        outlet=key if source and source.kind in (SourceKind.OUTLET, SourceKind.AGENCY) else None,
        number=number,
        is_faint=not any(member.counts for member in members),
        is_joined=bool(joined),
    )


def _kind(source):
    return KINDS.get(source.kind, source.kind) if source else "outlet"


def _label(name, about, own, number):
    """Return all that a node shows, and what its articles do to the claim, as words."""
    parts = [name, about]
    parts += [f"origin {number}"] if number is not None else []
    parts += sorted({member.row.link.get_stance_display().lower() for member in own})
    parts += sorted({member.why for member in own if member.why})
    parts += ["does not count"] if own and not any(member.counts for member in own) else []
    return ", ".join(parts)


def _step(ends, near, far, members):
    links = tuple(member.row.link.pk for member in members)
    passages = {member.row.link.passage_id: member.row.link.passage for member in members}
    told = f"{near or 'Outlet not stated'} from {far}: {counted(len(passages), 'passage')}"
    return Step(*ends, links, told, next(iter(passages.values())) if len(passages) == 1 else None)


def _folded(cluster):
    """Return the cluster with the outlets that only repeat one source put together where they are many."""
    for far in dict.fromkeys(step.far for step in cluster.steps):
        leaves = _leaves(cluster, far)
        if len(leaves) > MOST_LEAVES:
            cluster = _without(cluster, far, leaves[MOST_LEAVES - 1 :])
    return cluster


def _leaves(cluster, far) -> Sequence[Step]:
    """Return the steps from `far` to nodes that nothing else leads to or from."""
    told_by = {step.far for step in cluster.steps}
    arriving = [step.near for step in cluster.steps]
    steps = (step for step in cluster.steps if step.far == far)
    return [step for step in steps if step.near not in told_by and arriving.count(step.near) == 1]


def _without(cluster, far, leaves):
    gone = {step.near for step in leaves}
    links = tuple(link for step in leaves for link in step.links)
    name = f"and {len(leaves)} more outlets"
    key = ("folded", far)
    folded = [node for node in cluster.nodes if node.key in gone]
    node = Node(
        key=key,
        name=name,
        kind=SourceKind.OUTLET,
        about=counted(len(links), "passage"),
        label=f"{name}: {', '.join(one.name for one in folded)}",
        link=links[0],
        is_faint=all(one.is_faint for one in folded),
    )
    step = Step(far, key, links, f"{name}: {counted(len(links), 'passage')}")
    kept = tuple(one for one in cluster.nodes if one.key not in gone)
    steps = tuple(one for one in cluster.steps if one not in leaves)
    return replace(cluster, nodes=(*kept, node), steps=(*steps, step))
