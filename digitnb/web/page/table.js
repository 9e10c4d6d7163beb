// The readings that are kept, as the page shows them and gives them out.

import { percent } from './answer.js'
import { giveOut } from './kept.js'
import { Readings, toCsv } from './list.js'

const $ = id => document.getElementById(id)
const shortly = { dateStyle: 'short', timeStyle: 'short' }

export class Table {
  constructor(copy) {
    this.readings = new Readings(() => localStorage)
    const does = { save: this.save, 'copy-all': () => copy(this.readings.all.map(one => one.text).join('\n')), forget: this.forget }
    for (const [id, f] of Object.entries(does)) $(id).addEventListener('click', f.bind(this))
    this.show()
  }
  // Whether it is kept for the next visit, too
  add(text, confidence) {
    const isKept = this.readings.add(text, confidence)
    this.show()
    return isKept
  }
  remove(when) {
    this.readings.remove(when)
    this.show()
  }
  forget() {
    this.readings.clear()
    this.show()
  }
  save() { giveOut('readings.csv', 'text/csv', toCsv(this.readings.all)) }
  row({ text, confidence, when }) {
    const row = document.createElement('tr')
    const day = new Date(when).toLocaleString([], shortly)
    for (const value of [text, percent(confidence), day]) row.insertCell().textContent = value
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Remove' })
    button.setAttribute('aria-label', `Remove ${text}`)
    button.addEventListener('click', () => this.remove(when))
    row.insertCell().append(button)
    return row
  }
  show() {
    const { all } = this.readings
    $('count').textContent = all.length
    $('nothing').hidden = all.length > 0
    document.querySelector('thead').hidden = !all.length
    for (const id of ['save', 'copy-all', 'forget']) $(id).disabled = !all.length
    document.querySelector('tbody').replaceChildren(...all.map(one => this.row(one)))
  }
}
