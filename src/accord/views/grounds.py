"""Words for the codes of an explanation: rules, classes of verbs, what decides a status, reasons.

In: codes. Out: words. What is not listed is shown as coding has it, so that a new rule needs no line here.
"""

RULES = {
    "frame": "a verb that names the act",
    "light": "a verb that says little with the noun that names the act",
    "end": "a verb of ending with the noun of what ends",
    "death": "a death with the attack that caused it",
    "effort": "an undertaking with its aim",
    "noun": "a noun that names the act",
    "dated": "a noun that names the act, with its time",
    "placed": "a noun that names the act, with its place",
    "commit": "words that take on an act",
    "request": "words that ask for an act",
    "order": "an order to one's own forces",
    "refuse": "words that refuse an act",
    "threaten": "words that threaten an act",
    "accuse": "words that accuse of an act",
    "allow": "words that let another act",
    "say-must": "words that somebody has to act",
    "stop": "a verb of ending with the act that ends",
    "attempt": "an act that is tried",
    "plan": "an act that is planned",
    "aim": "an act that its aim makes another",
    "mission": "people sent or called to find something out",
    "command": "an order that is the act",
    "doer": "somebody said to stand behind an act",
    "undergone": "a verb of suffering with the noun of what is suffered",
    "given": "words that somebody receives",
    "joint": "an act that both sides do together",
    "attitude": "an adjective of being for or against",
    "call": "a call that says something",
    "fail": "an act that did not come about",
    "denied": "a denial of what was told before",
    "told": "a coming act, by whom it is told",
    "words": "an attack by one politician on another, in a sentence without force",
}
"""What a report was read by, by the first word of its rule."""
CLASSES = {
    "commit": "takes on an act",
    "ready": "says that somebody is willing",
    "request": "asks for an act",
    "order": "orders an act",
    "refuse": "refuses an act",
    "threaten": "threatens an act",
    "accuse": "accuses of an act",
    "deny": "denies an act",
    "fail": "says that an act did not happen",
    "attempt": "says that an act is tried",
    "phase": "says that an act begins, goes on or is carried through",
    "stop": "ends an act",
    "plan": "foresees an act",
    "need": "says that an act ought to be",
    "consider": "weighs or wishes an act",
    "allow": "lets another act",
    "say": "tells what happens",
    "light": "is light and takes the noun of an act",
    "make": "is light and takes the noun of a speech act",
    "lightstop": "ends what a noun names",
}
"""What a verb of a class of data/matrix.yaml does."""
FLAGS = {
    "question": "the sentence asks",
    "conditional": "under a condition",
    "possible": "said to be possible",
    "obliged": "said to be due",
    "negated": "said not to be so",
    "future": "still to come",
    "purpose": "an aim",
}
"""What a clause says of its act."""
STATUS_FLAGS = {
    "hypothetical": ("question", "conditional", "possible", "obliged"),
    "negated": ("negated",),
    "future": ("future", "purpose"),
}
"""The flags that make a status."""
REASONS = {
    "too light a verb for what the noun names": "too light a verb to make an act of {by}",
    "ends what it is no act to end": "to end {by} is no act of its own",
    "part of another act": "part of the act that {by} names",
    "stands before another noun": "only describes {by}",
    "names no actor": "names an act ({type}), but nobody who does it",
    "names no recipient": "names an act ({type}), but nobody to whom it is done",
    "describes something else": "names an act ({type}), but only says what something is",
    "words without a verb that utters them": "names words ({type}) that nobody is told to utter here",
    "tells the same as another report": "tells the same as the report at {by}",
    "tells of other acts only": "{does}, and none is told with it",
    "makes no act with what it governs": "{does}, and nothing comes of it with {by}",
    "giver": "“{words}” names an act ({type}) only with who gives it",
    "recipient": "“{words}” names an act ({type}) only with to whom it is done",
    "not in the lexicon": "not in the lexicon: no frame and no class of verbs has it",
}
"""Why a reading of a word makes no report, by the reason that coding gives; others are words already."""
KINDS = {
    "direct": "direct speech",
    "indirect": "indirect speech",
    "according_to": "“according to”",
    "noun": "a noun of speech",
    "credit": "a credit",
    "mixed": "speech that is partly quoted",
}
"""Kinds of attribution."""
