// Grey pictures and masks, pixel by pixel among their neighbours, as OpenCV does it.

import { picture, toByte } from './pixels.js'

// The least or the most of a window along rows or columns; what lies outside is `outside`, or left out where that is null.
// Of the values in the window only those are kept, in a queue, that may still become the answer.
function along(a, reach, isMost, vertical, outside) {
  const [n, step, lines, stride] = vertical ? [a.h, a.w, a.w, 1] : [a.w, 1, a.h, a.w]
  const [from, to] = [a.data, new a.data.constructor(a.data.length)]
  const queue = new Int32Array(n)
  for (let line = 0; line < lines; line++) {
    const start = line * stride
    let [head, tail] = [0, 0]
    for (let next = 0; next < n + reach; next++) {
      if (next < n) {
        const value = from[start + next * step]
        while (tail > head && (isMost ? from[start + queue[tail - 1] * step] <= value : from[start + queue[tail - 1] * step] >= value)) tail--
        queue[tail++] = next
      }
      const at = next - reach
      if (at < 0) continue
      if (queue[head] < at - reach) head++
      let best = from[start + queue[head] * step]
      const isCut = outside !== null && (at < reach || at > n - 1 - reach)
      if (isCut && (isMost ? outside > best : outside < best)) best = outside
      to[start + at * step] = best
    }
  }
  return { ...a, data: to }
}

function window(a, wide, high, isMost, outside) {
  let one = a
  if (wide > 1) one = along(one, wide >> 1, isMost, false, outside)
  if (high > 1) one = along(one, high >> 1, isMost, true, outside)
  return one
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

function withEllipse(a, side, isMost) { // the picture goes on beyond its edges as they are
  const widened = new Map()
  const rows = ellipse(side)
  for (const [, reach] of rows) if (!widened.has(reach)) widened.set(reach, along(a, reach, isMost, false, null).data)
  const data = new Uint8Array(a.data.length).fill(isMost ? 0 : 255)
  for (const [dy, reach] of rows) {
    const wide = widened.get(reach)
    for (let y = 0, i = 0; y < a.h; y++) {
      const from = Math.min(Math.max(y + dy, 0), a.h - 1) * a.w
      for (let x = 0; x < a.w; x++, i++) {
        const value = wide[from + x]
        if (isMost ? value > data[i] : value < data[i]) data[i] = value
      }
    }
  }
  return { ...a, data }
}
export const closedByEllipse = (a, side) => withEllipse(withEllipse(a, side, true), side, false)

// The picture with all its ditches filled, but for those that reach its edge: water is let out from there, down and up again
export function filled(a) {
  const { w, h, data } = a
  const water = new Uint8Array(data.length).fill(255)
  for (let x = 0; x < w; x++) for (const y of [0, h - 1]) water[y * w + x] = data[y * w + x]
  for (let y = 0; y < h; y++) for (const x of [0, w - 1]) water[y * w + x] = data[y * w + x]
  let isMoving = true
  function lower(i, sign) { // by the four neighbours that came before
    let least = water[i]
    if (least === data[i]) return
    const [side, above] = [water[i - sign], i - sign * w]
    if (side < least) least = side
    if (water[above] < least) least = water[above]
    if (water[above - 1] < least) least = water[above - 1]
    if (water[above + 1] < least) least = water[above + 1]
    if (least < data[i]) least = data[i]
    if (least >= water[i]) return
    water[i] = least
    isMoving = true
  }
  while (isMoving) {
    isMoving = false
    for (let y = 1; y < h - 1; y++) for (let x = 1; x < w - 1; x++) lower(y * w + x, 1)
    for (let y = h - 2; y > 0; y--) for (let x = w - 2; x > 0; x--) lower(y * w + x, -1)
  }
  return { ...a, data: water }
}

const BELL = [6, 58, 128, 58, 6] // of sigma .8, in 256ths

// cv2.GaussianBlur(a, (0, 0), .8), mirrored at its edges
export function blurred(a) {
  const { w, h } = a
  const mirror = (i, n) => (n === 1 ? 0 : i < 0 ? -i : i >= n ? 2 * n - 2 - i : i)
  const rows = new Int32Array(w * h)
  const data = new Uint8Array(w * h)
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      let sum = 0
      for (let k = 0; k < 5; k++) sum += BELL[k] * a.data[y * w + mirror(x + k - 2, w)]
      rows[y * w + x] = sum
    }
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      let sum = 32768
      for (let k = 0; k < 5; k++) sum += BELL[k] * rows[mirror(y + k - 2, h) * w + x]
      data[y * w + x] = sum >> 16
    }
  return { ...a, data }
}

// Connected pieces of what isn't 0, corners too: their labels, and [{ label, x, y, w, h, area }]
export function findBlobs(a) {
  const { w, h } = a
  const labels = new Int32Array(w * h)
  const blobs = []
  const stack = []
  function visit(x, y, label) {
    if (x < 0 || y < 0 || x >= w || y >= h || labels[y * w + x] || !a.data[y * w + x]) return
    labels[y * w + x] = label
    stack.push(x, y)
  }
  for (let y0 = 0; y0 < h; y0++)
    for (let x0 = 0; x0 < w; x0++) {
      if (labels[y0 * w + x0] || !a.data[y0 * w + x0]) continue
      const label = blobs.length + 1
      let [left, right, top, bottom, area] = [x0, x0, y0, y0, 0]
      visit(x0, y0, label)
      while (stack.length) {
        const y = stack.pop()
        const x = stack.pop()
        area += 1
        if (x < left) left = x
        if (x > right) right = x
        if (y < top) top = y
        if (y > bottom) bottom = y
        for (let v = y - 1; v <= y + 1; v++) for (let u = x - 1; u <= x + 1; u++) visit(u, v, label)
      }
      blobs.push({ label, x: left, y: top, w: right - left + 1, h: bottom - top + 1, area })
    }
  return { labels: { w, h, data: labels }, blobs }
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
  const far = new Float64Array(wide * (h + 4)).fill(2 ** 29)
  const ways = [[-1, 0, side], [0, -1, side], [-1, -1, corner], [1, -1, corner]]
  if (knight) for (const [x, y] of [[-1, -2], [1, -2], [-2, -1], [2, -1]]) ways.push([x, y, knight])
  const steps = ways.map(([x, y, length]) => [y * wide + x, length])
  function relax(x, y, sign) {
    const at = (y + 2) * wide + x + 2
    if (!mask.data[y * w + x]) {
      far[at] = 0
      return
    }
    for (const [step, length] of steps) far[at] = Math.min(far[at], far[at + sign * step] + length)
  }
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) relax(x, y, 1)
  for (let y = h - 1; y >= 0; y--) for (let x = w - 1; x >= 0; x--) relax(x, y, -1)
  const data = new Float32Array(w * h)
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) data[y * w + x] = far[(y + 2) * wide + x + 2] / 65536
  return { w, h, data }
}

// cv2.divide(a, b, scale=255), of bytes
export const divided = (a, b) => (b ? toByte(Math.fround(Math.fround(a * 255) / b)) : 0)
