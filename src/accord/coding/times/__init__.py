"""When: time expressions of news, before they are anchored to a date.

Entry: `expressions.find_times`.
"""
