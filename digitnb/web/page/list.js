// Readings that are kept, in the browser's own storage where there is room, and given out as CSV.

const KEY = 'digitnb.readings'

const quoted = value => (/[",\n;]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

export function toCsv(readings) {
  const rows = readings.map(({ text, confidence, when }) => [text, confidence.toFixed(4), when].map(quoted).join(','))
  return `${['read,confidence,when', ...rows].join('\r\n')}\r\n`
}

export class Readings {
  constructor(storage) {
    this.storage = storage
    this.all = []
    try {
      const kept = JSON.parse(storage().getItem(KEY) ?? '[]')
      if (Array.isArray(kept)) this.all = kept.filter(one => typeof one?.text === 'string' && Number.isFinite(one.confidence))
    } catch {} // forbidden, or somebody else's: begin anew
  }
  // Whether they are kept for the next visit too
  save() {
    try {
      this.storage().setItem(KEY, JSON.stringify(this.all))
      return true
    } catch {
      return false
    }
  }
  add(text, confidence, when = new Date().toISOString()) {
    this.all.push({ text, confidence, when })
    return this.save()
  }
  remove(i) {
    this.all.splice(i, 1)
    return this.save()
  }
  clear() {
    this.all = []
    return this.save()
  }
}
