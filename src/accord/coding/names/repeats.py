"""Lower-case repeats of names that an article knows ("the government of national accord", "turkey supports").

In: a parsed article and its labelled names. Out: further name drafts with the label of the name they repeat. Only names of two
or more words, and countries and people that are no common English word, are looked for.
"""

import re
from collections.abc import Sequence

from accord.coding.names.drafts import Draft, make_draft
from accord.language.parse import ParsedArticle


def find_repeats(parsed: ParsedArticle, names: Sequence[Draft]) -> list[Draft]:
    """Return lower-case repeats of an article's sure names."""
    text = parsed.article.text
    models: dict[str, Draft] = {}
    for draft in names:
        name = draft.text(text)
        multiword = " " in name and draft.label in {"organization", "person", "state", "media"}
        single = draft.label in {"state", "place"} and draft.sure and name.isalpha() and len(name) > 3 and not name.isupper()
        if (multiword or single) and name.lower() != name:
            models.setdefault(name.lower(), draft)
    if not models:
        return []
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(name) for name in sorted(models, key=lambda n: (-len(n), n))) + r")(?![\w-])"
    )
    taken = {(draft.sentence.index, i) for draft in names for i in range(draft.first, draft.last + 1)}
    repeats: list[Draft] = []
    for sentence in parsed.sentences:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            span = sentence.doc.char_span(match.start() - sentence.start, match.end() - sentence.start)
            if span is None or any((sentence.index, i) in taken for i in range(span.start, span.end)):
                continue
            model = models[match.group()]
            draft = make_draft(sentence, span.start, span.end - 1)
            if " " not in match.group() and not _is_bare(draft):
                continue
            draft.label, draft.country, draft.sectors = model.label, model.country, model.sectors
            draft.actor_type, draft.head, draft.sure = model.actor_type, model.head, model.sure
            repeats.append(draft)
    return repeats


def _is_bare(draft: Draft) -> bool:
    """Whether a small-written country stands like a name: no article or number before, not the object eaten or bought."""
    doc = draft.sentence.doc
    before = doc[draft.first - 1] if draft.first else None
    if before is not None and before.lower_ != "that" and (before.tag_ in {"DT", "CD", "JJ", "PRP$"} or before.text == "-"):
        return False
    return draft.token.dep_ in {"nsubj", "pobj", "conj", "poss", "nsubjpass", "npadvmod", "dobj"} and draft.token.tag_ not in {
        "NNS"
    }
