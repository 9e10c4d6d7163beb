"""Whole numbers: a line as a strip, and what it says.

The network for lines learns in `digitnb.numbers.line_training`, which needs Keras. What finds the lines of a page is `digitnb.pages`.
"""
from .ctc import Known
from .feed import LineNetwork, OptionError
from .reader import read_line
from .reading import Line, Number, Symbol

__all__ = ['Known', 'Line', 'LineNetwork', 'Number', 'OptionError', 'Symbol', 'read_line']
