"""Figures across articles and the events they count.

Entry: `figures.link_figures`.
"""
