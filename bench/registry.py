"""The sets the program is measured on: what a reader sees of each, who predicts, and which scores the table shows."""

from bench.gold import BenchSet
from bench.sets import coding, conflict, entities, names, pages, roles, speech, stories, timeline, times, words

_COREF = ("id", "mentions.id", "mentions.kind", "mentions.sentence", "mentions.tokens", "sentences.n", "sentences.tokens")

SETS: tuple[BenchSet, ...] = (
    BenchSet(
        name="plover_gsr",
        predict=coding.plover_gsr,
        fields=("text",),
        headline=("event.f1", "event+source+target.f1", "actor_code+sector.f1"),
    ),
    BenchSet(
        name="plover_relations",
        predict=coding.plover_relations,
        fields=("text", "source", "target", "marked"),
        headline=("root.macro_f1", "quad.macro_f1", "root.accuracy"),
    ),
    BenchSet(
        name="cameo_roles", predict=roles.cameo_roles, fields=("tokens",), headline=("overlap.f1", "exact.f1", "token.f1")
    ),
    BenchSet(
        name="polnear",
        predict=speech.polnear,
        fields=("text",),
        headline=("attribution.f1", "attribution+source.f1", "token_content.f1"),
    ),
    BenchSet(
        name="tempeval3",
        predict=times.tempeval3,
        fields=("text", "date"),
        headline=("relaxed.f1", "value.f1", "strict.f1"),
    ),
    BenchSet(
        name="datetime_specs",
        predict=times.datetime_specs,
        fields=("text", "reference"),
        headline=("span.f1", "span+value.f1", "records_right"),
    ),
    BenchSet(
        name="wikievents",
        predict=conflict.wikievents,
        fields=("tokens", "sentences"),
        headline=("trigger.f1", "trigger+type.f1", "argument.f1", "argument+role.f1"),
    ),
    BenchSet(
        name="isaf_events",
        predict=conflict.isaf_events,
        fields=("text",),
        headline=("mean", "event_type", "start_date", "province"),
    ),
    BenchSet(
        name="fa_kes",
        predict=conflict.fa_kes,
        fields=("outlet", "title", "text"),
        headline=("mean", "date", "location", "actor", "cause_of_death", "nb_civilians"),
    ),
    BenchSet(
        name="india_police_events",
        predict=conflict.india_police_events,
        fields=("date", "sentences.id", "sentences.text"),
        headline=("sentence.macro_f1", "document.macro_f1"),
    ),
    BenchSet(
        name="re3d",
        predict=entities.re3d,
        fields=("outlet", "title", "text"),
        headline=("entity_span.f1", "entity.f1"),
    ),
    BenchSet(
        name="name_pairs",
        predict=names.name_pairs,
        fields=("schema", "a", "b"),
        headline=("all.f1", "Person.f1"),
    ),
    BenchSet(
        name="name_translit",
        predict=names.name_translit,
        fields=("language", "native", "candidates"),
        headline=("all.accuracy_at_1", "all.mrr"),
    ),
    BenchSet(
        name="geowebnews",
        predict=names.geowebnews,
        fields=("text",),
        headline=("toponym.f1", "accuracy_at_161km"),
    ),
    BenchSet(
        name="news_cluster",
        predict=stories.news_cluster,
        fields=("outlet", "date", "title", "text"),
        headline=("b3.f1", "pairwise.f1"),
        is_whole=True,
    ),
    BenchSet(
        name="basil_events",
        folder="basil",
        predict=stories.basil_events,
        fields=("outlet", "date", "title", "sentences"),
        headline=("b3.f1", "pairwise.f1"),
        is_whole=True,
    ),
    BenchSet(
        name="ecbplus", predict=words.ecbplus, fields=_COREF, headline=("event.conll_f1", "entity.conll_f1"), is_whole=True
    ),
    BenchSet(name="gvc", predict=words.gvc, fields=_COREF, headline=("event.conll_f1",), is_whole=True),
    BenchSet(
        name="gvc_incidents",
        folder="gvc",
        predict=words.gvc_incidents,
        fields=("sentences.n", "sentences.tokens"),
        headline=("b3.f1", "pairwise.f1"),
        is_whole=True,
    ),
    BenchSet(
        name="timeline17",
        kind="timelines",
        predict=timeline.timeline17,
        fields=("topic", "entries#"),
        headline=("date_f1", "align_rouge1", "align_rouge2"),
        is_whole=True,
    ),
    BenchSet(name="htmldate", predict=pages.htmldate, fields=("url", "file"), headline=("f1", "accuracy")),
    BenchSet(name="article_extraction", predict=pages.article_extraction, fields=("url", "file"), headline=("f1", "p", "r")),
)


def find_set(name: str) -> BenchSet:
    """Return a set by its name.

    Raises:
        KeyError: no such set is known.
    """
    return {one.name: one for one in SETS}[name]
