"Lines that are made, to learn to read: whose hand, which text, which paper. Needs NumPy and OpenCV alone."
from .hands import Hands, load_hands, make_hands, our_hands
from .strips import DOCUMENTS, Strip, strip, strips
from .texts import ALPHABET
from .writing import write_number

__all__ = ['ALPHABET', 'DOCUMENTS', 'Hands', 'Strip', 'load_hands', 'make_hands', 'our_hands', 'strip', 'strips',
           'write_number']
