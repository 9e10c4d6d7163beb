"""Pages: any picture with numbers to its lines, tables, and what was left out.

The pages that are made to test are in `digitnb.pages.made` and `digitnb.pages.forms`.
"""
from ..numbers.reading import COLUMNS, is_doubtful, row_of
from .layout import Page, level
from .reader import read
from .reading import LeftOut, Reading, numbers_in_place

__all__ = ['COLUMNS', 'LeftOut', 'Page', 'Reading', 'is_doubtful', 'level', 'numbers_in_place', 'read', 'row_of']
