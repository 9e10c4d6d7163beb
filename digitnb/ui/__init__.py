"What the app is made of: drawing, explanations, views, the canvas and the app itself, which needs the extra [app]."
from .drawing import Drawing
from .explanation import Precedents, relevance

def __getattr__(name):
    if name != 'App': raise AttributeError(f'digitnb.ui has no {name!r}.')
    from .app import App
    return App
