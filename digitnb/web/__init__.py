"The page that reads in any browser, without a server: what writes it."
from .site import do_web, write_site

__all__ = ['do_web', 'write_site']
