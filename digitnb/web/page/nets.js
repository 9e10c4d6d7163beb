// Printed rules, frames and nets, and underlines: digitnb.pages.layout.

import { findBlobs } from './morphology.js'
import { picture } from './pixels.js'

const REACH = 4 // pixels, from the middle of a rule to what crosses it

export const size = blob => Math.max(blob.w, blob.h)
const thickness = blob => Math.min(blob.w, blob.h)
const isLine = blob => blob.area < 0.1 * blob.w * blob.h || 12 * thickness(blob) < size(blob)

// How tall digits are: as most are or as three are, whichever is more; where all are part of a net, nearly as high as that
export function tallest(digits, blobs) {
  const heights = digits.filter(blob => !isLine(blob)).map(blob => blob.h).sort((a, b) => b - a)
  if (!heights.length) return 0.75 * Math.max(0, ...blobs.map(blob => blob.h))
  const votes = h => Math.sqrt(h) * heights.filter(other => other > 0.7 * h && other < 1.4 * h).length
  const common = heights.reduce((best, h) => (votes(h) > votes(best) ? h : best))
  return Math.max(common, heights[2] ?? 0)
}

// The mask of some blobs
export function only(labels, blobs) {
  const isOne = new Uint8Array(labels.data.length + 1)
  for (const { label } of blobs) isOne[label] = 1
  const mask = picture(labels.w, labels.h)
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = isOne[labels.data[i]]
  return mask
}

// What is part of a run that long, a pixel of play to both sides: paper is never quite flat. A line has `n` pixels, each
// `step` after the other, and the next line begins `across` later.
function longRuns(a, least, n, step, across) {
  const [ink, found] = [a.data, picture(a.w, a.h)]
  for (let line = 0, first = 0; line < ink.length / n; line++, first += across)
    for (let k = 0, start = 0, i = first; k <= n; k++, i += step) {
      if (k < n && (ink[i] || ink[i - across] || ink[i + across])) continue
      if (k - start >= least) for (let at = first + start * step; at < i; at += step) found.data[at] = ink[at]
      start = k + 1
    }
  return found.data
}

// Masks of all rules, and of what is upright there; null where there can't be any
export function rulesOf({ labels, blobs }, tall) {
  const isNet = blob => size(blob) > 3.5 * tall && blob.area < 0.25 * blob.w * blob.h
  const isThin = blob => size(blob) > 1.5 * tall && thickness(blob) < 0.25 * size(blob)
  const chosen = blobs.filter(blob => isNet(blob) || isThin(blob))
  if (!chosen.length) return null
  const lines = only(labels, chosen)
  const long = 1.25 * tall
  const { w: wide, h: high } = lines
  const [level, upright] = [longRuns(lines, long, wide, 1, wide), longRuns(lines, long, high, wide, 1)]
  const runs = findBlobs({ ...lines, data: level.map((value, i) => value | upright[i]) })
  const isRule = ({ w, h }) => Math.min(w, h) > long || (w > 3 * tall && h < 0.5 * tall) || (h > 3.5 * tall && w < 0.5 * tall)
  const all = only(runs.labels, runs.blobs.filter(isRule))
  return { all, upright: { ...all, data: all.data.map((value, i) => value & upright[i]) } }
}

// The mask without rules, but for what lies on them and goes on at both sides
export function cutOff(mask, rules) {
  const rest = { ...mask, data: mask.data.map((value, i) => value & ~rules.data[i]) }
  function goesOn(i, step) {
    for (let k = 1; k <= REACH; k++) if (rest.data[i + k * step]) return true
    return false
  }
  const isJoined = (i, step) => goesOn(i, step) && goesOn(i, -step)
  const data = mask.data.map((value, i) => value & (!rules.data[i] || isJoined(i, 1) || isJoined(i, mask.w)))
  return { ...mask, data }
}
