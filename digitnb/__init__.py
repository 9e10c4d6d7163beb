"Reads handwritten digits and numbers."
__version__ = "0.2.0"

from digitnb.ink import InkError, Strokes
from digitnb.litert import ModelError
from digitnb.recognizer import Prediction, Recognizer, predict, predict_many
from digitnb.pages import Reading, read
from digitnb.hand import Hand
from digitnb.writers import HandError

__all__ = ['Hand', 'HandError', 'InkError', 'ModelError', 'Prediction', 'Reading', 'Recognizer', 'Strokes',
           'predict', 'predict_many', 'read']
