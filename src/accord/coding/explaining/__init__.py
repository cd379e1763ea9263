"""Why a sentence was coded as it was: its parse, what was found in it, the grounds of each report, why the rest made none.

Entry: `explain.explain`. Nothing of a build depends on this package.
"""
