"Whole numbers: pages, lines, cuts, and how they are read."
from .layout import find_lines, sift
from .pages import CONDITIONS, WORD_FONTS, make_page, random_page, write_number
from .reading import Reading, read
