"What `make` does with notebooks: tidy FILE ..., readme, site."
import os, re, shutil, sys
from pathlib import Path

import nbformat, yaml
from nbconvert import HTMLExporter, MarkdownExporter
from traitlets.config import Config

hide = Config(TagRemovePreprocessor=dict(enabled=True, remove_input_tags={'hidden'}))

def hidden(nb):
    "The notebook, its cells that begin with `#| echo: false` tagged, so that only what they print is shown."
    for cell in nb.cells:
        if cell.source.startswith('#| echo: false'): cell.metadata.tags = ['hidden']
    return nb

def tidy(*paths):
    "What libraries write to the standard error is no part of a lesson, and a widget without its kernel is nothing."
    for path in paths:
        nb = nbformat.read(path, 4)
        for cell in nb.cells:
            if cell.cell_type != 'code': continue
            cell.outputs = [o for o in cell.outputs if o.get('name') != 'stderr' and 'widget-view' not in str(o.get('data', ''))]
        nb.metadata.pop('widgets', None)
        nbformat.write(nb, path)

def readme():
    "Print README.md, made of nbs/index.ipynb."
    nb = hidden(nbformat.read('nbs/index.ipynb', 4))
    nb.metadata.language_info = dict(name='python')
    text, _ = MarkdownExporter(config=hide).from_notebook_node(nb)
    text = re.sub(r'\]\((?!https?:|\.\./)([^)]+\.ipynb)', r'](nbs/\1', text).replace('](../', '](')
    print(re.sub(r'\n{3,}', '\n\n', text).strip())

def lines(source):
    "Code without directives and empty lines."
    return [line for line in source.splitlines() if line.strip() and not line.startswith('#|')]

def site():
    "The notebooks as plain pages in _docs, as nbdev would show them; print how much of what they export can be read there."
    from nbdev.serve import proc_nbs
    shutil.rmtree('_docs', ignore_errors=True)
    made, shown, exported = Path(proc_nbs('nbs', n_workers=0)), 0, 0
    exporter = HTMLExporter(config=hide, exclude_input_prompt=True, exclude_output_prompt=True)
    for path in sorted(Path('nbs').rglob('*.ipynb')):
        if '.ipynb_checkpoints' in path.parts: continue
        nb = hidden(nbformat.read(made/path.relative_to('nbs'), 4))
        for cell in nb.cells: cell.source = re.sub('^#[|] code-.*\n', '', cell.source, flags=re.M) # meant for Quarto
        front = next(yaml.safe_load_all(nb.cells[0].source)) # for Quarto
        about = f'\n\n> {front["description"]}' if 'description' in front else ''
        nb.cells[0] = nbformat.v4.new_markdown_cell(f'# {front.get("title", path.stem)}{about}')
        page = Path('_docs')/path.relative_to('nbs').with_suffix('.html')
        page.parent.mkdir(parents=True, exist_ok=True)
        html, _ = exporter.from_notebook_node(nb, dict(metadata=dict(name=path.stem)))
        html = re.sub(r'href="(?!https?:)([^"]+)\.ipynb', r'href="\1.html', html)
        page.write_text(html.replace('../artifacts/', 'artifacts/')) # which lie beside the pages here
        seen = ['\n'.join(lines(c.source)) for c in nb.cells if c.cell_type == 'code' and 'hidden' not in c.metadata.get('tags', ())]
        for cell in nbformat.read(path, 4).cells:
            if cell.cell_type == 'code' and re.match(r'#\|\s*exports?\b', cell.source):
                code = lines(cell.source)
                exported += len(code)
                shown += len(code)*any('\n'.join(code) in source for source in seen)
    shutil.copytree('artifacts', '_docs/artifacts')
    print(f'{shown:,} of {exported:,} lines of exporting cells are shown on the site.')
    assert shown >= .9*exported

if __name__ == '__main__':
    dict(tidy=tidy, readme=readme, site=site)[sys.argv[1]](*sys.argv[2:])
    sys.stdout.flush()
    os._exit(0) # the imports of all chapters may leave threads that wait
