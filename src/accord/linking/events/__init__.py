"""Reports from drafts, and events from reports.

Entries: `reports.build_reports`, `merge.merge_events`.
"""
