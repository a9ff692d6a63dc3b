"""Words by which a report takes an event back, or says that it did not happen."""

import re

COUNTERFACTUAL = re.compile(
    r"\b(?:(?:would|could|should|might)(?:\s{1,3}not)?\s{1,3}have\s{1,3}(?:been\s{1,3})?\w{2,20}|if\s{1,3}only|"
    r"were\s{1,3}it\s{1,3}not|had\s{1,3}(?:it|he|she|they)\s{1,3}not)\b",
    re.IGNORECASE,
)
CALLED_OFF = re.compile(
    r"\b(?:cancel(?:s|led|ed|ling|lation)?|postpon(?:e|es|ed|ing|ement)|put\s{1,3}off|call(?:s|ed|ing)?\s{1,3}off|"
    r"shelved?|scrapp(?:ed|ing)|abandoned|rul(?:es|ed|ing)\s{1,3}out)\b",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|debunk(?:s|ed)?|hoax(?:es)?|fabricated|fabrication|baseless|bogus|untrue|"
    r"fake(?:d|ry)?|false|made[\s-]up(?!\s{1,3}(?:\w{2,20}\s{1,3})?(?:of|by|from|mostly))|not\s{1,3}true|no\s{1,3}truth|refut(?:es|ed)|"
    r"dismiss(?:es|ed)\s{1,3}(?:\w{1,20}\s{1,3}){0,3}(?:reports?|claims?|rumou?rs?))\b",
    re.IGNORECASE,
)
# Shortly before the event: "did not visit", "refused to meet", "has never been to".
NEGATED = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|was|were|could|is|are)(?:n[’']t|\s{1,3}(?:not|never))|never|not|"
    r"(?:nobody|no\s{1,3}one)(?:\s{1,3}(?:has|had|was|is))?|(?:failed|refused|declined)\s{1,3}to)(?:\s{1,3}(?!(?:say|know|comment|give|elaborate|specify|only|confirm|confirmed|verified)\b)[\w’'-]{1,20}){0,2}"
    r"\s{1,3}\Z",
    re.IGNORECASE,
)
# What was done then is no outcome of what was foretold later.
AT_OTHER_TIMES = re.compile(
    r"\b(?:in\s{1,3}the\s{1,3}past|in\s{1,3}(?:recent|previous|earlier|past)\s{1,3}(?:years|months|decades)|previously|"
    r"(?:many|several|three|four|five)\s{1,3}times|repeatedly|once\s{1,3}before)\b",
    re.IGNORECASE,
)
# What has only begun, and what only some have done.
BEGUN_TO = re.compile(
    r"\b(?:begun|began|begins?|started|starts?|continu\w{2,3})\s{1,3}(?:to\s{1,3})?\Z", re.IGNORECASE
)
IN_PART = re.compile(
    r"\b(?:half|some|part|most|a\s{1,3}few|few|many|a\s{1,3}third|a\s{1,3}quarter|(?:hundreds|dozens|thousands))\s{1,3}of\s{1,3}(?:the\s{1,3})?"
    r"(?:[\w’'-]{1,20}\s{1,3}){0,4}(?:have|has|had)?\s{0,3}\Z",
    re.IGNORECASE,
)
# Said before what is foretold, that makes of it nothing that is expected.
DOUBTED = re.compile(r"\bdoubt(?:s|ed|ful)?\s{1,3}(?:that|whether|if)\b", re.IGNORECASE)
# Anywhere in the clause: "had been due to travel to Doha but stayed in Kabul".
STAYED = re.compile(
    r"\b(?:stayed\s{1,3}(?:away|behind|at\s{1,3}home)|(?:but|however|instead)\b[^.;]{0,40}?\bstay(?:s|ed)|"
    r"stayed\b[^.;]{0,60}\binstead|sen(?:t|ds)\b[^.;]{0,60}\b(?:instead|in\s{1,3}(?:his|her|their)\s{1,3}(?:place|stead))|skipped|boycotted|absent\s{1,3}from|fell\s{1,3}through|"
    r"(?:but|however)\b[^.;]{0,40}?\b(?:did\s{1,3}not|didn[’']t|never)\s{1,3}(?:come|go|arrive|travel|attend|appear|show|meet|happen))\b",
    re.IGNORECASE,
)
NOT_ONLY = re.compile(r"\bnot\s{1,3}(?:only|just|merely)\b|\bno\s{1,3}doubt\b", re.IGNORECASE)
NOT_YET = re.compile(
    r"\b(?:not\s{1,3}yet|yet\s{1,3}to|so\s{1,3}far|previously|until\s{1,3}(?:now|then))\b", re.IGNORECASE
)
STAYING_AWAY = re.compile(r"\b(?:stay\s{1,3}away|be\s{1,3}absent|skip|boycott)\b", re.IGNORECASE)
# What makes of "a visit" one that is paid, or was.
HELD_BEFORE = re.compile(
    r"\b(?:pa(?:ys|id)|made|began|begun|completed?s?|completes|concluded|wrapped\s{1,3}up|ended|finished|held|holds|hosted|opened|"
    r"signed|reached|after|during|on|since|following)(?:\s{1,3}[\w’'-]{1,20}){0,4}\s{1,3}\Z"
    r"|\b(?:it|this)\s{1,3}(?:is|was)(?:\s{1,3}[\w’'-]{1,20}){0,4}\s{1,3}\Z",
    re.IGNORECASE,
)
HELD_AFTER = re.compile(
    r"\A(?:\s{1,3}[\w’'-]{1,20}){0,6}\s{1,3}(?:took\s{1,3}place|was\s{1,3}held|were\s{1,3}held|began|ended|concluded|"
    r"(?:is|was|has\s{1,3}been)\s{1,3}(?:done|complete|completed|over))\b",
    re.IGNORECASE,
)
AHEAD_OF = re.compile(
    r"\b(?:ahead\s{1,3}of|before|prior\s{1,3}to|invit\w{1,5}|plann?\w{0,4}|possible|proposed|upcoming|forthcoming)"
    r"(?:\s{1,3}[\w’'-]{1,20}){0,3}\s{1,3}\Z",
    re.IGNORECASE,
)
HEARSAY = re.compile(
    r"\b(?:reportedly|alleged(?:ly)?|allegations?|purported(?:ly)?|supposed(?:ly)?|rumou?r(?:s|ed)?|unconfirmed|unverified|"
    r"apparent(?:ly)?|appears?|speculation|reports?\s{1,3}(?:that|of)|claim(?:s|ed|ing)?|"
    r"(?:not|could\s{1,3}not\s{1,3}be|has\s{1,3}not\s{1,3}been|yet\s{1,3}to\s{1,3}be)\s{1,3}(?:been\s{1,3})?"
    r"(?:independently\s{1,3})?(?:confirmed|verified)|no\s{1,3}confirmation|authenticity|(?:under|with|beneath)\s{1,3}the\s{1,3}(?:\w{2,20}\s{1,3})?headline|"
    r"(?:reports?|stor(?:y|ies)|claims?|posts?)\s{1,3}(?:(?:has|have|had)\s{1,3})?(?:went|gone|going|goes)\s{1,3}viral)\b",
    re.IGNORECASE,
)
NEGATIVE = re.compile(
    r"\b(?:will|would|did|does|do|has|had|is|was|were|are|have|can|could)(?:n[’']t|\s{1,3}(?:not|never))\b|\bwon[’']t\b"
    r"|\b(?:no|never|nobody)\b",
    re.IGNORECASE,
)
# "Not banned, his agent says": a headline denies without a verb, and of what is not to be seen.
BARE_NOT = re.compile(r"\bnot\b(?!\s{1,3}only\b)", re.IGNORECASE)
# A statement that reports hearsay, asks, denies or leaves the word to somebody has no one truth condition.
NO_PLAIN_CLAIM = re.compile(
    r"\?|\b(?:reports?\s{1,3}(?:that|say|claim|of)|said\s{1,3}to|investigat\w{1,5}|says?|claim(?:s|ed|ing)?|"
    r"rumou?r(?:s|ed)?|alleg\w{2,7}|reportedly|purported(?:ly)?|apparent(?:ly)?|den(?:y|ies|ied)|hoax(?:es)?|fake|false|incorrect|"
    r"untrue|debunk\w{0,3}|really)\b"
    # "Sources: he was found dead", "he was found dead: analyst", a headline's words that are only quoted.
    r"|\A(?:[\w.’'-]{1,20}\s{1,3}){0,3}[\w.’'-]{1,20}:\s|:\s{1,3}(?:[\w.’'-]{1,20}\s{0,3}){1,3}\Z|(?<!\w)['‘“\"](?:[\w.’-]{1,20}\s{1,3}){2}\w",
    re.IGNORECASE,
)
# A claim that says so is not borne out by a passage that does not.
RANKED = re.compile(r"\b(?:first|second|third|last|only|previous|largest|biggest|most|worst|best)\b", re.IGNORECASE)
# What follows is of something else.
OTHERWISE = re.compile(r"\b(?:and|but|while|whereas|though|before|after|because)\b", re.IGNORECASE)
REPORTED_CLAUSE = re.compile(r"\b(?:that|which|when|while|where|if|whether)\b", re.IGNORECASE)
BOUNDARY = re.compile(r"[;:]|\s[-–—]\s|,\s{1,3}(?:who|which|where|while|whose)\b")
# "No oil was spilled", "he said that no ship sank".
NONE_OF = re.compile(
    r"(?:\A\W{0,3}|[.;:,]\s{1,3}|\b(?:that|said|says|and)\s{1,3})no\s{1,3}(?!(?:one|more|less|longer|doubt)\b)"
    r"(?P<what>(?:[\w’'-]{1,30}\s{1,3}){1,9}[\w’'$-]{1,30})",
    re.IGNORECASE,
)
# Given up before it is done.
PLANS_DROPPED = re.compile(
    r"\b(?:no\s{1,3}(?:\w{2,20}\s{1,3})?(?:plans?|intention)\b|(?:drop|abandon|shelv|scrap|ditch|cancel|reject)\w{0,4}\s{1,3}"
    r"(?:(?:an?|the|its|his|her|their|all)\s{1,3})?(?:\w{2,20}\s{1,3})?(?:plans?|bid|idea|proposals?)\b)",
    re.IGNORECASE,
)
# What is done only on a condition, or was a part of others' guesses.
CONDITION = re.compile(r"\b(?<!even\s)(?:if|unless|provided|depend(?:s|ing)\s{1,3}on)\b", re.IGNORECASE)
# "Did not fail to go".
TWICE = re.compile(r"(?:not|n[’']t|never)\s{1,3}(?:fail|refus|declin|den|rul|stop|forg[eo]t)\w{0,4}\b", re.IGNORECASE)
# "Not only because of that".
NOT_FOR_THAT = re.compile(
    r"[^.;,]{0,60}?\b(?:only|just|merely|simply)\s{1,3}(?:because|to|for|in|on|by|with|when|after)\b", re.IGNORECASE
)
# "Not 40 but 11".
INSTEAD = re.compile(
    r"[^.;,]{0,60}\bbut\s{1,3}(?:(?:only|just|rather|about|at\s{1,3}least)\s{1,3})?\d", re.IGNORECASE
)
# What a statement or a report says of a story as a whole.
CALLED_FALSE = re.compile(
    r"\b(?:(?:death\s{1,3})?hoax(?:es)?(?:\s{1,3}alert)?|faked|fake[\s-]{1,3}news|(?<=is\s)fake|"
    # Of papers or goods it says nothing of a story.
    r"fakes?(?=\W{0,3}(?:\Z|[,.;:!?’”\"-]|(?:says?|said|stor(?:y|ies)|reports?|claims?|rumou?rs?|photos?|videos?|images?|quotes?|accounts?)\b))"
    r"|false|untrue|not\s{1,3}true|n[’']t\s{1,3}true|"
    r"debunk(?:s|ed|ing)?|bogus|baseless|made[\s-]up(?!\s{1,3}(?:\w{2,20}\s{1,3})?(?:of|by|from))|fabricated|satire|satirical(?!\s{1,3}(?:magazine|newspaper|weekly|journal|cartoon|show))|no\s{1,3}truth|urban\s{1,3}legend|myth|"
    r"den(?:y|ies|ied|ying)(?!\s{1,3}(?:\w{1,20}\s{1,3}){0,2}(?:bail|visas?|entry|access|permission|asylum|parole|holocaust)\b)|doubt(?:s|ful)?|disput(?:es?|ed)|refut(?:es?|ed)|rebuffs?|dismiss(?:es|ed)|shoots?\s{1,3}down|s[ck]eptical|"
    r"incorrect|inaccurate|erroneous|retract(?:s|ed)?|questions?\s{1,3}(?:whether|if|over|raised)|(?:raise[sd]?)\s{1,3}questions)\b",
    re.IGNORECASE,
)
# Of a report, that it is false or in grave doubt: not of papers ("false identity cards") or people.
TOLD_FALSE = re.compile(
    r"\b(?:hoax(?:es)?|(?:fake|false)\s{1,3}(?:news|stor(?:y|ies)|reports?|claims?|rumou?rs?)|(?<!\bto\s)(?<!\bor\s)(?<!\bcan\s)(?<!\bwill\s)debunk(?:s|ed)?|disprove[sdn]{0,2}|"
    r"(?:is|are|was|were|be|been|as|totally|completely|entirely|absolutely)\s{1,3}(?:(?!not\b|never\b|hardly\b)\w{1,20}\s{1,3})?"
    r"(?:doctored|photoshopped|computer[\s-]generated|nonsense|false|fake|bogus|untrue|inaccurate|implausible|baseless|fabricated|unfounded|made[\s-]up(?!\s{1,3}(?:\w{2,20}\s{1,3})?(?:of|by))|fictional|fictitious|satirical|satire)|"
    r"(?:not|n[’']t)\s{1,3}(?:(?:\w{2,20}\s{1,3})?(?:true|accurate|plausible)|so\s{1,3}sure)|no\s{1,3}truth\s{1,3}(?:to|in)|"
    r"contrary\s{1,3}to\s{1,3}(?:\w{2,20}\s{1,3})?(?:reports?|claims?|rumou?rs?)|"
    r"(?:made\s{1,3}up|invent(?:s|ed)|concocted|fabricated|staged|faked)\s{1,3}(?:the|this|that|these|his|her|their)\s{1,3}(?:\w{2,20}\s{1,3})?"
    r"(?:stor(?:y|ies)|tales?|claims?|accounts?|reports?|photos?|videos?|pictures?|images?)|"
    # How those who check facts rate a story.
    r"(?:status|verdict|(?:our\s{1,3})?rating|ruling|conclusion|fact[\s-]check)\s{0,3}[:–—-]\s{0,3}(?:\w{2,20}\s{1,3}){0,2}"
    r"(?:false|fake|untrue|misleading|hoax|fabricated|incorrect|pants\s{1,3}on\s{1,3}fire)|(?:mostly|probably)\s{1,3}false|"
    r"(?:is|was|are|were|as)\s{1,3}(?:(?:an?|pure|all|such)\s{1,3})?(?:(?!not\b|never\b)\w{2,20}\s{1,3})?(?:lies?|falsehoods?|fabrications?|inventions?|misinformation|disinformation)|"
    r"(?:is|are|was|were|been)\s{1,3}(?:\w{2,20}\s{1,3})?(?:misquoted|digitally\s{1,3}(?:altered|created|manipulated)|ai[\s-]generated|misattributed|miscaptioned|"
    r"taken\s{1,3}out\s{1,3}of\s{1,3}context)|"
    # How an agency or a paper takes back what it sent.
    r"(?:stor(?:y|ies)|reports?|articles?|items?|dispatch(?:es)?)\b[^;!?]{0,80}\s(?:is|was|has\s{1,3}been|were|are)\s{1,3}(?:been\s{1,3})?(?:withdrawn|retracted)|"
    r"satirical\s{1,3}(?:stor(?:y|ies)|articles?|pieces?|news)|(?:by|from|on|in)\s{1,3}(?:(?:a|the)\s{1,3})?satirical\s{1,3}(?:web\s?)?sites?|"
    r"(?:erroneously|falsely|mistakenly|incorrectly|wrongly)\s{1,3}(?:reported|claim(?:ed|s|ing)|said|says|stat(?:ed|es|ing)|alleg(?:ed|es|ing)|"
    r"assert(?:ed|s|ing)|suggest(?:ed|s|ing)|insist(?:ed|s|ing)|attributed|identified|believed)|"
    r"(?:claim|alleg|assert|stat|report|suggest|insist|sa[iy])(?:d|s|e[ds]|ing)?\s{0,3}[,(–—-]{1,2}\s{0,3}(?:(?:again|once\s{1,3}more|repeatedly)\s{1,3})?"
    r"(?:erroneously|falsely|mistakenly|incorrectly|wrongly)\b|"
    r"rated\s{1,3}(?:(?:it|this|that|as)\s{1,3})?(?:(?:mostly|largely)\s{1,3})?(?:false|untrue|pants\s{1,3}on\s{1,3}fire)|"
    r"never\s{1,3}(?:happened|existed|took\s{1,3}place)|not\s{1,3}(?:all|what)\s{1,3}(?:it|they)\s{1,3}seem(?:s|ed)?|not\s{1,3}the\s{1,3}case|"
    r"no\s{1,3}such\s{1,3}(?:thing|plans?|events?|deal|incidents?|visit|meeting|talks|agreement|statement|order|decision|law|ban|attack|case)|no\s{1,3}such\s{1,3}\w{2,20}\s{1,3}(?:will|would|was|is|has|had|ever|exists?|took)|retracted|"
    r"(?:cast|casts|casting|raise[sd]?|raising)\s{1,3}(?:\w{2,20}\s{1,3}){0,2}doubts?\s{1,3}(?:on|over|about|as\s{1,3}to)\s{1,3}"
    r"(?:(?:the|that|this|these|those)\s{1,3})?(?:\w{2,20}\s{1,3})?(?:whether|if|claims?|reports?|stor(?:y|ies)|possibility|theory|"
    r"authenticity|validity|veracity|existence))\b",
    re.IGNORECASE,
)
# "No part of it was a hoax", "it may be false", "he hopes it is not true".
NOT_SAID_FALSE = re.compile(
    r"(?:n[’']t|\b(?:not|no|never|nobody|neither|without|insist(?:s|ed)?|den(?:y|ies|ied)|hope[sd]?|whether|if|may|might|could|"
    r"suspect(?:s|ed)?|speculat\w{1,5}|possibly|perhaps|chances?|possibility|risk|fears?|claim(?:ed|ing)|claims?\s{1,3}(?:that\s{1,3})?(?:it|this|they|these)|accus\w{1,6}|asked|first|initially|"
    r"(?:some|many|others|people|critics|s[ck]eptics|users?|viewers?|readers?)\s{1,3}(?:[\w’'-]{1,20}\s{1,3}){0,5}(?:call|dismiss|say|said|think|thought|suspect)\w{0,5}))\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
# Anything that makes of what is told its opposite.
DENIES_PLAINLY = re.compile(r"n[’']t\b|\b(?:not|never|no|nobody|none|nothing|cannot|neither)\b", re.IGNORECASE)
# A statement about a story as a story is true whether or not the story is.
OF_A_STORY = re.compile(
    r"\b(?:viral|rumou?rs?|scare|panic|outrage|hysteria|f[ae]ll(?:s|en)?\s{1,3}for|fooled|duped|tricked|pranks?|staged|apologi[sz]e[sd]?|retracts?|"
    r"corrects?|responds?\s{1,3}to|reacts?\s{1,3}to|unlikely|theor(?:y|ies)|conspirac(?:y|ies))\b",
    re.IGNORECASE,
)
# What a passage says of words before it.
OF_THE_STORY = re.compile(
    r"\b(?:it|this|that|these|those|the|such)\s{1,3}(?:\w{2,20}\s{1,3})?(?:stor(?:y|ies)|reports?|claims?|rumou?rs?|news|video|"
    r"photos?|picture|images?|article|possibility|theory|idea|suggestion|comments?|whole\s{1,3}thing|is|was)\b",
    re.IGNORECASE,
)
# "Is not patrolling", "did not make", "will no longer play": what follows is denied.
DENIES = re.compile(
    r"(?:n[’']t|\b(?:not|never|no\s{1,3}longer|there\s{1,3}(?:is|was|were|are|has\s{1,3}been)\s{1,3}no))\s{1,3}(?!(?:only|just|merely|yet|the\s{1,3}first|confirm|verif|clear|know|say|said|decid|fals|"
    r"from|of|in|at|by|with|for|on|as|to|those|that|the\s{1,3}same|have\s{1,3}to|need|"
    r"immediately|independently|necessarily|be\s{1,3}(?:confirm|verif|reached)|been\s{1,3}(?:confirm|verif|independ)|comment|respond))"
    r"(?:(?:going|expected|planning|set|likely|about|due|scheduled|intending)\s{1,3}to\s{1,3})?"
    r"(?P<what>(?:[\w’'-]{1,30}\s{1,3}){0,4}[\w’'$-]{1,30})",
    re.IGNORECASE,
)
# Told by others, and not affirmed.
TOLD_BY_OTHERS = re.compile(
    r"\b(?:reports?\s{1,3}(?:say|said|suggest|claim|indicate|emerged)|(?:is|are|was|were|been)\s{1,3}(?:said|reported|believed|thought|"
    r"rumou?red|understood|feared|suspected)\s{1,3}to|it\s{1,3}(?:is|was|has\s{1,3}been)\s{1,3}(?:reported|claimed|rumou?red|believed|thought)|"
    r"according\s{1,3}to|sources?\s{1,3}(?:say|said|told|claim)|(?:may|might|could)\s{1,3}(?:have|be)|investigat\w{1,5}|suspected|"
    r"(?:believed|thought|feared)\s{1,3}to\s{1,3}be|possibl[ey]|unclear|reports|reported)\b",
    re.IGNORECASE,
)
# A statement that asks or passes on has no truth condition of its own.
ASKS_OR_PASSES_ON = re.compile(
    r"\?|\breports?\b|\bsays?\b|\bappears?\b|\b(?:reportedly|allegedly|alleged|purported(?:ly)?|apparently|rumou?r(?:s|ed)?|claim(?:s|ed|ing)?|"
    r"investigat\w{1,5}|may|might|could|sources?|said\s{1,3}to|possibl[ey]|suspected|unconfirmed)\b",
    re.IGNORECASE,
)
# A claim that something ends or is left is borne out by "no longer".
GOES_NO_FURTHER = re.compile(
    r"\b(?:stop(?:s|ped)?|end(?:s|ed)?|drop(?:s|ped)?|exit(?:s|ed)?|quit(?:s|ted)?|leaves?|left|bail(?:s|ed)?|withdr[ae]ws?|cease[sd]?|"
    r"cancel(?:s|led|ed)?|scrap(?:s|ped)?|los(?:es?|t)|without|out\s{1,3}of|(?:pull|drop|bow|opt|back|step)\w{0,4}\s{1,3}out|(?:call|break|cut|put)\w{0,3}\s{1,3}off|broke\s{1,3}off|missing|refus(?:es?|ed)|fail(?:s|ed)?|solved)\b",
    re.IGNORECASE,
)
# What somebody said or wants is true whether or not that is: who denies the one does not deny the other.
OF_WORDS = re.compile(
    r"\b(?:said|told|announc(?:e[sd]?|ing)|reported|according\s{1,3}to|purport\w{0,5}|insist(?:s|ed)|consider(?:s|ed|ing)|"
    r"believe[sd]?|ask(?:s|ed)?|appeal(?:s|ed)?|wants?|hopes?|fear(?:s|ed)?|in\s{1,3}talks)\b",
    re.IGNORECASE,
)
