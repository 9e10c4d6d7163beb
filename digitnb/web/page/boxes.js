// The characters of a strip that stand alone, as MNIST would have made them: digitnb.ink and digitnb.numbers.

import { inkMask, pageContrast } from './background.js'
import { centre, fitBox } from './digit.js'
import { blobMask, blurred, dilate, distances, findBlobs } from './morphology.js'
import { above, boundingBox, clip, crop, most, pad, part, roundEven } from './pixels.js'
import { withoutRules } from './rules.js'
import { HEIGHT, MARGIN, shrink } from './strip.js'

const count = mask => mask.data.reduce((sum, value) => sum + value, 0)

// The mean width of the strokes
function widthAtRidge({ w, data }) { // there is paper at all edges
  const around = [-w - 1, -w, -w + 1, -1, 1, w - 1, w, w + 1]
  let [sum, n] = [0, 0]
  for (let i = 0; i < data.length; i++)
    if (data[i] > 0 && around.every(step => data[i + step] <= data[i])) {
      sum += data[i]
      n += 1
    }
  return (2 * sum) / n - 1
}

// A digit at a fine scale, written with MNIST's pen
function setPen(mask) {
  const [pen, fine] = [2.4, 5]
  const fit = fitBox({ ...mask, data: Float32Array.from(mask.data) }, 20 * fine)
  const least = 0.5 * Math.min(1, most(fit.data))
  const big = pad(above(fit, least), 2 * fine)
  const inside = distances(big, 5)
  const outside = distances({ ...big, data: big.data.map(value => 1 - value) }, 5)
  const width = widthAtRidge(inside)
  const by = Math.max((pen * fine - width) / 2, -0.35 * width) + 0.5
  for (let i = 0; i < inside.data.length; i++) inside.data[i] = clip(inside.data[i] - outside.data[i] + by, 0, 1)
  return inside
}

// The ink with its greys and its own pen, made smaller
function greyBox(ink, mask) {
  const near = dilate(mask)
  const darkest = ink.data.filter((_, i) => mask.data[i]).sort()
  const black = darkest[Math.trunc(0.9 * darkest.length)]
  const grey = new Float32Array(ink.data.length)
  for (let i = 0; i < grey.length; i++) if (near.data[i] && ink.data[i] / black >= 0.06) grey[i] = Math.min(ink.data[i] / black, 1)
  const box = fitBox(crop({ ...ink, data: grey }))
  return centre({ ...box, data: box.data.map(value => clip(value, 0, 1)) })
}

function boxed(ink, mask) {
  const cut = crop(mask)
  const longest = Math.max(cut.w, cut.h)
  const width = widthAtRidge(distances(pad(cut, 1), 5))
  const isWide = (width * 20) / longest >= 1.6
  return isWide || longest < 60 ? greyBox(ink, mask) : centre(fitBox(crop(setPen(cut))))
}

const isMostly = (cells, share) => cells.reduce((sum, value) => sum + value, 0) / cells.length > share

function isFrame(mask) {
  const { w, h, data } = mask
  if (Math.min(w, h) < 16) return false
  const [u, v] = [Math.max(2, Math.floor(h / 12)), Math.max(2, Math.floor(w / 12))]
  const range = n => [...Array(n).keys()]
  const any = (x0, y0, wide, high) => (range(high).some(y => range(wide).some(x => data[(y0 + y) * w + x0 + x])) ? 1 : 0)
  const sides = [
    range(w).map(x => any(x, 0, 1, u)), range(w).map(x => any(x, h - u, 1, u)),
    range(h).map(y => any(0, y, v, 1)), range(h).map(y => any(w - v, y, v, 1)),
  ]
  const middle = part(mask, 2 * v, 2 * u, Math.max(0, w - 4 * v), Math.max(0, h - 4 * u))
  return sides.every(side => isMostly(side, 0.9)) && count(middle) / middle.data.length < 0.02
}

function isBlot(labels, blob) {
  const radius = 0.36 * Math.max(blob.w, blob.h)
  return blob.area >= 3 * radius ** 2 && most(distances(pad(blobMask(labels, blob), 1), 3).data) > radius
}

export function mayBeDigit(labels, blob) {
  const [short, long] = [Math.min(blob.w, blob.h), Math.max(blob.w, blob.h)]
  if (blob.h < 6 || blob.area < 12 || long > 30 * short) return false
  if (long > 0.9 * Math.max(labels.w, labels.h) || (blob.w > 0.85 * labels.w && blob.h < 0.1 * labels.h)) return false
  if (isFrame(blobMask(labels, blob))) return false
  return !(blob.area > 0.5 * blob.w * blob.h && short > 12 && isBlot(labels, blob))
}

export function boxAround(blobs) {
  const [left, top] = [Math.min(...blobs.map(b => b.x)), Math.min(...blobs.map(b => b.y))]
  return [left, top, Math.max(...blobs.map(b => b.x + b.w)) - left, Math.max(...blobs.map(b => b.y + b.h)) - top]
}

// The ink of a picture of a line, its blobs and their labels; and how much higher than a strip it is
export function inkOf(grey, learnt, highest = 128) {
  const small = shrink(grey, roundEven(Math.max(grey.w, grey.h) * Math.min(1, highest / grey.h)))
  const contrast = pageContrast(small, learnt)
  const ink = pad(withoutRules(Math.max(contrast.w, contrast.h) >= 150 ? blurred(contrast) : contrast), 2)
  const { labels, blobs } = findBlobs(inkMask(ink))
  return { ink, labels, blobs: blobs.filter(blob => blob.h >= 6 && blob.area >= 12), scale: small.h / HEIGHT }
}

// Number of a place -> its picture, of those that no blob joins to another; `places` are the columns of characters and words
// of the first look, `borders` what parts them
export function alone({ ink, labels, blobs, scale }, places, borders, stretched) {
  const inInk = x => (x / stretched) * scale + 2
  const middles = places.map(place => inInk(2 * place + 1 - MARGIN))
  const between = borders.map(inInk)
  const owners = blobs.map(blob => between.filter(x => x < blob.x + blob.w / 2).length)
  const joins = blobs.map((blob, n) => middles.flatMap((middle, i) => {
    const isNear = Math.abs(blob.x + blob.w / 2 - middle) < 0.4 * blob.w
    return isNear && owners[n] !== i ? [i] : []
  }))
  const joined = new Set(joins.flatMap((others, n) => (others.length ? [...others, owners[n]] : [])))
  const pictures = new Map()
  for (const i of places.keys()) {
    if (joined.has(i) || !owners.includes(i)) continue
    const own = blobs.filter((_, n) => owners[n] === i)
    const around = [-1, -1, 2, 2].map((by, k) => boxAround(own)[k] + by) // a pixel of paper on each side
    const marks = new Set(own.map(blob => blob.label))
    const cut = part(labels, ...around)
    pictures.set(i, boxed(part(ink, ...around), { ...cut, data: Uint8Array.from(cut.data, label => (marks.has(label) ? 1 : 0)) }))
  }
  return pictures
}

// Where the part of a character of a strip of 48 pixels ends: in the middle of the widest place with least ink, which is
// sought from its own ink on; each of the places has ink
export function partsOf(strip, places) {
  const ink = new Uint8Array(strip.w)
  strip.data.forEach((value, i) => { ink[i % strip.w] += value > 128 })
  const middles = places.map(place => clip(2 * place + 1 - MARGIN, 0, strip.w - 1))
  const borders = [0]
  for (const [i, end] of middles.slice(1).entries()) {
    const own = ink.subarray(borders.at(-1), Math.max(middles[i] + 1, end)).findIndex(value => value > 0)
    const left = own < 0 ? middles[i] : Math.max(middles[i], borders.at(-1) + own)
    const right = Math.max(left + 1, end)
    const least = Math.min(...ink.subarray(left, right))
    let [from, to] = [left, left]
    for (let [x, start] = [left, left]; x < right; x++) {
      if (ink[x] !== least) start = x + 1
      else if (x + 1 - start > to - from) [from, to] = [start, x + 1]
    }
    borders.push(Math.floor((from + to) / 2))
  }
  return borders.slice(1)
}

// A strip of 48 pixels, cut at the borders: where each part begins, and the part
const partsBetween = (strip, borders) => [0, ...borders].map((left, i) => {
  const w = Math.max(0, (borders[i] ?? strip.w) - left)
  return [left, part(strip, left, 0, w, strip.h)]
})
const isInk = value => value > 128

// The box of the ink of each part; where there is none, the part
export function inkBoxes(strip, borders) {
  return partsBetween(strip, borders).map(([left, own]) => {
    const [x, y, w, h] = boundingBox(own, isInk)
    return w ? [left + x, y, w, h] : [left, 0, Math.max(1, own.w), HEIGHT]
  })
}

// Whether each part has any ink
export const areInked = (strip, borders) => partsBetween(strip, borders).map(([, own]) => own.data.some(isInk))
