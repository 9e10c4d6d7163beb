// From strokes to what the digit network sees, and from what it says to an answer: as digitnb.predict does it.

import { polyline } from './pen.js'
import { boundingBox, crop, part, picture, resize, resizeCubic, roundEven } from './pixels.js'

export const SIDE = 28
const REASONS = ['not a digit', 'more than one digit']
const [BOX, MARGIN, FINE, PEN] = [20, 4, 8, 2.1]

// To floats from 0 to 1
export function fractions(a) {
  const data = new Float32Array(a.data.length)
  for (let i = 0; i < data.length; i++) data[i] = a.data[i] / 255
  return { ...a, data }
}

// Where the ink is on average
function centreOfMass(a) {
  let [sum, sumX, sumY] = [0, 0, 0]
  for (let y = 0, i = 0; y < a.h; y++)
    for (let x = 0; x < a.w; x++, i++) {
      sum += a.data[i]
      sumX += x * a.data[i]
      sumY += y * a.data[i]
    }
  return [sumX / sum, sumY / sum]
}

// The longer side becomes 20 pixels
export function fitBox(a, side = BOX) {
  const k = side / Math.max(a.w, a.h)
  const [w, h] = [a.w, a.h].map(n => Math.max(1, roundEven(n * k)))
  return k < 1 ? resize(a, w, h, true) : resizeCubic(a, w, h)
}

// The centre of mass on pixel (14, 14), bytes
export function centre(a) {
  const [x, y] = centreOfMass(a)
  const place = (at, room) => Math.min(Math.max(0, roundEven(SIDE / 2 - at)), room)
  const whole = part(a, -place(x, SIDE - a.w), -place(y, SIDE - a.h), SIDE, SIDE)
  const image = picture(SIDE, SIDE)
  for (let i = 0; i < image.data.length; i++) image.data[i] = roundEven(255 * Math.min(Math.max(whole.data[i], 0), 1))
  return image
}

// Strokes, lists of [x, y] in any unit, as MNIST would have made them
export function strokesToImage(strokes) {
  const drawn = strokes.filter(stroke => stroke.length)
  if (!drawn.length) return picture(SIDE, SIDE)
  const points = drawn.flat()
  const low = [0, 1].map(axis => points.reduce((least, point) => Math.min(least, point[axis]), Infinity))
  const high = [0, 1].map(axis => points.reduce((most, point) => Math.max(most, point[axis]), -Infinity))
  const extent = Math.max(high[0] - low[0], high[1] - low[1])
  const isDot = extent < 1e-100
  const scale = isDot ? 1 : ((BOX - PEN) * FINE) / extent
  const canvas = picture(SIDE * FINE, SIDE * FINE)
  for (const stroke of drawn) {
    const line = stroke.length === 1 ? [stroke[0], stroke[0]] : stroke
    const path = line.map(point => point.map((v, axis) => (v - low[axis]) * scale + MARGIN * FINE))
    polyline(canvas, path, roundEven(PEN * FINE))
  }
  const ink = fractions(canvas)
  return centre(isDot ? resize(ink, SIDE, SIDE, true) : fitBox(crop(ink)))
}

export function softmax(logits, temperature = 1) {
  const most = Math.max(...logits)
  const powers = Array.from(logits, z => Math.exp((z - most) / temperature))
  const sum = powers.reduce((a, b) => a + b)
  return powers.map(p => p / sum)
}

// The answer to twelve outcomes, ten digits and two reasons to refuse: as Recognizer does it
export function judge(image, outcomes, threshold) {
  const isBlank = boundingBox(image)[2] === 0
  const sure = isBlank ? outcomes.map(() => 1 / outcomes.length) : outcomes
  const rest = sure.slice(10)
  const share = rest.reduce((a, b) => a + b, 0) / 10
  const probabilities = sure.slice(0, 10).map(p => p + share)
  const confidence = Math.max(...probabilities)
  const reason = REASONS[rest.indexOf(Math.max(...rest))]
  const rejected = isBlank ? 'blank' : confidence < threshold ? reason : null
  const digit = rejected ? null : probabilities.indexOf(confidence)
  return { digit, confidence, probabilities, rejected, image }
}
