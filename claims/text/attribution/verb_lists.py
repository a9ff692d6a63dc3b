"""Verbs by which English news text says that someone said, thinks or wants something, by what may follow."""

# Clause, quotation or thing: "said that", "said he", "announced a plan".
SAY = """
    say add write note report announce claim insist declare reply respond recall reiterate conclude remark
    observe comment quip joke tweet retweet argue explain acknowledge suggest state reveal admit assert predict
    confirm concede complain stress emphasize emphasise contend maintain estimate lament boast shout exclaim proclaim
    disclose testify repeat caution warn allege deny indicate hint imply speculate counter opine volunteer
    interject continue elaborate clarify posit theorize muse whisper yell scream chant recount boast affirm reaffirm
    aver attest vow promise pledge signal post email read demand propose recommend agree answer
    cite quote describe conjecture underline underscore
"""
# Clause only: what is thought or shown rather than said.
THINK = """
    think believe hope fear feel know suspect doubt guess wonder assume realize realise understand worry expect
    predict imagine foresee learn remember dream wish conclude decide figure
"""
# Clause or thing, mostly of documents and polls.
SHOW = "show find reveal indicate suggest demonstrate"
# A hearer before the words: "told AFP that".
TELL = "tell remind assure inform ask urge advise notify brief convince persuade"
# A thing, judged or put forward: "criticised the deal", "called the deal a shame".
JUDGE = """
    criticize criticise praise blame accuse attack slam blast defend denounce condemn mock dismiss reject oppose
    support endorse applaud decry question describe portray call mention reference outline express voice reiterate
    welcome propose recommend demand pledge promise discuss back tout hail label dub characterize characterise
    depict compare bemoan ridicule rebuke deride chide assail castigate disavow lambast commend thank congratulate
    cite quote list highlight downplay echo favor favour prefer consider deem view challenge trumpet
    trash deplore protest advocate invoke credit rip bash scold excoriate skewer contradict disparage
    allege repudiate apologize doubt dispute insult fear
"""
# "to" and a verb: "vowed to return".
WANT = """
    want hope plan vow pledge promise threaten refuse decline agree decide intend offer prefer claim seek expect wish
    opt resolve demand volunteer swear
"""
# With one of the prepositions that follow it.
WITH_PREPOSITION = {
    "call": "for on",
    "refer": "to",
    "point": "to out",
    "talk": "about of up",
    "speak": "about of against out",
    "complain": "about of",
    "rail": "against",
    "hint": "at",
    "allude": "to",
    "insist": "on",
    "push": "for",
    "argue": "for against",
    "vote": "for against",
    "agree": "with to",
    "disagree": "with on",
    "focus": "on",
    "lash": "out",
    "apologize": "for to",
    "apologise": "for to",
    "object": "to",
    "appeal": "to for",
    "comment": "on",
    "warn": "of against about",
    "ask": "for about",
    "boast": "of about",
    "brag": "about",
    "joke": "about",
    "worry": "about",
    "fire": "back",
    "shoot": "back",
    "hit": "back",
    "weigh": "in",
    "touch": "on",
    "look": "for",
    "hope": "for",
    "believe": "in",
    "care": "about",
    "campaign": "against for",
    "write": "about of",
    "lay": "out",
    "spell": "out",
    "single": "out",
    "rule": "out",
    "caution": "against",
    "dream": "of",
    "approve": "of",
    "disapprove": "of",
    "side": "with",
    "plead": "for guilty",
    "testify": "about",
    "think": "about of",
    "know": "about",
    "hear": "about",
    "aim": "to at",
    "long": "for",
    "sign": "onto",
    "stand": "by",
    "march": "against",
    "rally": "against",
    "fume": "about at",
    "gripe": "about",
    "inquire": "about",
    "balk": "at",
    "scoff": "at",
    "laugh": "off",
    "shrug": "off",
    "walk": "back",
    "double": "down",
    "tear": "into",
}

IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote",
    "think": "thought",
    "know": "knew",
    "feel": "felt",
    "find": "found",
    "show": "showed",
    "read": "read",
    "understand": "understood",
    "foresee": "foresaw",
    "speak": "spoke",
    "lay": "laid",
    "shoot": "shot",
    "hit": "hit",
    "stand": "stood",
    "hear": "heard",
    "swear": "swore",
    "seek": "sought",
    "tear": "tore",
    "rip": "ripped",
    "spell": "spelled",
    "admit": "admitted",
    "quip": "quipped",
    "dub": "dubbed",
    "slam": "slammed",
    "plan": "planned",
    "refer": "referred",
    "prefer": "preferred",
    "opt": "opted",
    "brag": "bragged",
    "shrug": "shrugged",
}
PARTICIPLES = {"written": "write", "known": "know", "shown": "show", "spoken": "speak"}
DOUBLED = frozenset("admit quip dub slam plan refer prefer brag shrug rip hit".split())

# Past forms of other verbs, at which a noun phrase ends: "met the minister, who said".
OTHER_PASTS = frozenset(
    """
    met came went took gave got made held led left kept began won lost saw brought built bought sent spent became
    fell drew grew threw ran sat rose chose broke drove put set cut flew fought caught taught paid forced
    """.split()
)
