"""Who and what a text names: names, descriptors, pronouns, what they stand for, and facts about them.

Entry: `mentions.find_mentions`.
"""
