"""Who says what: sources, cues, contents and chains of voices, on sentences written for these tests."""

import functools

import pytest

from accord.coding.attribution.attributions import find_attributions, voices_at
from accord.coding.attribution.speech import speech_words
from accord.language.parse import ParsedArticle, Parser
from accord.model.reading import Attribution, MentionDraft


@functools.cache
def parser() -> Parser:
    return Parser()


def find(text: str) -> tuple[ParsedArticle, tuple[Attribution, ...]]:
    parsed = parser().parse_text(text)
    return parsed, find_attributions(parsed, ())


def shown(text: str, *, says: bool = True) -> list[tuple[str | None, str | None, list[str]]]:
    """Return source, cue and contents of each attribution as words."""
    _, found = find(text)
    return [
        (
            text[slice(*a.source)] if a.source else None,
            text[slice(*a.cue)] if a.cue else None,
            [text[start:end] for start, end in a.content],
        )
        for a in found
        if a.says == says
    ]


def voices(text: str, passage: str) -> list[str]:
    parsed, found = find(text)
    start = text.index(passage)
    return [voice.text for voice in voices_at(found, parsed, (), start, start + len(passage))]


INDIRECT = [
    ("The army moved into the valley on Thursday, according to ministry sources.", "ministry sources", "according to"),
    ("Reports indicate that most villagers have fled.", "Reports", "indicate"),
    ("The mayor warned that the bridge would collapse.", "The mayor", "warned"),
    ("Two people were killed, the mayor said.", "the mayor", "said"),
    ("After the meeting, the officials accepted the pact, said a statement by the office of President Ana Ruiz.",
     "a statement by the office of President Ana Ruiz", "said"),
    ("As the police reported, two men were killed in the raid.", "the police", "reported"),
    ("Two men were killed in the raid, as reported by the state news agency.", "the state news agency", "reported"),
    ("The general is said to have fled the capital.", None, "is said"),
    ("It was reported that the convoy had left the town.", None, "was reported"),
    ("The minister met her in Lima, expressing that Chile fully supports the process.", "The minister", "expressing"),
    ("A senior Israeli official said on Monday that the strike had failed.", "A senior Israeli official", "said"),
    ("The UN has reported more than 900 deaths.", "The UN", "reported"),
    ("The envoy denied that the army had shelled the village.", "The envoy", "denied"),
    ("She accused the government of killing civilians.", "She", "accused"),
    ("Ministers accept the offer, says spokesman", "spokesman", "says"),
    ("Minister: Troops to leave by May", "Minister", ":"),
    ("Rebels seize town: report", "report", ":"),
    ("The council confirmed in a statement that its board “unanimously approved the loan”.", "The council", "confirmed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue"), INDIRECT)
def test_a_cue_is_found_with_its_source(text: str, source: str | None, cue: str) -> None:
    """Speech is found in whatever shape news gives it, with the words that name the source."""
    assert [(s, c) for s, c, _ in shown(text)] == [(source, cue)]


CONTENTS = [
    ("The rebels, the minister said, had fled.", ["The rebels", "had fled"]),
    ("Peru has accepted an offer from Chile, officials said.", ["Peru has accepted an offer from Chile"]),
    ("The army said it had shot down a drone and that two soldiers were wounded.",
     ["it had shot down a drone and that two soldiers were wounded"]),
    ("According to the mayor, the bridge will reopen in May.", ["the bridge will reopen in May"]),
    ("The council confirmed that its board “unanimously approved the loan”.",
     ["that its board “unanimously approved the loan”"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content"), CONTENTS)
def test_content_is_what_is_said(text: str, content: list[str]) -> None:
    """The content is the whole clause that is said, and none of the cue's own words."""
    assert [c for _, _, c in shown(text)] == [content]


def test_a_further_act_of_speech_stands_beside_the_first() -> None:
    """What a speaker adds is no part of what they said before, and is theirs."""
    text = "Mayor Pia Holm said the bridge would reopen, adding that repairs cost $2 million."
    assert shown(text) == [
        ("Mayor Pia Holm", "said", ["the bridge would reopen"]),
        ("Mayor Pia Holm", "adding", ["that repairs cost $2 million"]),
    ]


QUOTATIONS = [
    ("“I am happy,” said Jones, who leads the party. “We will win.”", "Jones", ["“I am happy,”", "“We will win.”"]),
    ("The Port Council stated: “Closing the harbour is a sign of weakness.”", "The Port Council",
     ["“Closing the harbour is a sign of weakness.”"]),
    ("\"We will not leave,\" the mayor said. \"We told them. This is our town.\"", "the mayor",
     ["\"We will not leave,\"", "\"We told them. This is our town.\""]),
    ("“Why was the road closed?” the envoy asked.", "the envoy", ["“Why was the road closed?”"]),
    ("The board put it plainly: “We have no money left for this.”", "The board", ["“We have no money left for this.”"]),
    ("''The harbour is closed,'' Mr. Berg said.", "Mr. Berg", ["''The harbour is closed,''"]),
    ("“This is a long answer that does not end here.\n“It goes on in this paragraph and ends now,” Minister Dahl said.",
     "Minister Dahl", ["“This is a long answer that does not end here.\n“It goes on in this paragraph and ends now,”"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content"), QUOTATIONS)
def test_a_quotation_belongs_to_its_speaker(text: str, source: str, content: list[str]) -> None:
    """A quotation goes to the cue beside it, over sentences and paragraphs."""
    found = [(s, c) for s, _, c in shown(text) if s not in {"We"}]
    assert found == [(source, content)]
    assert find(text)[1][0].kind == "direct"


def test_scare_quotes_are_no_speech() -> None:
    """A word or phrase in marks is not something said."""
    assert shown("The city braced for a “final push” by the rebels.") == []


def test_a_lost_quotation_mark_does_not_swallow_the_article() -> None:
    """A mark that never closes ends with its paragraph."""
    text = "The party ‘s leader said: “We will stay.\nThe police closed the road."
    assert all(end <= text.index("\n") for _, found in [find(text)] for a in found for _, end in a.content)


CHAINS = [
    ("Peru has accepted an offer from Chile, Reuters reported, citing officials.", "accepted", ["Reuters", "officials"]),
    ("Radio Sava, quoting unnamed officials, said that the airport had been hit.", "hit", ["Radio Sava", "unnamed officials"]),
    ("The ministry said the road was open, citing a report by engineers.", "open", ["The ministry", "a report by engineers"]),
    ("The ministry said it had written to Peru, asking it for help.", "asking", ["The ministry"]),
    ("The two towns, officials say, have been flooded.", "flooded", ["officials"]),
    ("Foreign Minister Lund told Reuters that the talks had failed.", "failed", ["Reuters", "Foreign Minister Lund"]),
    ("The governor told reporters that the talks had failed.", "failed", ["The governor"]),
    ("“We will act soon,” she was quoted as saying by broadcaster Radio Sava.", "act", ["broadcaster Radio Sava", "she"]),
    ("The news agency quoted the minister as saying that the bridge was safe.", "safe", ["The news agency", "the minister"]),
    ("BBC News’ Rosa Diaz reported that the port had closed.", "closed", ["BBC News", "BBC News’ Rosa Diaz"]),
    ("“They say they are leaving the valley for good,” he added.", "leaving", ["he", "They"]),
    ("Residents said that soldiers had told them the road was mined.", "mined", ["Residents", "soldiers"]),
    ("Commander Adu said in an interview with the BBC that his men would stay.", "stay", ["the BBC", "Commander Adu"]),
    ("The army condemned the attack on the convoy.", "condemned", []),
    ("The army condemned the attack on the convoy.", "attack", []),
    ("The president plans to visit Oslo in May.", "visit", []),
    ("The mayor said the road was mined. Soldiers closed it.", "closed", []),
    ("He did not say when the troops would leave.", "leave", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "passage", "chain"), CHAINS)
def test_voices_come_outermost_first(text: str, passage: str, chain: list[str]) -> None:
    """A passage has the voices whose content covers it; an attitude or the next sentence adds none."""
    assert voices(text, passage) == chain


def test_an_infinitive_in_speech_has_its_speaker() -> None:
    """A speech act is not inside its own content."""
    assert voices("The mayor announced a truce.", "announced") == []
    assert voices("The mayor announced a truce.", "truce") == ["The mayor"]


def _mention(text: str, words: str, **fields: object) -> MentionDraft:
    start = text.index(words)
    return MentionDraft(sentence=0, start=start, end=start + len(words), text=words, form="name", **fields)  # type: ignore[arg-type]


def test_sources_lead_to_their_party() -> None:
    """The mention of a source is the party it speaks for, where its head noun names nobody."""
    text = "The road is open, said a statement by the office of Governor Ana Ruiz."
    parsed = parser().parse_text(text)
    (found,) = find_attributions(parsed, (_mention(text, "Ana Ruiz", label="person"),))
    assert found.source_mention == 0


def test_nobody_is_named_in_their_own_words() -> None:
    """ "He added" goes on with the last speaker, not with a man the speaker names."""
    text = "“The road is open,” Lee Park said. “They thanked Omar Haddad for his help,” he added."
    names = (
        _mention(text, "Lee Park", label="person"),
        _mention(text, "Omar Haddad", label="person"),
        MentionDraft(
            sentence=1, start=text.index("he added"), end=text.index(" added"), text="he", form="pronoun", refers_to=1
        ),
    )
    found = find_attributions(parser().parse_text(text), names)
    assert [a.source_mention for a in found] == [0, 0]


ODD = [
    "",
    ":",
    "“",
    "””",
    "said",
    "“said”",
    "Said: said.",
    "according to",
    "X: y",
    "''",
    "‘",
    "He said “",
    "” he said.",
    "citing",
    "- said, -",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_do_no_harm(text: str) -> None:
    """Scraps of text give attributions within the text, or none."""
    _, found = find(text)
    assert all(0 <= start < end <= len(text) for a in found for start, end in a.content)


def test_the_same_article_gives_the_same_attributions() -> None:
    """Nothing depends on what was parsed before."""
    text = "Two people were killed, the mayor said. The army denied that it had fired."
    assert find(text)[1] == find_attributions(Parser().parse_text(text), ())


def test_words_of_speech_are_plain_lemmas() -> None:
    """Every entry of the lexicon is a lower-case word, and every class is known."""
    words = speech_words()
    assert set(words.verbs) >= {
        "say",
        "utter",
        "tell",
        "deny",
        "judge",
        "evidence",
        "commit",
        "direct",
        "want",
        "stance",
        "charge",
        "bare",
    }
    assert all(word.isalpha() and word == word.lower() for lemmas in words.verbs.values() for word in lemmas)
    assert words.verbs["bare"] <= words.verbs["say"]
    assert all(isinstance(word, str) for word in words.prepositions | words.media_names)
