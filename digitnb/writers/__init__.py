"""How others write: UNIPEN, synthetic digits, what is no digit, spoilt digits, corrections, and scenes.

Whatever needs matplotlib, npm or a download imports it when it is called: this face is light, and the app imports it.
"""
from .corrections import corrections, corrections_folder, export_corrections, forget, keep
from .corruptions import CORRUPTIONS, corruption_accuracies, evaluate_corruptions
from .fonts import FONTS
from .no_digits import FASHION
from .scenes import BARE, SCENES, Scene, scene
from .synthetic import synthesize
from .unipen import LIST as UNIPEN, load_unipen, written_by

__all__ = ['BARE', 'CORRUPTIONS', 'FASHION', 'FONTS', 'SCENES', 'Scene', 'UNIPEN', 'corrections', 'corrections_folder',
           'corruption_accuracies', 'evaluate_corruptions', 'export_corrections', 'forget', 'keep', 'load_unipen',
           'scene', 'synthesize', 'written_by']
