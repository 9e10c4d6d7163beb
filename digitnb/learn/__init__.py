"MNIST, the network, how it is trained, calibrated and measured."
from .files import DataError, fetch, from_folder, from_mirror, home, missing, read_npm, read_url, replacing, save_figure, write_json
from .mnist import Digits, idx_header, load_array, load_mnist, load_sample, read_idx, show_images, stratified, train_valid
from .outcomes import DIGITS, OUTCOMES, REASONS, log_probabilities, of_digits
