"""The voices of passages written for these tests: chains, unnamed sources, documents, courts, quotations, titles."""

import functools

import pytest

from accord.coding.attribution.attributions import find_attributions, voices_at
from accord.coding.names.mentions import find_mentions
from accord.language.parse import Parser


@functools.cache
def parser() -> Parser:
    return Parser()


PASSAGES = [
    ("The mayor said on Tuesday that the bridge had collapsed.", "collapsed", ["The mayor"]),
    ("Two soldiers were wounded, the army said.", "wounded", ["the army"]),
    ("The rebels, police said, had fled.", "fled", ["police"]),
    ("Police said three men were arrested and that a fourth escaped.", "escaped", ["Police"]),
    ("Police said three men were arrested, and witnesses reported hearing shots.", "hearing", ["witnesses"]),
    ("Torrez told parliament the convoy was attacked near Loma.", "attacked", ["Torrez"]),
    ("The convoy was attacked near Loma, Interior Minister Ana Torrez told a parliamentary committee on Monday.",
     "attacked", ["Interior Minister Ana Torrez"]),
    ("The ministry announced that it had expelled two diplomats, adding that a third would follow.",
     "follow", ["The ministry"]),
    ("The ministry announced that it had expelled two diplomats, adding that a third would follow.",
     "expelled", ["The ministry"]),
    ("Soldiers shelled the market, residents of Odra said, killing nine people.", "shelled", ["residents of Odra"]),
    ("In a message posted on Twitter, the governor wrote that troops had entered the town.", "entered", ["the governor"]),
    ("The governor tweeted that troops had entered the town.", "entered", ["The governor"]),
    ("Troops had entered the town, the governor wrote on Facebook.", "entered", ["the governor"]),
    ("Militants beheaded a hostage, a video posted on Telegram showed.", "beheaded", ["a video posted on Telegram"]),
    ("The minister went on to say that the army had shelled the port.", "shelled", ["The minister"]),
    ("Having earlier denied it, the ministry conceded that its drones had hit the clinic.", "hit", ["the ministry"]),
    ("The president denied that his guards had fired on the crowd.", "fired", ["The president"]),
    ("The general, who led the raid, said his men had captured the town.", "captured", ["The general"]),
    ("According to the Red Cross, 40 people were killed.", "killed", ["the Red Cross"]),
    ("At least 40 people, according to the Red Cross, were killed.", "killed", ["the Red Cross"]),
    ("At least 40 people were killed, according to a report by Human Rights Watch.",
     "killed", ["a report by Human Rights Watch"]),
    ("Soldiers crossed the border, Reuters reported, citing two officials.", "crossed", ["Reuters", "two officials"]),
    ("Soldiers crossed the border, according to a report by the Daily Courier citing Western diplomats.",
     "crossed", ["a report by the Daily Courier", "Western diplomats"]),
    ("The Daily Courier quoted a police officer as saying that the gang had killed two guards.",
     "killed", ["The Daily Courier", "a police officer"]),
    ("The minister was quoted by state television as saying that the gang had killed two guards.",
     "killed", ["state television", "The minister"]),
    ("Defence Minister Olan told Reuters that the jets had bombed a depot.", "bombed", ["Reuters", "Defence Minister Olan"]),
    ("A lawyer said the police told him that guards had beaten the prisoner.", "beaten", ["A lawyer", "the police"]),
    ("The envoy said the rebels claimed they had captured the airport.", "captured", ["The envoy", "the rebels"]),
    ("State news agency SANA, quoting a military source, reported that jets had struck the town.",
     "struck", ["State news agency SANA", "a military source"]),
    ("A senior Israeli official said the army had struck the convoy.", "struck", ["A senior Israeli official"]),
    ("Two people close to the negotiations said the sides had signed a deal.",
     "signed", ["Two people close to the negotiations"]),
    ("Security sources in Baghdad said gunmen kidnapped the engineer.", "kidnapped", ["Security sources in Baghdad"]),
    ("Gunmen kidnapped the engineer, a security source who asked not to be named told AFP.",
     "kidnapped", ["AFP", "a security source"]),
    ("The general is said to have ordered the attack.", "ordered", ["unnamed source"]),
    ("It was reported that the general ordered the attack.", "ordered", ["unnamed source"]),
    ("The general reportedly ordered the attack.", "ordered", ["unnamed source"]),
    ("Guards allegedly beat the prisoner.", "beat", ["unnamed source"]),
    ("Reports that rebels had shot down a helicopter could not be confirmed.", "shot", ["Reports"]),
    ("There were reports of looting, but residents said no shops were attacked.", "attacked", ["residents"]),
    ("The indictment says Torrez paid the gunmen.", "paid", ["The indictment"]),
    ("A leaked cable showed that the embassy had paid the gunmen.", "paid", ["A leaked cable"]),
    ("Torrez paid the gunmen, according to court documents seen by the Daily Courier.",
     "paid", ["court documents seen by the Daily Courier"]),
    ("Prosecutors alleged in a court filing that Torrez paid the gunmen.", "paid", ["Prosecutors"]),
    ("A UN panel found that both sides had bombed hospitals.", "bombed", ["A UN panel"]),
    ("The letter, signed by 40 generals, stated that the army had killed civilians.", "killed", ["The letter"]),
    ("The survey suggests that most voters reject the treaty.", "reject", ["The survey"]),
    ("The army issued a statement saying that rebels attacked the post.", "attacked", ["The army"]),
    ("A statement by the council said that rebels attacked the post.", "attacked", ["A statement by the council"]),
    ("The council's claim that rebels attacked the post was rejected by the mission.",
     "attacked", ["the mission", "The council"]),
    ("A warning by the UN that rebels would attack the post went unheard.", "attack", ["the UN"]),
    ("The court ruled that the police had tortured the suspect.", "tortured", ["The court"]),
    ("Intelligence agencies concluded that Velan had poisoned the envoy.", "poisoned", ["Intelligence agencies"]),
    ("According to US intelligence, Velan poisoned the envoy.", "poisoned", ["US intelligence"]),
    ("Prosecutors said Torrez confessed that he had poisoned the envoy.", "poisoned", ["Prosecutors", "Torrez"]),
    ("A witness testified that officers had beaten the man.", "beaten", ["A witness"]),
    ("Investigators believe that the gang killed the judge.", "killed", ["Investigators"]),
    ('"We destroyed three tanks," the commander said.', "destroyed", ["the commander"]),
    ('"We destroyed three tanks," said Commander Ivo Bran. "We also captured two officers."',
     "captured", ["Commander Ivo Bran"]),
    ('"We destroyed three tanks," said Bran, who lost a leg '
     'in 2011. "Then we captured two officers. They surrendered at once."',
     "surrendered", ["Bran"]),
    ('The commander was proud. "We destroyed three tanks," he said.\n\n"Then we captured two officers," he added.',
     "captured", ["he"]),
    ('Bran said: "We destroyed three tanks.\n\n"Then we captured two officers."', "captured", ["Bran"]),
    ('Speaking to reporters, Bran said: "We destroyed three tanks."', "destroyed", ["Bran"]),
    ('"We destroyed three tanks," Bran told NTV. "They shelled us first."', "shelled", ["NTV", "Bran"]),
    ('Bran said rebels had "attacked the village" at dawn.', "attacked", ["Bran"]),
    ('Bran called the raid "a massacre".', "raid", []),
    ('The so-called "liberation army" attacked the village.', "attacked", []),
    ('The army attacked what it calls a "terrorist nest".', "attacked", []),
    ('"They killed my brother," she said, weeping. "I saw it."', "killed", ["she"]),
    ('Asked whether troops had crossed the border, the spokesman said: "No."', "crossed", []),
    ('"He told me that soldiers had burned the village," she said.', "burned", ["she", "He"]),
    ('She recalled the night. "They came at four," she said. "They '
     'burned everything."\n\nHer neighbour, Ana Lund, disagreed. "Nobody burned anything," she said.',
     "Nobody burned", ["she"]),
    ("Minister: rebels attacked the port", "attacked", ["Minister"]),
    ("Rebels attacked port: minister", "attacked", ["minister"]),
    ("Rebels attacked port - report", "attacked", ["report"]),
    ("Rebels attacked port, minister says", "attacked", ["minister"]),
    ("Velan says army attacked port", "attacked", ["Velan"]),
    ("Velan accuses Orland of attacking port", "attacking", ["Velan"]),
    ("LUND: We never attacked the port. The rebels shelled it.\n\nBRAN: That is not what we saw.", "shelled", ["LUND"]),
    ("The opposition accused the army of killing civilians.", "killing", ["The opposition"]),
    ("The army was accused by the opposition of killing civilians.", "killing", ["the opposition"]),
    ("The army, which the opposition blames for the killings, has withdrawn.", "withdrawn", []),
    ("The minister condemned the attack on the port.", "attack", []),
    ("The minister wants to attack the port.", "attack", []),
    ("The minister supports sanctions against Velan.", "sanctions", []),
    ("The mayor is critical of the raid.", "raid", []),
    ("The mayor's support for the strike angered the port.", "strike", []),
    ("Officials declined to comment on the raid.", "raid", []),
    ("The mayor said he was tired. Rebels attacked the port overnight.", "attacked", []),
    ("The mayor said all would be well, though he gave no details of the attack.", "gave", []),
    ("The company will cut 900 jobs, it said on Monday, a step that unions have protested.", "protested", []),
    ("The minister said the port would reopen, which has been closed since rebels attacked it in May.", "attacked", []),
    ("In a poll released on Monday, most voters rejected the treaty.", "rejected", ["a poll released on Monday"]),
    ("In the envoy's view, the raid destroyed the truce.", "destroyed", ["the envoy"]),
    ("The port, said Lund, was shelled at dawn.", "shelled", ["Lund"]),
    ("Survivors rescued from the bus said the gunmen had blocked the road.", "blocked", ["Survivors"]),
    ('Many shops were looted, she said, and "soldiers burned the rest."', "burned", ["she"]),
    ('The envoy, citing "grave doubts about the vote," said troops had sealed the hall.', "sealed", ["The envoy"]),
    ("The gang killed two guards, the Courier has reported.", "killed", ["the Courier"]),
    ("In March, the army told families that it had executed two men.", "executed", ["the army"]),
    ("Breaking: Rebels attacked the port", "attacked", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "passage", "chain"), PASSAGES)
def test_a_passage_has_the_voices_that_tell_it(text: str, passage: str, chain: list[str]) -> None:
    """Each word of a passage is told by those whose speech covers it, outermost first, and by nobody else."""
    parsed = parser().parse_text(text)
    mentions, _ = find_mentions(parsed)
    start = text.index(passage)
    found = find_attributions(parsed, mentions)
    assert [voice.text for voice in voices_at(found, parsed, mentions, start, start + len(passage))] == chain


SPEAKERS = [
    ("Sources with the Council of Odra said rebels attacked the port.", "Council of Odra"),
    ("A senior Israeli official said rebels attacked the port.", "Israeli"),
    ("Security sources in Baghdad said rebels attacked the port.", "Baghdad"),
    ("A source in the Turkish defence ministry said rebels attacked the port.", "Turkish"),
    ("The army's spokesman said rebels attacked the port.", "The army"),
    ("The army issued a statement saying that rebels attacked the port.", "The army"),
]


@pytest.mark.parametrize(("text", "party"), SPEAKERS)
def test_a_source_leads_to_its_party(text: str, party: str) -> None:
    """An unnamed source is a mention that belongs to a party, or the party itself."""
    parsed = parser().parse_text(text)
    mentions, _ = find_mentions(parsed)
    speaker = next(a.source_mention for a in find_attributions(parsed, mentions) if a.says)
    assert speaker is not None
    owner = mentions[speaker].owner
    assert mentions[speaker if owner is None else owner].text == party


def test_a_name_in_apposition_is_the_speaker() -> None:
    """Who is introduced by an office and a name speaks by the name."""
    parsed = parser().parse_text(
        "The head of the Syrian Observatory for Human Rights, Rami Adel, said rebels attacked the port."
    )
    mentions, _ = find_mentions(parsed)
    speaker = next(a.source_mention for a in find_attributions(parsed, mentions) if a.says)
    assert speaker is not None
    assert mentions[speaker].text == "Rami Adel"


ATTITUDES = [
    ("The mayor was against the new road.", "The mayor", ["the new road"]),
    ("The mayor is critical of the new road.", "The mayor", ["the new road"]),
    ("The envoy is willing to meet the rebels.", "The envoy", ["to meet the rebels"]),
    ("The envoy called on both sides to hold their fire.", "The envoy", ["on both sides to hold their fire"]),
    ("The mayor backed the new road on Monday.", "The mayor", ["the new road"]),
    ("The union's opposition to the deal surprised nobody.", "The union", ["the deal"]),
    ("Minister Backs Truce After Long Night of Talks in Oslo", "Minister", ["Truce After Long Night of Talks in Oslo"]),
    ("The envoy questioned whether the vote was fair.", "The envoy", ["whether the vote was fair"]),
    ("The union called for the mayor to resign.", "The union", ["for the mayor to resign"]),
]


@pytest.mark.parametrize(("text", "source", "content"), ATTITUDES)
def test_an_attitude_is_nobodys_account(text: str, source: str, content: list[str]) -> None:
    """Stances are attributions that do not say: they hold a source and what it is about, and lend no voice."""
    parsed = parser().parse_text(text)
    one = next(a for a in find_attributions(parsed, ()) if not a.says)
    assert one.source is not None
    assert (text[slice(*one.source)], [text[s:e] for s, e in one.content]) == (source, content)
