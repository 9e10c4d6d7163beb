// What a digit really was, kept in the browser, and taken elsewhere as one file: as digitnb.writers does it.

import { Kept } from './kept.js'
import { fromPng, toPng, unzipped, zipped } from './zip.js'

const [FORM, SIDE] = [1, 28]

export class HandError extends Error {}

const isLabel = label => label === null || (Number.isInteger(label) && label >= 0 && label <= 9)
const isCorrection = one => typeof one?.id === 'string' && isLabel(one.label) && one.image?.length === SIDE * SIDE

export const called = ({ label }) => (label === null ? 'no digit' : `a${label === 8 ? 'n' : ''} ${label}`)

// A correction, of now, of an answer to strokes
export function corrected({ digit, confidence, rejected, image }, label, strokes, now = new Date()) {
  const [day, time] = now.toISOString().replaceAll(/[-:Z]/g, '').split('T')
  const random = crypto.getRandomValues(new Uint8Array(3)).reduce((text, byte) => text + byte.toString(16).padStart(2, '0'), '')
  const points = strokes.map(stroke => stroke.map(point => point.map(x => Number(x.toPrecision(5)))))
  const id = `seen-${day}-${time.replace('.', '-')}000-${random}`
  return { id, label, digit, confidence: Number(confidence.toFixed(6)), rejected, strokes: points, image: [...image.data] }
}

export class Corrections extends Kept {
  constructor(storage) { super(storage, 'digitnb.hand', isCorrection) }
  add(more) {
    const byId = new Map([...this.now(), ...more].map(one => [one.id, one]))
    return this.to([...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)))
  }
  forget(id) { return this.to(this.now().filter(one => one.id !== id)) }
}

// A ZIP of a labelled folder
export async function exported(corrections) {
  const files = []
  for (const { id, image, ...facts } of corrections) {
    const path = `${facts.label ?? 'other'}/${id}`
    files.push([`${path}.png`, await toPng({ w: SIDE, h: SIDE, data: image })])
    files.push([`${path}.json`, new TextEncoder().encode(`${JSON.stringify({ ...facts, form: FORM })}\n`)])
  }
  return zipped(files)
}

async function ofFiles(id, png, content) {
  let facts
  try {
    facts = JSON.parse(new TextDecoder().decode(content))
  } catch {}
  if (!Number.isFinite(facts?.confidence)) throw new HandError(`The correction “${id}” is damaged.`)
  if ((facts.form ?? FORM) !== FORM) throw new HandError(`“${id}” is of another version.`)
  const image = png && (await fromPng(png).catch(() => null))
  if (image?.w !== SIDE || image.h !== SIDE) throw new HandError(`“${id}.png” is not 28 by 28 in grey.`)
  const { label, digit = null, confidence, rejected = null, strokes = null } = facts
  if (!isLabel(label)) throw new HandError(`The label of “${id}” is no digit.`)
  return { id, label, digit, confidence, rejected, strokes, image: [...image.data] }
}

// The corrections in such a ZIP, and what is wrong with the others; HandError where there are none
export async function imported(bytes) {
  const files = new Map(await unzipped(bytes).catch(() => { throw new HandError('This is no hand that was exported.') }))
  const ids = [...files.keys()].filter(name => /^seen-.*\.json$/.test(name)).map(name => name.slice(0, -5))
  const read = await Promise.allSettled(ids.map(id => ofFiles(id, files.get(`${id}.png`), files.get(`${id}.json`))))
  const found = read.flatMap(one => one.value ?? [])
  const damaged = read.flatMap(one => one.reason?.message ?? [])
  if (!found.length) throw new HandError(damaged[0] ?? 'There are no corrections in this.')
  return { found, damaged }
}
