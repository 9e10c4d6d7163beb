"""How others write: UNIPEN, synthetic digits, what is no digit, spoilt digits, corrections, and scenes.

Whatever needs matplotlib, npm or a download imports it when it is called: this face is light, and the app imports it.
"""
from .corrections import (Correction, HandError, Kept, corrected, discard, export_corrections, hand_folder, hand_names,
                          import_corrections, is_lesson, keep, kept_in, zipped)
from .corruptions import CORRUPTIONS, corruption_accuracies, evaluate_corruptions
from .fonts import FONTS
from .no_digits import FASHION
from .scenes import BARE, SCENES, Scene, scene
from .synthetic import synthesize
from .unipen import LIST as UNIPEN, load_unipen, written_by

__all__ = ['BARE', 'CORRUPTIONS', 'Correction', 'FASHION', 'FONTS', 'HandError', 'Kept', 'SCENES', 'Scene', 'UNIPEN',
           'corrected', 'corruption_accuracies', 'discard', 'evaluate_corruptions', 'export_corrections', 'hand_folder',
           'hand_names', 'import_corrections', 'is_lesson', 'keep', 'kept_in', 'load_unipen', 'scene', 'synthesize', 'written_by',
           'zipped']
