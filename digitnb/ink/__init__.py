"From any picture, array or pen stroke to the 28 × 28 pixels that MNIST would have made of it."
from .binarize import ink_mask
from .components import Blob, around, blob_mask, find_blobs, group, is_blot, is_frame, may_be_digit, only, sift
from .image import InkError, MissingPicture, Picture, as_array, example_page, read_image, read_page, shrink
from .normalise import crop, grey_box, stroke_width, to_box
from .pipeline import Ink, contrast, to_mnist
from .rules import closed
from .strokes import DRAWN, Strokes

__all__ = ['Blob', 'DRAWN', 'Ink', 'InkError', 'MissingPicture', 'Picture', 'Strokes', 'around', 'as_array',
           'blob_mask', 'closed', 'contrast', 'crop', 'example_page', 'find_blobs', 'grey_box', 'group', 'ink_mask', 'is_blot',
           'is_frame', 'may_be_digit', 'only', 'read_image', 'read_page', 'shrink', 'sift', 'stroke_width', 'to_box',
           'to_mnist']
