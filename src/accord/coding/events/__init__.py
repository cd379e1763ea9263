"""Who did what to whom: PLOVER events by frames over dependency trees, with status.

Entry: `reports.code_events`. The lexicon is data/verbs.yaml, nouns.yaml and matrix.yaml.
"""
