"""Number words of English, zero to ninety, as lists whose place gives the value."""

CARDINALS = (
    "zero one two three four five six seven eight nine "
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
"""Words for 0 to 19."""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
"""Words for 20 to 90 by tens."""
