// What each pixel of a grey picture would be without ink, and how much it looks like ink: digitnb.ink for pages.

import { blobMask, closedByEllipse, distances, divided, erode, filled, findBlobs } from './morphology.js'
import { above, clip, excess, most, pad, resize } from './pixels.js'
import { histogram } from './strip.js'
import { percentile } from './values.js'

function smallCopy(a, longest) {
  const k = Math.ceil(Math.max(a.w, a.h) / longest)
  if (k === 1) return a
  const [w, h] = [Math.max(1, Math.floor(a.w / k)), Math.max(1, Math.floor(a.h / k))]
  const [wide, high] = [Math.min(a.w, w * k), Math.min(a.h, h * k)]
  const data = new Uint8Array(wide * high)
  for (let y = 0; y < high; y++) data.set(a.data.subarray(y * a.w, y * a.w + wide), y * wide)
  return resize({ w: wide, h: high, data }, w, h, true)
}

function edge(a) {
  const values = []
  for (const y of [0, a.h - 1]) for (let x = 0; x < a.w; x++) values.push(a.data[y * a.w + x])
  for (const x of [0, a.w - 1]) for (let y = 0; y < a.h; y++) values.push(a.data[y * a.w + x])
  return values
}

function oneColour(small) {
  const around = Uint8Array.from(edge(small)).sort()
  return { ...small, data: new Uint8Array(small.data.length).fill(around[around.length >> 1]) }
}
const flood = small => erode(filled(small))
function closing(small) {
  const widest = Math.max(9, Math.trunc(0.12 * Math.max(small.w, small.h)) | 1)
  return erode(closedByEllipse(small, widest))
}
const HYPOTHESES = [[oneColour, false], [oneColour, true], [flood, false], [flood, true], [closing, false]]

function less(a, b) {
  const data = new Uint8Array(a.data.length)
  for (let i = 0; i < data.length; i++) data[i] = excess(a.data[i], b.data[i])
  return { ...a, data }
}
function negative(a) {
  const data = new Uint8Array(a.data.length)
  for (let i = 0; i < data.length; i++) data[i] = 255 - a.data[i]
  return { ...a, data }
}

// How dark each pixel is beside its background: 0 to 255
function contrastTo(a, background) {
  const behind = background.w === a.w && background.h === a.h ? background.data : resize(background, a.w, a.h, false).data
  const least = Math.max(51, most(behind) >> 1)
  const data = new Uint8Array(a.data.length)
  for (let i = 0; i < data.length; i++) data[i] = divided(excess(behind[i], a.data[i]), Math.max(behind[i], least))
  return { ...a, data }
}

const summed = counts => {
  let sum = 0
  return counts.map(count => { sum += count; return sum })
}

// The contrast of the strongest pixels, but for a few
export function strongest(counts) {
  const n = counts.reduce((a, b) => a + b)
  const few = 1 + Math.min(Math.floor(n / 1000), 7 + Math.floor(n / 20000))
  let [above, level] = [0, 255]
  for (; level > 0; level--) {
    above += counts[level]
    if (above >= few) break
  }
  return Math.max(1, level)
}

function paperGrain(counts) {
  const below = summed(counts)
  const half = below[strongest(counts) >> 1] / 2
  return below.findIndex(count => count >= half)
}

function otsu(counts) {
  const [below, mass] = [summed(counts), summed(counts.map((count, i) => count * i))]
  const n = below[255]
  let [best, at] = [-1, 0]
  for (let i = 0; i < 256; i++) {
    const apart = (mass[255] * (below[i] / n) - mass[i]) ** 2 / Math.max(below[i] * (n - below[i]), 1)
    if (apart > best) [best, at] = [apart, i]
  }
  return at
}

// The strongest contrast, and the contrast above which a pixel is ink
function inkLevel(counts) {
  const high = strongest(counts)
  return [high, Math.min(Math.max(otsu(counts), Math.trunc(0.235 * high)), Math.trunc(0.59 * high))]
}

const touches = (blob, a) => blob.x === 0 || blob.y === 0 || blob.x + blob.w === a.w || blob.y + blob.h === a.h

function largest(blobs, a) {
  const size = blob => Math.max(blob.w, blob.h)
  const longest = most(blobs.map(size))
  const isLikely = blob => !touches(blob, a) && size(blob) >= 0.15 * longest && blob.area < 0.4 * size(blob) ** 2
  const likely = blobs.filter(isLikely)
  return (likely.length ? likely : blobs).reduce((best, blob) => (blob.area > best.area ? blob : best))
}

// What tells writing from the mistakes of a wrong background
function traits(ink, opposite) {
  const counts = histogram(ink)
  const [high, level] = inkLevel(counts)
  const mask = above(ink, level)
  const { labels, blobs } = findBlobs(mask)
  if (!blobs.length) return null
  const blob = largest(blobs, ink)
  const depth = most(distances(pad(blobMask(labels, blob), 1), 3).data)
  const [long, short] = [Math.max(blob.w, blob.h), Math.min(blob.w, blob.h)]
  const border = edge(mask)
  const areaOf = some => some.reduce((sum, { area }) => sum + area, 0)
  return {
    most: Math.log(high / 255), noise: paperGrain(counts) / high,
    border: border.reduce((a, b) => a + b) / border.length,
    touching: areaOf(blobs.filter(one => touches(one, ink))) / areaOf(blobs),
    fat: depth / long, opposite: Math.log(strongest(histogram(opposite)) / high + 0.05),
    blobs: Math.log(blobs.length), slim: short / long,
  }
}

// `learnt` is what background.json holds: the weights of the traits, and the bias
function bestBackground(small, learnt) {
  let best = { score: -1 }
  for (const [way, isNegative] of HYPOTHESES) {
    const seen = isNegative ? negative(small) : small
    const colours = way(seen)
    const found = traits(contrastTo(seen, colours), less(seen, colours))
    const sum = found && Object.keys(found).reduce((total, name) => total + learnt.weights[name] * found[name], learnt.bias)
    const score = found ? 1 / (1 + Math.exp(-sum)) : 0
    if (score > best.score) best = { score, isNegative, colours }
    if (score > 0.9) break
  }
  return best
}

// Of `n` bytes, each `step` after the other: those at half the way, from below and from above
function median(values, from = 0, n = values.length, step = 1) {
  const counts = new Uint32Array(256)
  for (let i = 0, at = from; i < n; i++, at += step) counts[values[at]] += 1
  const at = place => {
    let [level, left] = [0, place]
    while (left >= counts[level]) left -= counts[level++]
    return level
  }
  return (at((n - 1) >> 1) + at(n >> 1)) / 2
}

function everyFourth(a) {
  const values = []
  for (let y = 0; y < a.h; y += 4) for (let x = 0; x < a.w; x += 4) values.push(a.data[y * a.w + x])
  return values
}

const endsOf = (light, least) => [light.findIndex(v => v >= least), light.findLastIndex(v => v >= least)]

// The picture, with its black margins filled; of the paper's shaded edges, a tenth of the side at most
function withoutMargins(a) {
  const high = 0.2 * percentile(everyFourth(a), 0.9)
  const rows = Array.from({ length: a.h }, (_, y) => median(a.data, y * a.w, a.w))
  const columns = Array.from({ length: a.w }, (_, x) => median(a.data, x, a.h, a.w))
  const ends = [rows, columns].map(light => {
    const n = light.length
    const [first, last] = endsOf(light, high)
    if (first < 0) return null
    const paper = endsOf(light, 0.95 * percentile(light.filter(v => v >= high), 0.5))
    const [start, end] = [paper[0] - first, last - paper[1]].map(by => clip(by, Math.floor(n / 30), Math.floor(n / 10)))
    return [first + (first > 0 ? start : 0), last + 1 - (last + 1 < n ? end : 0)]
  })
  if (ends.includes(null)) return a
  const [[top, bottom], [left, right]] = ends
  if (!top && !left && bottom === a.h && right === a.w) return a
  const inner = { w: Math.max(0, right - left), h: Math.max(0, bottom - top) }
  inner.data = new Uint8Array(inner.w * inner.h)
  for (let y = 0; y < inner.h; y++)
    for (let x = 0; x < inner.w; x++) inner.data[y * inner.w + x] = a.data[(y + top) * a.w + x + left]
  if (!inner.data.length || median(inner.data) < 2.5 * high) return a
  const filledIn = { ...a, data: new Uint8Array(a.data.length).fill(Math.trunc(median(everyFourth(inner)))) }
  for (let y = 0; y < inner.h; y++)
    for (let x = 0; x < inner.w; x++) filledIn.data[(y + top) * a.w + x + left] = inner.data[y * inner.w + x]
  return filledIn
}

// How much each pixel of a page looks like ink, printed lines not yet taken away
export function pageContrast(grey, learnt) {
  const whole = withoutMargins(grey)
  const { isNegative, colours } = bestBackground(smallCopy(whole, 256), learnt)
  return contrastTo(isNegative ? negative(whole) : whole, colours)
}

// Which pixels are ink; none where nothing stands out
export function inkMask(ink) {
  const counts = histogram(ink)
  const [high, level] = inkLevel(counts)
  const least = high >= Math.max(20, 3 * paperGrain(counts)) ? level : 255
  return above(ink, least)
}

