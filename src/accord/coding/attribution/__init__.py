"""Who says so: speech, quotations, and the chain of voices around a passage.

Entries: `attributions.find_attributions`, `voices.voices_at`.
"""
