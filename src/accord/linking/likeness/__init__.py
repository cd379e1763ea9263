"""How alike articles are: wording, vectors of words, common parties."""
