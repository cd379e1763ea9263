"""The command line: thin commands over `accord.pipeline`. Results go to stdout, progress and complaints to stderr.

Only this package prints. Commands import what they need when they run, so that `accord --help` is fast.
"""

from accord.cli.app import main

__all__ = ["main"]
