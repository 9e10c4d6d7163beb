// Grey pictures, made smaller and larger as OpenCV does it. A picture is { w, h, data }, rows after each other.

export const picture = (w, h, data = new Uint8Array(w * h)) => ({ w, h, data })

// Half to even, as Python and OpenCV round
export function roundEven(x) {
  const near = Math.round(x)
  return near - x === 0.5 && near % 2 ? near - 1 : near
}

export const clip = (x, low, high) => Math.min(Math.max(x, low), high)
const likeIt = (a, length) => new a.data.constructor(length)
export const toByte = x => clip(roundEven(x), 0, 255)

// The part of a picture from x, y on; `fill` is what lies outside
export function part(a, x, y, w, h, fill = 0) {
  const data = likeIt(a, w * h)
  for (let j = 0; j < h; j++)
    for (let i = 0; i < w; i++) {
      const u = x + i
      const v = y + j
      const inside = u >= 0 && v >= 0 && u < a.w && v < a.h
      data[j * w + i] = inside ? a.data[v * a.w + u] : fill
    }
  return { w, h, data }
}

// The least box that holds all that isn't 0: [x, y, w, h]; all 0 where there is nothing
export function boundingBox(a, isInk = value => value !== 0) {
  let [left, top, right, bottom] = [a.w, a.h, -1, -1]
  for (let y = 0, i = 0; y < a.h; y++)
    for (let x = 0; x < a.w; x++, i++) {
      if (!isInk(a.data[i])) continue
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      bottom = y
    }
  return right < 0 ? [0, 0, 0, 0] : [left, top, right - left + 1, bottom - top + 1]
}

export const crop = a => part(a, ...boundingBox(a))
export const pad = (a, by, fill = 0) => part(a, -by, -by, a.w + 2 * by, a.h + 2 * by, fill)

const scaleOf = (size, wanted) => 1 / (wanted / size) // as OpenCV rounds it

// For shrinking: the first pixel that each new pixel covers, and how much of it and of the next ones; those of new pixel i
// are shares[ends[i]] to shares[ends[i + 1]]
function cells(size, wanted) {
  const scale = scaleOf(size, wanted)
  const [from, ends, shares] = [new Int32Array(wanted), new Int32Array(wanted + 1), []]
  for (let i = 0; i < wanted; i++) {
    const [start, end] = [i * scale, i * scale + scale]
    const width = Math.min(scale, size - start)
    const last = Math.min(Math.floor(end), size - 1)
    const first = Math.min(Math.ceil(start), last)
    const isCut = first - start > 1e-3
    from[i] = isCut ? first - 1 : first
    if (isCut) shares.push((first - start) / width)
    for (let at = first; at < last; at++) shares.push(1 / width)
    if (end - last > 1e-3) shares.push(Math.min(end - last, 1, width) / width)
    ends[i + 1] = shares.length
  }
  return { from, ends, shares: Float32Array.from(shares) }
}

// Which two pixels each new pixel lies between, and how near to the second. Past the ends of a row OpenCV takes the last
// pixel once; past the first and last row it takes that row twice, which rounds otherwise.
function pairs(size, wanted, inCells, twice) {
  const scale = scaleOf(size, wanted)
  return Array.from({ length: wanted }, (_, i) => {
    const middle = Math.fround((i + 0.5) * scale - 0.5)
    const at = Math.floor(inCells ? i * scale : middle)
    let near = Math.fround(inCells ? i + 1 - (at + 1) * (wanted / size) : middle - at)
    if (inCells) near = near <= 0 ? 0 : near - Math.floor(near)
    if (!twice && (at < 0 || at >= size - 1)) near = 0
    return [clip(at, 0, size - 1), clip(at + 1, 0, size - 1), near]
  })
}

function average(a, w, h) {
  const [across, down] = [cells(a.w, w), cells(a.h, h)]
  const isByte = a.data instanceof Uint8Array
  const data = likeIt(a, w * h)
  const { fround } = Math
  const row = new Float32Array(w)
  const sums = new Float32Array(w)
  let known = -1 // the row of the picture that `row` is of
  function take(y) {
    if (y === known) return
    known = y
    for (let i = 0; i < w; i++) {
      const [begin, end] = [across.ends[i], across.ends[i + 1]]
      let at = y * a.w + across.from[i]
      let sum = 0
      for (let k = begin; k < end; k++) sum = fround(sum + fround(a.data[at++] * across.shares[k]))
      row[i] = sum
    }
  }
  for (let j = 0; j < h; j++) {
    sums.fill(0)
    for (let k = down.ends[j]; k < down.ends[j + 1]; k++) {
      take(down.from[j] + k - down.ends[j])
      for (let i = 0; i < w; i++) sums[i] += fround(down.shares[k] * row[i])
    }
    for (let i = 0; i < w; i++) data[j * w + i] = isByte ? toByte(sums[i]) : sums[i]
  }
  return { w, h, data }
}

function wholeAverage(a, w, h) {
  const [across, down] = [a.w / w, a.h / h]
  const isByte = a.data instanceof Uint8Array
  const data = likeIt(a, w * h)
  const share = Math.fround(1 / (across * down))
  for (let j = 0; j < h; j++)
    for (let i = 0; i < w; i++) {
      let sum = 0
      for (let y = j * down; y < (j + 1) * down; y++)
        for (let x = i * across; x < (i + 1) * across; x++) sum += a.data[y * a.w + x]
      const isFour = across === 2 && down === 2
      data[j * w + i] = isByte ? (isFour ? (sum + 2) >> 2 : toByte(Math.fround(sum * share))) : sum * share
    }
  return { w, h, data }
}

// In eleven bits, as OpenCV does it with bytes
function between(a, w, h, inCells) {
  const fixed = pair => [pair[0], pair[1], roundEven((1 - pair[2]) * 2048), roundEven(pair[2] * 2048)]
  const [across, down] = [pairs(a.w, w, inCells).map(fixed), pairs(a.h, h, inCells, true).map(fixed)]
  const data = new Uint8Array(w * h)
  const row = y => Int32Array.from(across, ([x, next, one, two]) => a.data[y * a.w + x] * one + a.data[y * a.w + next] * two)
  const rows = new Map()
  const get = y => rows.get(y) ?? rows.set(y, row(y)).get(y)
  down.forEach(([y, next, one, two], j) => {
    const [above, below] = [get(y), get(next)]
    for (let i = 0; i < w; i++)
      data[j * w + i] = clip((((one * (above[i] >> 4)) >> 16) + ((two * (below[i] >> 4)) >> 16) + 2) >> 2, 0, 255)
    for (const old of rows.keys()) if (old < y) rows.delete(old)
  })
  return { w, h, data }
}

// Through four pixels each way, as OpenCV's INTER_CUBIC, of floats
export function resizeCubic(a, w, h) {
  const near = (size, wanted) =>
    Array.from({ length: wanted }, (_, i) => {
      const middle = (i + 0.5) * scaleOf(size, wanted) - 0.5
      const at = Math.floor(middle)
      const [A, x] = [-0.75, middle - at]
      const outer = t => ((A * (t + 1) - 5 * A) * (t + 1) + 8 * A) * (t + 1) - 4 * A
      const inner = t => ((A + 2) * t - (A + 3)) * t * t + 1
      const shares = [outer(x), inner(x), inner(1 - x)]
      return [...shares, 1 - shares[0] - shares[1] - shares[2]].map((share, k) => [clip(at - 1 + k, 0, size - 1), share])
    })
  const [across, down] = [near(a.w, w), near(a.h, h)]
  const rows = Array.from({ length: a.h }, (_, y) => across.map(shares => shares.reduce((sum, [x, share]) => sum + share * a.data[y * a.w + x], 0)))
  const data = Float32Array.from({ length: w * h }, (_, i) =>
    down[Math.floor(i / w)].reduce((sum, [y, share]) => sum + share * rows[y][i % w], 0))
  return { w, h, data }
}

// cv2.resize with INTER_AREA (`byArea`) or INTER_LINEAR, of bytes; or of floats, which only shrink
export function resize(a, w, h, byArea) {
  if (w === a.w && h === a.h) return { w, h, data: a.data.slice() }
  if (byArea && a.w >= w && a.h >= h) return a.w % w || a.h % h ? average(a, w, h) : wholeAverage(a, w, h)
  return between(a, w, h, byArea)
}
