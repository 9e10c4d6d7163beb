"How others write: synthetic digits, what is no digit, spoilt digits, and corrections."
from .corrections import corrections, export_corrections, forget, keep
from .corruptions import CORRUPTIONS, evaluate_corruptions
from .fonts import FONTS
from .no_digits import FASHION
from .synthetic import synthesize
