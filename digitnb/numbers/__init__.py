"""Whole numbers: lines, and how they are read.

The network for lines learns in `digitnb.numbers.line_training`, which needs Keras; the pages that are made to learn and to
test are in `digitnb.numbers.pages`.
"""
from .feed import LineNetwork, OptionError
from .layout import Page, find_lines, level, sift
from .reader import Known, read, read_line
from .reading import LeftOut, Line, Number, Reading, Symbol

__all__ = ['Known', 'LeftOut', 'Line', 'LineNetwork', 'Number', 'OptionError', 'Page', 'Reading', 'Symbol',
           'find_lines', 'level', 'read', 'read_line', 'sift']
