"""The pages of a case: the dossier, one HTML file that opens anywhere."""

from accord.web.dossier import render_report, write_report

__all__ = ["render_report", "write_report"]
