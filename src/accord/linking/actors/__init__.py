"""Who is who across articles.

Entry: `resolve.link_actors`.
"""
