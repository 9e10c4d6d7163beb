"Whole numbers: lines, cuts, and how they are read. The pages that are made to learn and to test: `digitnb.numbers.pages`."
from .layout import Page, find_lines, level, sift
from .reading import ReadDigit, Reading, read

__all__ = ['Page', 'ReadDigit', 'Reading', 'find_lines', 'level', 'read', 'sift']
