"""Where is where across articles.

Entry: `resolve.link_places`.
"""
