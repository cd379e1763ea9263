"""The words of the record as immutable values.

`record` holds the lines that a case exports (docs/record.md); `reading` holds what one article yields before
articles are linked; `time` holds dates that know their precision; `ids` makes identifiers from content.
Every other package may import this one; this one imports nothing of Accord but `errors`.
"""
