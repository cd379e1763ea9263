"""The record as files for other programs. In: a `Record`. Out: lines of text. Looks nothing up and decides nothing.

To add a format: a module with a function that yields lines, a choice in `accord.cli.export`, a test.
"""

from accord.exports.flat import TABLES, write_csv_folder, write_csv_lines
from accord.exports.jsonl import write_jsonl
from accord.exports.plover import write_plover

__all__ = ["TABLES", "write_csv_folder", "write_csv_lines", "write_jsonl", "write_plover"]
