"""What the app is made of: drawing, explanation, views, the board, cards; and the app, which needs the extra [app]."""
from .drawing import Drawing
from .explanation import Precedents, relevance

__all__ = ['Drawing', 'Precedents', 'relevance'] # and App, which is imported when it is asked for

def __getattr__(name:str)->type:
    if name != 'App': raise AttributeError(f'digitnb.ui has no {name!r}.')
    from .app import App
    return App
