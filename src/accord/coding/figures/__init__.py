"""How many: numbers with their meaning.

Entry: `figures.find_figures`.
"""
