"""Put coding together: one parsed article becomes one `Reading`."""

from accord.coding.attribution.attributions import find_attributions
from accord.coding.events.reports import LEAST_CONFIDENCE, code_events
from accord.coding.figures.figures import find_figures
from accord.coding.instruments.instruments import find_instruments
from accord.coding.names.mentions import find_mentions
from accord.coding.times.expressions import find_times
from accord.language.parse import ParsedArticle
from accord.model.reading import Reading


def code_article(parsed: ParsedArticle, *, least: float = LEAST_CONFIDENCE) -> Reading:
    """Return what an article says. An article without sentences gives an empty reading.

    Reports of less than the `least` confidence, 0 to 1, are left out.
    """
    mentions, facts = find_mentions(parsed)
    times = tuple(time for sentence in parsed.sentences for time in find_times(sentence, parsed.article.text))
    attributions = find_attributions(parsed, mentions)
    instruments = find_instruments(parsed, mentions)
    reports = code_events(parsed, mentions, times, attributions, instruments, least=least)
    return Reading(
        article=parsed.article,
        sentences=parsed.spans(),
        times=times,
        mentions=mentions,
        facts=facts,
        attributions=attributions,
        instruments=instruments,
        reports=reports,
        figures=find_figures(parsed, mentions, times, attributions),
    )
