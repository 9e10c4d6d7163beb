// Grey pictures and masks, pixel by pixel among their neighbours, as OpenCV does it.

import { excess, pad, part, picture, roundEven } from './pixels.js'

// Each value becomes the larger of itself and another, or the smaller
function join(data, from, to, others, step, isMost) {
  for (let i = from; i < to; i++) {
    const [value, other] = [data[i], others[i + step]]
    data[i] = isMost ? value + excess(other, value) : value - excess(value, other)
  }
}

// The least or the most in windows of `many` values, each `step` after the other, of those in windows of `known`
function widen(data, known, many, step, isMost) {
  for (let now = known; now < many; ) {
    const more = Math.min(now, many - now)
    join(data, 0, data.length - more * step, data, more * step, isMost)
    now += more
  }
}

// The least or the most of windows; what lies outside is `outside`, or left out where that is null
function window(a, wide, high, isMost, outside) {
  const [x, y] = [wide >> 1, high >> 1]
  const all = part(a, -x, -y, a.w + 2 * x, a.h + 2 * y, outside ?? (isMost ? 0 : 255))
  widen(all.data, 1, wide, 1, isMost)
  widen(all.data, 1, high, all.w, isMost)
  return part(all, 0, 0, a.w, a.h)
}
// Windows have odd sides
export const erode = (a, wide = 3, high = wide, outside = null) => window(a, wide, high, false, outside)
export const dilate = (a, wide = 3, high = wide, outside = null) => window(a, wide, high, true, outside)
export const opened = (a, wide, high, outside = null) => dilate(erode(a, wide, high, outside), wide, high, outside)
export const closed = (a, side) => erode(dilate(a, side), side)

// How far an ellipse reaches to each side, row by row
function ellipse(side) {
  const r = side >> 1
  return Array.from({ length: side }, (_, i) => [i - r, Math.round(r * Math.sqrt(Math.max(0, r * r - (i - r) ** 2) / (r * r)))])
}

function withEllipse(a, side, isMost) {
  const [r, outside] = [side >> 1, isMost ? 0 : 255]
  const row = part(a, -r, 0, a.w + 2 * r, a.h, outside) // becomes wider, reach by reach
  const all = { ...row, data: new Uint8Array(row.data.length).fill(outside) }
  let known = 0
  for (const [dy, reach] of ellipse(side).sort((one, other) => one[1] - other[1])) {
    widen(row.data, 2 * known + 1, 2 * reach + 1, 1, isMost)
    known = reach
    join(all.data, row.w * Math.max(0, -dy) + reach, row.w * Math.min(a.h, a.h - dy), row.data, row.w * dy - reach, isMost)
  }
  return part(all, r, 0, a.w, a.h)
}
export const closedByEllipse = (a, side) => withEllipse(withEllipse(a, side, true), side, false)

// The picture with all its ditches filled, but for those that reach its edge: water comes from there, and rises
export function filled(a) {
  const { w, h, data } = pad(a, 1)
  const water = new Uint8Array(w * h)
  const isWet = new Uint8Array(w * h).fill(1)
  for (let y = 1; y <= a.h; y++) isWet.fill(0, y * w + 1, y * w + 1 + a.w)
  const [last, before] = [new Int32Array(256).fill(-1), new Int32Array(w * h)] // the pixels of each level, as lists
  function wet(i, above) {
    if (isWet[i]) return
    const level = Math.max(above, data[i])
    isWet[i] = 1
    water[i] = level
    before[i] = last[level]
    last[level] = i
  }
  for (let x = 1; x <= a.w; x++) for (const y of [1, a.h]) wet(y * w + x, 0)
  for (let y = 1; y <= a.h; y++) for (const x of [1, a.w]) wet(y * w + x, 0)
  for (let level = 0; level < 256; level++)
    while (last[level] >= 0) {
      const i = last[level]
      last[level] = before[i]
      for (let v = i - w; v <= i + w; v += w) for (let u = v - 1; u <= v + 1; u++) wet(u, level)
    }
  return part({ w, h, data: water }, 1, 1, a.w, a.h)
}

const BELL = [6, 58, 128] // of sigma .8, in 256ths, as far as its middle

// cv2.GaussianBlur(a, (0, 0), .8), mirrored at its edges
export function blurred(a) {
  const { w, h, data } = a
  const mirrored = n => Int32Array.from({ length: n + 4 }, (_, i) => (n === 1 ? 0 : n - 1 - Math.abs(n - 1 - Math.abs(i - 2))))
  const [far, near, here] = BELL
  const rows = new Int32Array(w * h)
  const across = mirrored(w)
  for (let y = 0; y < h; y++) {
    const line = data.subarray(y * w, y * w + w)
    for (let x = 0; x < w; x++) {
      const [sides, ends] = [line[across[x + 1]] + line[across[x + 3]], line[across[x]] + line[across[x + 4]]]
      rows[y * w + x] = here * line[x] + near * sides + far * ends
    }
  }
  const found = new Uint8Array(w * h)
  const down = mirrored(h).map(y => y * w)
  for (let y = 0, i = 0; y < h; y++) {
    const [first, above, , below, last] = down.subarray(y, y + 5)
    for (let x = 0; x < w; x++, i++) {
      const [sides, ends] = [rows[above + x] + rows[below + x], rows[first + x] + rows[last + x]]
      found[i] = (32768 + here * rows[i] + near * sides + far * ends) >> 16
    }
  }
  return { w, h, data: found }
}

// Connected pieces of what isn't 0, corners too: their labels, and [{ label, x, y, w, h, area }]
export function findBlobs(a) {
  const { w, h, data } = pad(a, 1)
  const labels = new Int32Array(w * h)
  const blobs = []
  const stack = new Int32Array(a.data.length)
  for (let first = 0; first < data.length; first++) {
    if (!data[first] || labels[first]) continue
    const label = blobs.length + 1
    let [left, right, top, bottom, area, size] = [w, 0, h, 0, 0, 1]
    stack[0] = first
    labels[first] = label
    while (size) {
      const i = stack[--size]
      const y = Math.floor(i / w)
      const x = i - y * w
      area += 1
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
      for (let v = i - w; v <= i + w; v += w)
        for (let u = v - 1; u <= v + 1; u++) {
          if (!data[u] || labels[u]) continue
          labels[u] = label
          stack[size++] = u
        }
    }
    blobs.push({ label, x: left - 1, y: top - 1, w: right - left + 1, h: bottom - top + 1, area })
  }
  return { labels: part({ w, h, data: labels }, 1, 1, a.w, a.h), blobs }
}

export function blobMask(labels, blob) {
  const mask = picture(blob.w, blob.h)
  for (let y = 0; y < blob.h; y++)
    for (let x = 0; x < blob.w; x++)
      mask.data[y * blob.w + x] = labels.data[(blob.y + y) * labels.w + blob.x + x] === blob.label ? 1 : 0
  return mask
}

// How far each pixel of ink is from the paper, over steps to the side, across a corner and, with three, as a knight in chess:
// cv2.distanceTransform
const STEPS = { 3: [0.955, 1.3693], 5: [1, 1.4, 2.1969] }

export function distances(mask, size) {
  const [side, corner, knight] = STEPS[size].map(step => Math.round(step * 65536))
  const { w, h } = mask
  const wide = w + 4
  const found = new Int32Array(wide * (h + 4)).fill(2 ** 29)
  // The least way over the neighbours that came before: with `one` of 1 those above and to the left, with -1 the others
  function nearer(i, one) {
    const [above, over] = [i - one * wide, i - 2 * one * wide]
    const bySide = Math.min(found[i - one], found[above]) + side
    const byCorner = Math.min(found[above - 1], found[above + 1]) + corner
    const least = Math.min(found[i], bySide, byCorner)
    if (!knight) return least
    return Math.min(least, Math.min(found[over - 1], found[over + 1], found[above - 2], found[above + 2]) + knight)
  }
  for (let y = 0; y < h; y++)
    for (let x = 0, i = (y + 2) * wide + 2; x < w; x++, i++) found[i] = mask.data[y * w + x] ? nearer(i, 1) : 0
  const data = new Float32Array(w * h)
  for (let y = h - 1; y >= 0; y--)
    for (let x = w - 1, i = (y + 2) * wide + x + 2; x >= 0; x--, i--) {
      if (found[i]) found[i] = nearer(i, -1)
      data[y * w + x] = found[i] / 65536
    }
  return { w, h, data }
}

// cv2.divide(a, b, scale=255), of bytes, the first no more than the second
export const divided = (a, b) => (b ? roundEven(Math.fround(Math.fround(a * 255) / b)) : 0)
