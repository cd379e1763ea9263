"""Measures the program: quality on gold standards, speed beside plain spaCy, growth of time and memory."""
