// Readings that are kept, and given out as CSV.

import { Kept } from './kept.js'

const quoted = value => (/[",\n;]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

export function toCsv(readings) {
  const rows = readings.map(({ text, confidence, when }) => [text, confidence.toFixed(4), when].map(quoted).join(','))
  return `${['read,confidence,when', ...rows].join('\r\n')}\r\n`
}

const isReading = one => typeof one?.text === 'string' && Number.isFinite(one.confidence)

export class Readings extends Kept {
  constructor(storage) { super(storage, 'digitnb.readings', isReading) }
  add(text, confidence, when = new Date().toISOString()) { return this.to([...this.now(), { text, confidence, when }]) }
  remove(when) { return this.to(this.now().filter(one => one.when !== when)) }
}
