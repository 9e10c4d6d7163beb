// How one person writes: what was told of it, and what was seen. As digitnb.Hand does it.

import { SIDE, softmax } from './digit.js'
import { argmax, sumOf } from './values.js'

const [INK, ALIKE, TOLD, SEEN, CERTAIN, LAST] = [0.6, 0.4, 20, 10, 0.99, 8]
const [DIGITS, OUTCOMES, REACH] = [10, 12, 6] // of the blur: pixels

const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0)
const logSum = z => {
  const most = Math.max(...z)
  return most + Math.log(sumOf(z.map(value => Math.exp(value - most))))
}

function direction(x, share) { // its square has that length
  const length = Math.max(Math.sqrt(dot(x, x)), 1e-9)
  return Array.from(x, value => (value / length) * Math.sqrt(share))
}

const bell = Array.from({ length: 2 * REACH + 1 }, (_, i) => Math.exp(-((i - REACH) ** 2) / 4.5))
const mirrored = i => (i < 0 ? -i : i >= SIDE ? 2 * SIDE - 2 - i : i)
const half = Array.from({ length: SIDE / 2 }, (_, i) => 2 * i)
const near = (i, at) => sumOf(bell.map((share, k) => share * at(mirrored(i + k - REACH)))) / sumOf(bell)

// Every second pixel of an image, blurred
export function blurredInk({ data }) {
  const rows = Array.from({ length: SIDE }, (_, y) => half.map(x => near(x, i => data[y * SIDE + i])))
  return half.flatMap(y => half.map((_, x) => near(y, i => rows[i][x])))
}

// An image by its features and its ink; `usual` is what all digits have in common
function described(image, features, usual) {
  const ink = blurredInk(image).map((value, i) => value - usual[i])
  return [...direction(features.map(Math.sqrt), 1 - INK), ...direction(ink, INK)]
}

// How near the nearest of each outcome is; `known` are { like, outcome }
function nearness(like, known) {
  const found = Array(OUTCOMES).fill(0)
  for (const one of known) found[one.outcome] = Math.max(found[one.outcome], (dot(like, one.like) - ALIKE) / (1 - ALIKE))
  return found
}

function inTheLight(logits, told, seen) {
  const digits = logits.slice(0, DIGITS)
  const moved = digits.map((z, i) => z + SEEN * seen[i])
  const by = logSum(digits) - logSum(moved)
  const rest = 1 - Math.max(...told) ** 8
  return [...moved.map(z => z + by), ...logits.slice(DIGITS)].map((z, i) => z * rest + TOLD * told[i])
}

export class Hand {
  // `ask` has the logits, divided by the temperature, and the features of an image
  constructor(ask, usual) {
    Object.assign(this, { ask, usual, of: new Map(), told: [], seen: [] })
  }
  async describe(image) {
    const { logits, features } = await this.ask(image)
    return { logits, like: described(image, features, this.usual) }
  }
  // All corrections; of one drawing, the last word
  async learn(corrections) {
    for (const { id, image } of corrections)
      if (!this.of.has(id)) this.of.set(id, await this.describe({ w: SIDE, h: SIDE, data: image }))
    const last = new Map(corrections.map(one => [String(one.image), one]))
    this.told = [...last.values()].map(({ id, label }) => ({ like: this.of.get(id).like, outcome: label ?? DIGITS }))
    this.seen = this.agreed(this.seen)
  }
  // What is the same digit in the light of what was told, the last few of each
  agreed(seen) {
    const agree = seen.filter(({ like, logits, outcome }) =>
      argmax(inTheLight(logits, nearness(like, this.told), Array(OUTCOMES).fill(0))) === outcome)
    return Array.from({ length: DIGITS }, (_, digit) => agree.filter(one => one.outcome === digit).slice(-LAST)).flat()
  }
  see(drawings) {
    const before = new Set(this.seen.map(one => String(one.like)))
    const sure = drawings.flatMap(({ logits, like }) => {
      const p = softmax(logits)
      const share = sumOf(p.slice(DIGITS)) / DIGITS
      const outcome = argmax(p.slice(0, DIGITS))
      return p[outcome] + share > CERTAIN && !before.has(String(like)) ? [{ logits, like, outcome }] : []
    })
    if (sure.length) this.seen = this.agreed([...this.seen, ...sure])
  }
  // How likely each digit and each reason to refuse is, for each image; `see` says which may be remembered
  async outcomes(images, see) {
    const drawings = []
    for (const image of images) drawings.push(await this.describe(image))
    this.see(drawings.filter((_, i) => see[i]))
    return drawings.map(({ logits, like }) => softmax(inTheLight(logits, nearness(like, this.told), nearness(like, this.seen))))
  }
}
