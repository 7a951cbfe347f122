"""Antenne: the companion site of books on air."""
