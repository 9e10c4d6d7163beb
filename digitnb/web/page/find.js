// Where a picture's number is: the rules are cut out, and from the blob with the most ink its row is followed to both sides.
// Good enough for a first frame.

import { inkMask, pageContrast } from './background.js'
import { boxAround, mayBeDigit } from './boxes.js'
import { blurred, erode, filled, findBlobs } from './morphology.js'
import { cutOff, only, rulesOf, size, tallest } from './nets.js'
import { median, withoutRules } from './rules.js'

const LEAST = 0.3 // of the height of a row: its lowest digits
const [GAP, NEAR, DUST] = [1.5, 0.75, 0.12] // of it: between digits, from a digit to a sign, and what is no sign
const PAPER = 0.3 // of it, around all
const [SHEET, BLANK, EDGE] = [0.2, 0.75, 9] // of the picture, of its own area, and pixels: a sheet, what is paper of it, its edge

const isDash = (blob, tall) => blob.w > tall && blob.w > 4 * blob.h
const isPatch = (blob, tall) => Math.min(blob.w, blob.h) > tall && blob.area > 0.6 * blob.w * blob.h
const largest = blobs => blobs.reduce((best, blob) => (blob.area > best.area ? blob : best))
const gap = (a, b) => Math.max(a.x - b.x - b.w, b.x - a.x - a.w)

// The box of the row; over a rule it goes only from one box with a single digit to the next
export function rowOf(digits, others = digits, isParted = () => false) {
  const main = largest(digits)
  const large = digits.filter(blob => blob.h >= LEAST * main.h && blob.h <= main.h / LEAST)
  function band(row, blob) { // top and bottom of what is nearest in the row
    const beside = [...row].sort((a, b) => gap(a, blob) - gap(b, blob)).slice(0, 3)
    return [median(beside.map(one => one.y)), median(beside.map(one => one.y + one.h))]
  }
  function isBeside(row, blob) {
    const [top, bottom] = band(row, blob)
    return Math.min(bottom, blob.y + blob.h) - Math.max(top, blob.y) > 0.5 * Math.min(blob.h, bottom - top)
  }
  const isNear = (a, b) => gap(a, b) < GAP * Math.max(a.h, b.h)
  const isAlone = one => !large.some(other => other !== one && isNear(one, other) && isBeside([one], other) && !isParted(one, other))
  const joins = (one, blob) => isNear(one, blob) && (!isParted(one, blob) || (isAlone(one) && isAlone(blob)))
  const row = [main]
  for (let next = main; next; ) {
    const near = large.filter(blob => !row.includes(blob) && row.some(one => joins(one, blob)) && isBeside(row, blob))
    const far = blob => Math.min(...row.map(one => gap(one, blob)))
    next = near.reduce((best, blob) => (best && far(best) <= far(blob) ? best : blob), null)
    if (next) row.push(next)
  }
  function isSign(blob) {
    const [[top, bottom], middle] = [band(row, blob), blob.y + blob.h / 2]
    const isAt = middle > top - 0.3 * main.h && middle < bottom + 0.3 * main.h
    return isAt && size(blob) > DUST * main.h && row.some(one => gap(one, blob) < NEAR * main.h)
  }
  return boxAround([...row, ...others.filter(blob => blob.h < LEAST * main.h && isSign(blob))])
}

// A light sheet on a dark desk looks like ink, most of it and all around: its writing is what is paler there
function onSheet(ink) {
  const mask = inkMask(ink)
  const n = data => data.reduce((sum, value) => sum + value, 0)
  if (n(mask.data) < SHEET * ink.data.length) return ink
  const { labels, blobs } = findBlobs(filled(mask))
  const sheet = largest(blobs)
  const whole = only(labels, [sheet])
  const blank = n(mask.data.map((value, i) => value & whole.data[i]))
  if (sheet.area < SHEET * ink.data.length || blank < BLANK * sheet.area) return ink
  const inside = erode(whole, EDGE).data
  const level = median(ink.data.filter((_, i) => inside[i]))
  return { ...ink, data: ink.data.map((value, i) => (inside[i] ? Math.abs(value - level) : 0)) }
}

// [x, y, w, h] in the picture `whole`, of its grey copy; all of it where nothing is found
export function findLine(grey, whole, learnt) {
  const mask = inkMask(withoutRules(onSheet(blurred(pageContrast(grey, learnt)))))
  const inked = findBlobs(mask)
  const tall = tallest(inked.blobs.filter(blob => mayBeDigit(inked.labels, blob)), inked.blobs)
  const rules = rulesOf(inked, tall)
  const { labels, blobs } = rules ? findBlobs(cutOff(mask, rules.all)) : inked
  const written = blobs.filter(blob => !isDash(blob, tall) && !isPatch(blob, tall))
  const likely = written.filter(blob => mayBeDigit(labels, blob))
  if (!likely.length) return [0, 0, whole.w, whole.h]
  function isParted(a, b) { // by an upright rule
    const [left, right] = [a, b].map(blob => blob.x + (blob.w >> 1)).sort((one, other) => one - other)
    const y = (Math.max(a.y, b.y) + Math.min(a.y + a.h, b.y + b.h)) >> 1
    return rules?.upright.data.subarray(y * mask.w + left, y * mask.w + right).includes(1)
  }
  const [x, y, w, h] = rowOf(likely, written, isParted)
  const [k, paper] = [whole.w / grey.w, PAPER * h]
  return [x - paper, y - paper, w + 2 * paper, h + 2 * paper].map(value => value * k)
}
