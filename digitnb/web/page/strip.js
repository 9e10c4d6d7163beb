// What the line network is shown: grey strips, as digitnb.numbers makes them.

import { clip, picture, resize, roundEven } from './pixels.js'

export const [HEIGHT, GROUND, WIDEST, MARGIN] = [48, 64, 1024, 8]
const STEP = 32 // by how many pixels widths grow

export function histogram(a) {
  const counts = new Float64Array(256)
  for (let i = 0; i < a.data.length; i++) counts[a.data[i]] += 1
  return counts
}

// Smaller, if its longer side is longer than that
export function shrink(a, longest) {
  let one = a
  while (Math.max(one.w, one.h) >= 2 * longest && Math.min(one.w, one.h) > 1) {
    const [w, h] = [one.w >> 1, one.h >> 1]
    const even = picture(2 * w, 2 * h)
    for (let y = 0; y < 2 * h; y++) even.data.set(one.data.subarray(y * one.w, y * one.w + 2 * w), y * 2 * w)
    one = resize(even, w, h, true)
  }
  const k = longest / Math.max(one.w, one.h)
  return k >= 1 ? one : resize(one, Math.max(1, roundEven(one.w * k)), Math.max(1, roundEven(one.h * k)), false)
}

// Four bytes a pixel -> one, the longer side no longer than that
export function toGrey(rgba, longest) {
  function channel(k) {
    const one = picture(rgba.w, rgba.h)
    for (let i = 0, from = k; i < one.data.length; i++, from += 4) one.data[i] = rgba.data[from]
    return shrink(one, longest)
  }
  const [red, green, blue] = [0, 1, 2].map(channel)
  const grey = picture(red.w, red.h)
  for (let i = 0; i < grey.data.length; i++)
    grey.data[i] = (red.data[i] * 9798 + green.data[i] * 19235 + blue.data[i] * 3735 + 16384) >> 15
  return grey
}

// The same contrast for every strip, ink bright: paper about 64, ink about 191
function stretch(grey) {
  const filled = histogram(grey)
  for (let i = 1; i < 256; i++) filled[i] += filled[i - 1]
  const levels = [0.01, 0.2, 0.5, 0.8, 0.99].map(part => filled.findIndex(count => count >= filled[255] * part))
  const [low, few, middle, most, high] = levels
  const isBright = high - middle > 1.5 * (middle - low)
  const table = Uint8Array.from({ length: 256 }, (_, level) => {
    const ink = isBright ? (level - few) / Math.max(20, high - few) : (most - level) / Math.max(20, most - low)
    return roundEven((clip(ink, -0.5, 1.5) + 0.5) * 127.5)
  })
  const strip = picture(grey.w, grey.h)
  for (let i = 0; i < strip.data.length; i++) strip.data[i] = table[grey.data[i]]
  return strip
}

export function asStrip(grey, wider = 1) {
  const w = clip(roundEven((wider * grey.w * HEIGHT) / grey.h), 8, WIDEST)
  return stretch(resize(grey, w, HEIGHT, grey.h > HEIGHT))
}

// A strip with paper around, as the floats that the network takes: { data, shape }
export function asSheet(strip) {
  const width = Math.ceil((strip.w + 2 * MARGIN) / STEP) * STEP
  const data = new Float32Array(HEIGHT * width).fill(GROUND / 255)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < strip.w; x++) data[y * width + MARGIN + x] = strip.data[y * strip.w + x] / 255
  return { data, shape: [1, HEIGHT, width, 1] }
}
