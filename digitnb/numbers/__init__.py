"Whole numbers: pages, lines, cuts, and how they are read."
from .layout import Page, find_lines, level, sift
from .pages import CONDITIONS, WORD_FONTS, make_page, random_page, write_number
from .reading import ReadDigit, Reading, read

__all__ = ['CONDITIONS', 'Page', 'ReadDigit', 'Reading', 'WORD_FONTS', 'find_lines', 'level', 'make_page', 'random_page', 'read',
           'sift', 'write_number']
