"Everything that can be said in settings.ini is said there."
from configparser import ConfigParser
from pathlib import Path

from setuptools import find_packages, setup
from setuptools.command.build_py import build_py

parser = ConfigParser(delimiters=['='])
parser.read('settings.ini', encoding='utf-8')
cfg = parser['DEFAULT']


class BuildWithApp(build_py):
    "The app is a notebook: a wheel carries it and its Voila settings inside the package."
    def run(self):
        super().run()
        if self.editable_mode: return
        for source in 'nbs/05_app.ipynb', 'voila.json':
            self.copy_file(source, str(Path(self.build_lib)/cfg['lib_path']/Path(source).name))


app, train, dask, dev = (cfg[f'{extra}_requirements'].split() for extra in ('app', 'train', 'dask', 'dev'))
setup(
    name=cfg['lib_name'], version=cfg['version'], description=cfg['description'], keywords=cfg['keywords'].split(),
    author=cfg['author'], author_email=cfg['author_email'], url=cfg['git_url'], license='MIT', license_files=['LICENSE'],
    long_description=Path('README.md').read_text(encoding='utf-8'), long_description_content_type='text/markdown',
    package_dir={'': '.'}, # or an editable install would be a finder, which a folder of this name beside a script hides
    packages=find_packages(include=[cfg['lib_path'], f"{cfg['lib_path']}.*"]), package_data={cfg['lib_path']: cfg['package_data'].split()},
    python_requires=f">={cfg['min_python']}", install_requires=cfg['requirements'].split(),
    extras_require=dict(app=app, train=train, dask=dask, dev=app + train + dask + dev),
    entry_points=dict(console_scripts=cfg['console_scripts'].split()), cmdclass=dict(build_py=BuildWithApp), zip_safe=False,
)
