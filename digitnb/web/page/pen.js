// Pen strokes, with soft or hard edges, as OpenCV draws them. Points are in 65,536ths of a pixel here.

import { roundEven } from './pixels.js'

const ONE = 65536
const whole = x => Math.floor(x / ONE)

// How much of a pixel's colour a line gives it, by the distance from its middle in 32nds of a pixel: a bell
const BELL = Array.from({ length: 64 }, (_, i) => Math.min(254, Math.floor(255 * Math.exp(-1.778 * ((i - 15.5) / 32) ** 2))))
// Slanted lines are thinner where they are measured along an axis
const SLANT = Array.from({ length: 32 }, (_, i) => Math.floor(256 * Math.sqrt((1 + ((i + 0.5) / 32) ** 2) / 2)))

function blend(data, at, share) {
  for (let twice = 0; twice < 2; twice++) data[at] += ((255 - data[at]) * share + 127) >> 8
}

// How much the pixels at a line's ends get: by how many came before (0, 1, more) and how many come after
function endShares(slant, from, to) {
  const share = (part, more = 0) => (((part | 4) * slant + more) >> 8) & 511
  const half = slant << 7
  const inside = slant
  const both = share((to - from) & 120)
  const table = [0, both, share(120 - from), both, share(to - from + 128), share(120 - from, half)]
  return [...table, share(to), share(to, half), inside]
}

function softLine(canvas, a, b) {
  const isSteep = Math.abs(b[0] - a[0]) <= Math.abs(b[1] - a[1])
  const [along, across] = isSteep ? [1, 0] : [0, 1]
  let [from, to] = [a, b]
  if (from[along] > to[along]) [from, to] = [to, from]
  const long = to[along] - from[along]
  const step = Math.trunc(((to[across] - from[across]) * ONE) / (long | 1))
  let slope = Math.floor(step / 2048) & 63
  if (step < 0) slope ^= 63
  const slant = slope & 32 ? 256 : SLANT[slope]
  const end = to[along] + ONE
  const count = whole(end) - whole(from[along])
  const bits = x => Math.floor(x / 512) & 120
  const ends = endShares(slant, bits(from[along]), bits(end))
  const [right, down] = isSteep ? [canvas.w, 1] : [1, canvas.w]
  let at = whole(from[along]) * right
  let middle = from[across] + Math.floor((step * -(from[along] & (ONE - 1))) / ONE) + ONE / 2
  for (let done = 0; done <= count; done++) {
    const left = count - done
    const share = ends[Math.min(done, 2) * 3 + Math.min(left, 2)]
    const distance = Math.floor(middle / 2048) & 31
    const first = at + (whole(middle) - 1) * down
    blend(canvas.data, first, ((share * BELL[distance + 32]) >> 8) & 255)
    blend(canvas.data, first + down, ((share * BELL[distance]) >> 8) & 255)
    blend(canvas.data, first + 2 * down, ((share * BELL[63 - distance]) >> 8) & 255)
    middle += step
    at += right
  }
}

// A line without soft edges, one pixel wide
function hardLine(canvas, a, b, value) {
  const isSteep = Math.abs(b[0] - a[0]) <= Math.abs(b[1] - a[1])
  const [along, across] = isSteep ? [1, 0] : [0, 1]
  let [from, to] = [a, b]
  if (from[along] > to[along]) [from, to] = [to, from]
  const step = Math.trunc(((to[across] - from[across]) * ONE) / ((to[along] - from[along]) | 1))
  const put = (u, v) => {
    const [x, y] = isSteep ? [v, u] : [u, v]
    if (x >= 0 && y >= 0 && x < canvas.w && y < canvas.h) canvas.data[y * canvas.w + x] = value
  }
  put(whole(to[along] + ONE / 2), whole(to[across] + ONE / 2))
  const first = whole(from[along] + ONE / 2)
  const last = first + whole(to[along] - from[along])
  let middle = from[across] + ONE / 2
  for (let at = first; at <= last; at++) {
    put(at, whole(middle))
    middle += step
  }
}

// How an edge is drawn, which pixels at the ends of a row belong to the ink, and whether the last row counts
const SOFT = { line: softLine, left: ONE - 1, right: 0, whole: false }
const HARD = { line: hardLine, left: ONE / 2, right: ONE / 2, whole: true }

// A convex polygon: lines around it, and rows of ink between its left and right sides
function fillConvex(canvas, points, nib, value) {
  const n = points.length
  points.forEach((point, i) => { nib.line(canvas, points.at(i - 1), point, value) })
  const rowOf = point => whole(point[1] + ONE / 2)
  let lowest = 0
  points.forEach((point, i) => { if (point[1] < points[lowest][1]) lowest = i })
  const last = Math.min(Math.max(...points.map(rowOf)), canvas.h - 1)
  const first = rowOf(points[lowest])
  const sides = [1, n - 1].map(turn => ({ turn, at: lowest, until: first, x: -ONE, step: 0 }))
  let left = n
  for (let y = first; y <= last; y++) {
    if (nib.whole || y < last || y === first)
      for (const side of sides) {
        if (y < side.until) continue
        let from = side.at
        let to = (from + side.turn) % n
        while (left-- > 0) {
          const until = rowOf(points[to])
          if (until > y) {
            const [x, rows] = [points[from][0], until - y]
            Object.assign(side, { until, x, at: to })
            side.step = Math.trunc(((points[to][0] - x) * 2 + rows) / (2 * rows))
            break
          }
          from = to
          to = (to + side.turn) % n
        }
      }
    if (left < 0) break
    const [low, high] = sides[0].x > sides[1].x ? [sides[1].x, sides[0].x] : [sides[0].x, sides[1].x]
    fillRow(canvas, y, whole(low + nib.left), whole(high + nib.right), value)
    for (const side of sides) side.x += side.step
  }
}

function fillRow(canvas, y, from, to, value) {
  const [begin, end] = [Math.max(0, from), Math.min(canvas.w - 1, to)]
  if (y >= 0 && y < canvas.h && end >= begin) canvas.data.fill(value, y * canvas.w + begin, y * canvas.w + end + 1)
}

function softDisc(canvas, [x, y], radius) {
  const size = whole(radius + ONE / 2)
  const degrees = size < 3 ? 90 : size < 10 ? 30 : size < 15 ? 18 : 5
  const points = []
  for (let angle = 0; angle <= 360; angle += degrees) {
    const turn = (angle * Math.PI) / 180
    const point = [roundEven(x + radius * Math.cos(turn)), roundEven(y + radius * Math.sin(turn))]
    if (String(point) !== String(points.at(-1))) points.push(point)
  }
  fillConvex(canvas, points, SOFT, 255)
}

function hardDisc(canvas, point, radius, value) { // after Bresenham
  const [x, y] = point.map(at => whole(at + ONE / 2))
  let [wide, high] = [whole(radius + ONE / 2), 0]
  let [error, more, less] = [0, 1, 2 * wide - 1]
  while (wide >= high) {
    for (const [down, across] of [[high, wide], [wide, high]])
      for (const at of [y - down, y + down]) fillRow(canvas, at, x - across, x + across, value)
    high += 1
    error += more
    more += 2
    if (error > 0) {
      error -= less
      wide -= 1
      less -= 2
    }
  }
}

function segment(canvas, from, to, { width, isFirst, nib, value }) {
  const radius = width * (ONE / 2)
  const [dx, dy] = [(from[0] - to[0]) / ONE, (to[1] - from[1]) / ONE]
  const square = dx * dx + dy * dy
  if (square > 0) {
    const k = (radius + (width & 1) * (ONE / 2)) / Math.sqrt(square)
    const [u, v] = [roundEven(dy * k), roundEven(dx * k)]
    const corner = (point, sign) => [point[0] + sign * u, point[1] + sign * v]
    fillConvex(canvas, [corner(from, 1), corner(from, -1), corner(to, -1), corner(to, 1)], nib, value)
  }
  const disc = nib === SOFT ? softDisc : hardDisc
  if (isFirst) disc(canvas, from, radius, value)
  disc(canvas, to, radius, value)
}

// cv2.polylines, points in pixels: with soft edges (cv2.LINE_AA) where no value is given, of 255
export function polyline(canvas, points, width, value = null) {
  const path = points.map(point => point.map(x => roundEven(x * 16) * (ONE / 16)))
  const how = { width, nib: value === null ? SOFT : HARD, value: value ?? 255 }
  for (let i = 1; i < path.length; i++) segment(canvas, path[i - 1], path[i], { ...how, isFirst: i === 1 })
}
