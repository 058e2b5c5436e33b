"""English words around an expression."""

from __future__ import annotations

from timeline.languages.grammar import Calls, ClauseLexicon, Cues, Plans
from timeline.model import Modifier, Signal

SIGNALS = {
    "since": Signal.SINCE, "until": Signal.UNTIL, "till": Signal.UNTIL, "up to": Signal.UNTIL, "by": Signal.BY, "no later than": Signal.BY, "not before": Signal.FROM, "before": Signal.BEFORE,
    "after": Signal.AFTER, "from": Signal.FROM, "starting": Signal.FROM, "around": Signal.AROUND, "about": Signal.AROUND,
    "during": Signal.DURING, "at": Signal.AT, "on": Signal.AT, "in": Signal.AT,
}  # fmt: skip
MODIFIERS = {
    "about": Modifier.APPROX, "around": Modifier.APPROX, "nearly": Modifier.APPROX, "almost": Modifier.APPROX, "some": Modifier.APPROX,
    "more than": Modifier.MORE_THAN, "over": Modifier.MORE_THAN, "less than": Modifier.LESS_THAN, "at least": Modifier.EQUAL_OR_MORE,
    "at most": Modifier.EQUAL_OR_LESS,
}  # fmt: skip
ARTICLES = ("the ", "this ", "these ", "those ")
LISTS = frozenset({", ", " and ", " or ", ", and "})
RANGES = frozenset({" to ", " - ", "-", " and ", " through ", " until "})
ITEM = r"(?:[:,;\n•*–-]|\band)\s*(?:on |the |- |• )?$"
OPENERS = r"\bbetween (?:the )?$"
CUES = Cues(
    past=r"\b(?:(?:would|may|might|can|could|must|should)(?: not)? have (?:been )?[a-z]+|[a-z]{3,}ed|was|were|had|did|said|died|went|came|took|made|got|won|lost|left|met|told|began|held|fell|rose|struck|has|have|hit|cut|shut|led|fought|caught|brought|bought|sent|spent|built|broke|spoke|came|ran|sank|shot|gave|left|flew|drew|threw|wrote|stood|sold|paid|kept|sought|taught|thought|hurt|beat|burst|burnt|swept|tore|drove|rode|chose|woke|swore|grew|knew|saw|heard|put|set up)\b",
    future=r"\b(?:(?:will|shall|'ll|going to|won't|is to|are to|due to|set to|expected to|scheduled to|hopes? to|plans? to|wants? to)(?: not)?(?: (?:be|have))?(?: [a-z]+ly)? [a-z]+(?: (?:and|or) [a-z]+ed)?|(?:would|may|might|can|could|must|should)(?: not)?(?: be)?(?: [a-z]+ly)? [a-z]+(?: (?:and|or) [a-z]+ed)?|will|shall|going to|won't)\b",
    plan=r"\b(?:(?:adjourned|postponed|moved|delayed|rescheduled|deferred|pushed back|put back) (?:to|until|till)|is to|are to|due|scheduled|planned|expected|set to|plans?|hopes?|must|should)\b",
    opening=r"^[A-Z][a-z]+ed\b",
    done=r"[a-z]{3,}ed $|(?:^|[.!?\n] )[A-Z][a-z]{2,}(?:ed|en|ught|wn|ung|uck) (?:on |in |last )?$",
    planned=r"(?:scheduled|planned|expected|due|set) (?:for |on |by )*$|"
    r"\b(?:promise|agree|pledge|vow|threaten|decide|plan|offer|urge|ask|order|hope|expect|vote|call)(?:s|d|ed)? [^.;:!?\n]{0,24}\b(?:to [a-z]+|for an? [a-z]+) (?:on |by )?$|"
    r"\b(?:call|announce|plan|schedule|arrange|organise)(?:s|d|ed)? [^.;:!?\n]{1,30} for $",
    passive=r"\b(?:is|are|be|will)(?: [a-z]+)? [a-z]+ $",
    of_noun=r"(?:'s|[a-z]{3,} of) $",
    sentence_end=r"[.!?;\n]",
    parting=r",| (?:that|which|who) ",
    firm=True,
)
_PLANS = Plans(
    verbs=frozenset({"expect", "plan", "schedule", "must", "should"}),
    near_future=frozenset({"will", "go", "shall"}),
)
_CALLS = Calls(
    verbs=frozenset({"call", "invite", "promise", "decide", "plan", "threaten", "agree"}),
)
LEXICON = ClauseLexicon(plans=_PLANS, calls=_CALLS)
