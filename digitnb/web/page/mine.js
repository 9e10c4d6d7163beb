// What was learnt of somebody's hand: shown, taken back, and taken elsewhere.

import { showGrey } from './answer.js'
import { called, corrected, Corrections, exported, HandError, imported } from './corrections.js'
import { giveOut } from './kept.js'

const $ = id => document.getElementById(id)
const button = (text, act) => {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text })
  made.addEventListener('click', act)
  return made
}
const [OVER, REALLY] = ['Start over', 'Really forget all?']

export class Mine {
  // `changed` is called when the hand knows more or less, `say` with a sentence
  // The first fails where the hand can't be used
  constructor({ changed, say }) {
    Object.assign(this, { changed, say, kept: new Corrections(() => localStorage), drawing: null })
    const labels = [...Array(10).keys(), null]
    $('teach').append(...labels.map(label => {
      const one = button(label ?? 'none', () => this.teach(label))
      one.setAttribute('aria-label', `This is ${called({ label })}`)
      return one
    }))
    $('hand-undo').addEventListener('click', () => this.forget(this.kept.all.at(-1)))
    $('hand-over').addEventListener('click', () => {
      if ($('hand-over').textContent === OVER) $('hand-over').textContent = REALLY
      else this.done(this.kept.clear(), 'All is forgotten.')
    })
    $('hand-export').addEventListener('click', () => this.export())
    $('hand-import').addEventListener('click', () => $('hand-file').click())
    $('hand-file').addEventListener('change', async () => {
      await this.import($('hand-file').files[0])
      $('hand-file').value = ''
    })
    this.show(null)
    this.list()
  }
  // A drawing, its strokes and the first answer to it; null where there is nothing to correct
  show(drawing) {
    this.drawing = drawing
    for (const one of $('teach').children) one.disabled = !drawing
  }
  get known() { return { corrections: this.kept.all } }

  async teach(label) {
    const { answer, strokes, slip } = this.drawing
    const correction = corrected(answer, label, strokes)
    this.drawing.slip = correction.id
    if (slip) this.kept.forget(slip)
    const isKept = this.kept.add([correction])
    const isRight = answer.digit === label && !answer.rejected
    await this.done(isKept, isRight ? `Right, this is ${called(correction)}: learnt.` : `Learnt. Next time this is ${called(correction)}.`)
  }
  async forget(correction) { await this.done(this.kept.forget(correction.id), `Forgotten that this was ${called(correction)}.`) }

  async done(isKept, sentence) {
    this.list()
    const said = [sentence]
    if (!isKept) said.push('Until the page is closed: the browser’s storage is full, or forbidden here.')
    try {
      await this.changed()
    } catch (error) {
      said.push(`What is learnt is kept, but can’t be used now: ${error.message}`)
    }
    this.say(said.join(' '))
  }
  async export() { giveOut('hand.zip', 'application/zip', await exported(this.kept.all)) }
  async import(file) {
    try {
      const before = this.kept.now().length
      const { found, damaged } = await imported(new Uint8Array(await file.arrayBuffer()))
      const isKept = this.kept.add(found)
      const more = this.kept.all.length - before
      await this.done(isKept, [more ? `Learnt: ${more} more.` : 'All of these were known already.', ...damaged].join(' '))
    } catch (error) {
      this.say(error instanceof HandError ? error.message : `“${file.name}” can’t be read: ${error.message}`)
    }
  }
  list() {
    const { all } = this.kept
    $('hand-count').textContent = all.length
    $('untaught').hidden = all.length > 0
    $('hand-over').textContent = OVER
    for (const id of ['hand-undo', 'hand-export', 'hand-over']) $(id).disabled = !all.length
    $('learnt').replaceChildren(...all.toReversed().map(correction => {
      const [row, canvas, text] = ['li', 'canvas', 'span'].map(name => document.createElement(name))
      showGrey(canvas, { w: 28, h: 28, data: correction.image })
      canvas.setAttribute('role', 'presentation')
      text.textContent = called(correction)
      const forget = button('Forget', () => this.forget(correction))
      forget.setAttribute('aria-label', `Forget that this was ${called(correction)}`)
      row.append(canvas, text, forget)
      return row
    }))
  }
}
