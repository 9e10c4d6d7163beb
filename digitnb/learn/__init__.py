"""MNIST, the network, how it is trained, calibrated and measured.

This face holds the light rooms only: files, mnist and outcomes. The others (network, augmentation, training, export and
evaluation) need TensorFlow or matplotlib, and are imported by room: `from digitnb.learn.network import build_model`.
"""
from .files import (DataError, fetch, from_folder, from_mirror, home, idx_header, load_array, missing, read_idx, read_npm, read_url,
                    replacing, save_figure, sha256, write_json)
from .mnist import Digits, load_mnist, load_sample, show_images, stratified, train_valid
from .outcomes import DIGITS, OUTCOMES, REASONS, likeliest_reason, log_probabilities, of_digits, softmax, split_outcomes

__all__ = ['DIGITS', 'DataError', 'Digits', 'OUTCOMES', 'REASONS', 'fetch', 'from_folder', 'from_mirror', 'home',
           'idx_header', 'likeliest_reason', 'load_array', 'load_mnist', 'load_sample', 'log_probabilities',
           'missing', 'of_digits', 'read_idx', 'read_npm', 'read_url', 'replacing', 'save_figure', 'sha256',
           'show_images', 'softmax', 'split_outcomes', 'stratified', 'train_valid', 'write_json']
