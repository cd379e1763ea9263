"""Hand-built readings of invented articles: a text, what its words mention, and what it says of them."""

from accord.model.reading import CleanArticle, Fact, MentionDraft, MentionLabel, Reading, SentenceSpan
from accord.model.record import MentionForm


class Draft:
    """Collects mentions of one article; each must occur in the text after the one before it, unless `at` says where."""

    def __init__(self, article: str, text: str) -> None:
        self.article, self.text = article, text
        self.mentions: list[MentionDraft] = []
        self.facts: list[Fact] = []
        self._end = 0

    def add(self, text: str, label: MentionLabel = "unknown", form: MentionForm = "name", **fields: object) -> int:
        """Add a mention and return its index."""
        start = self.text.index(text, self._end)
        self._end = start + len(text)
        head = text.split()[-1].lower()
        known = {"head": head, **fields}
        self.mentions.append(MentionDraft(sentence=0, start=start, end=self._end, text=text, form=form, label=label, **known))  # type: ignore[arg-type]
        return len(self.mentions) - 1

    def person(self, text: str, **fields: object) -> int:
        """Add a person's name."""
        return self.add(text, "person", **fields)

    def body(self, text: str, **fields: object) -> int:
        """Add a body's name."""
        return self.add(text, "organization", **fields)

    def described(self, text: str, **fields: object) -> int:
        """Add a description."""
        return self.add(text, "unknown", "descriptor", **fields)

    def say(self, kind: str, subject: int, value: str | None = None, target: int | None = None) -> None:
        """Add a fact."""
        mention = self.mentions[subject]
        self.facts.append(Fact(kind=kind, subject=subject, start=mention.start, end=mention.end, value=value, object=target))  # type: ignore[arg-type]

    def read(self) -> Reading:
        """Return the reading."""
        return Reading(
            article=CleanArticle(id=self.article, path=self.article, text=self.text),
            sentences=(SentenceSpan(0, len(self.text), 0),),
            mentions=tuple(self.mentions),
            facts=tuple(self.facts),
        )


def name_people(article: str, *names: str, joint: str = " met ") -> Reading:
    """Return an article that names people one after the other."""
    draft = Draft(article, joint.join(names) + ".")
    for name in names:
        draft.person(name)
    return draft.read()


def name_bodies(article: str, *names: str, country: str | None = None) -> Reading:
    """Return an article that names bodies one after the other."""
    draft = Draft(article, " met ".join(names) + ".")
    for name in names:
        draft.body(name, country=country)
    return draft.read()
