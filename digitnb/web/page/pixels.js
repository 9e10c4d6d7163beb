// Grey pictures, made smaller and larger as OpenCV does it. A picture is { w, h, data }, rows after each other.

export const picture = (w, h, data = new Uint8Array(w * h)) => ({ w, h, data })

// Half to even, as Python and OpenCV round: among numbers that large there are only whole ones
const LARGE = 1.5 * 2 ** 52
export const roundEven = x => x + LARGE - LARGE

// How much more one whole number is than another, or 0; without a jump, which a processor would have to guess
export const excess = (a, b) => (a - b) & ~((a - b) >> 31)

export const clip = (x, low, high) => Math.min(Math.max(x, low), high)
const likeIt = (a, length) => new a.data.constructor(length)
const toByte = x => clip(roundEven(x), 0, 255)

// The part of a picture from x, y on; `fill` is what lies outside
export function part(a, x, y, w, h, fill = 0) {
  const data = likeIt(a, w * h).fill(fill)
  const [left, right, bottom] = [Math.max(0, x), Math.min(a.w, x + w), Math.min(a.h, y + h)]
  if (left < right)
    for (let v = Math.max(0, y); v < bottom; v++)
      data.set(a.data.subarray(v * a.w + left, v * a.w + right), (v - y) * w + left - x)
  return { w, h, data }
}

export function most(data) {
  let found = 0
  for (let i = 0; i < data.length; i++) if (data[i] > found) found = data[i]
  return found
}

// The mask of what is more than that
export function above(a, level) {
  const mask = picture(a.w, a.h)
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = a.data[i] > level ? 1 : 0
  return mask
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
  const inBits = all => [
    all.map(([at]) => at), all.map(([, next]) => next),
    all.map(([, , near]) => roundEven((1 - near) * 2048)), all.map(([, , near]) => roundEven(near * 2048)),
  ].map(values => Int32Array.from(values))
  const [[x0, x1, left, right], [y0, y1, above, below]] = [inBits(pairs(a.w, w, inCells)), inBits(pairs(a.h, h, inCells, true))]
  const data = new Uint8Array(w * h)
  const rows = [0, 1].map(() => ({ y: -1, data: new Int32Array(w) })) // the last two that were needed
  function row(y, other) {
    const one = rows.find(known => known.y === y)
    if (one) return one.data
    const into = rows.find(known => known.y !== other)
    into.y = y
    for (let i = 0, from = y * a.w; i < w; i++) into.data[i] = (a.data[from + x0[i]] * left[i] + a.data[from + x1[i]] * right[i]) >> 4
    return into.data
  }
  for (let j = 0; j < h; j++) {
    const [upper, lower, one, two] = [row(y0[j], y1[j]), row(y1[j], y0[j]), above[j], below[j]]
    for (let i = 0; i < w; i++) data[j * w + i] = clip((((one * upper[i]) >> 16) + ((two * lower[i]) >> 16) + 2) >> 2, 0, 255)
  }
  return { w, h, data }
}

// Of each new pixel the four old ones that it lies among, and their shares
function quartets(size, wanted) {
  const [places, shares] = [new Int32Array(4 * wanted), new Float64Array(4 * wanted)]
  for (let i = 0; i < wanted; i++) {
    const middle = (i + 0.5) * scaleOf(size, wanted) - 0.5
    const at = Math.floor(middle)
    const [A, x] = [-0.75, middle - at]
    const outer = t => ((A * (t + 1) - 5 * A) * (t + 1) + 8 * A) * (t + 1) - 4 * A
    const inner = t => ((A + 2) * t - (A + 3)) * t * t + 1
    const three = [outer(x), inner(x), inner(1 - x)]
    shares.set([...three, 1 - three[0] - three[1] - three[2]], 4 * i)
    for (let k = 0; k < 4; k++) places[4 * i + k] = clip(at - 1 + k, 0, size - 1)
  }
  return { places, shares }
}

// Through four pixels each way, as OpenCV's INTER_CUBIC, of floats
export function resizeCubic(a, w, h) {
  const [across, down] = [quartets(a.w, w), quartets(a.h, h)]
  // Of pixels that lie `step` after each other
  function mixed(data, start, step, { places, shares }, i) {
    let sum = 0
    for (let k = 4 * i; k < 4 * i + 4; k++) sum += shares[k] * data[start + step * places[k]]
    return sum
  }
  const rows = new Float64Array(w * a.h)
  for (let y = 0; y < a.h; y++) for (let x = 0; x < w; x++) rows[y * w + x] = mixed(a.data, y * a.w, 1, across, x)
  const data = new Float32Array(w * h)
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) data[y * w + x] = mixed(rows, x, w, down, y)
  return { w, h, data }
}

// cv2.resize with INTER_AREA (`byArea`) or INTER_LINEAR, of bytes; or of floats, which only shrink
export function resize(a, w, h, byArea) {
  if (w === a.w && h === a.h) return { w, h, data: a.data.slice() }
  if (byArea && a.w >= w && a.h >= h) return a.w % w || a.h % h ? average(a, w, h) : wholeAverage(a, w, h)
  return between(a, w, h, byArea)
}
