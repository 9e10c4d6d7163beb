"Lines that are made, to learn to read: hands, texts, writing, grounds, strips. Needs NumPy and OpenCV alone."
from .hands import Hands, load_hands, make_hands
from .strips import DOCUMENTS, Strip, many_strips, resized, strip, strips
from .texts import ALPHABET

__all__ = ['ALPHABET', 'DOCUMENTS', 'Hands', 'Strip', 'load_hands', 'make_hands', 'many_strips', 'resized', 'strip', 'strips']
