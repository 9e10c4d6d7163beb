"""Whole numbers: lines, cuts, and how they are read.

The network for lines learns in `digitnb.numbers.line_training`, which needs Keras; the pages that are made to learn and to
test are in `digitnb.numbers.pages`.
"""
from .ctc import Line, Symbol, read_line
from .feed import LineNetwork
from .layout import Page, find_lines, level, sift
from .reading import ReadDigit, Reading, read

__all__ = ['Line', 'LineNetwork', 'Page', 'ReadDigit', 'Reading', 'Symbol', 'find_lines', 'level', 'read', 'read_line', 'sift']
