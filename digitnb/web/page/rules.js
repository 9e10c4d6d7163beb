// Printed lines across a grey picture of ink, and the ink without them: digitnb.ink.without_rules.

import { strongest } from './background.js'
import { closed, dilate, opened } from './morphology.js'
import { polyline } from './pen.js'
import { above, clip, most, part, picture, resize, roundEven } from './pixels.js'
import { histogram } from './strip.js'
import { percentile } from './values.js'

const [PIECES, OUTSIDE, STEEPEST, EVEN, FULL] = [32, 1000, 0.1, 0.3, 0.6]

const mean = values => values.reduce((a, b) => a + b, 0) / values.length
export const median = values => percentile(values, 0.5)
const column = (a, x) => Array.from({ length: a.h }, (_, y) => a.data[y * a.w + x])
const row = (a, y) => a.data.subarray(y * a.w, (y + 1) * a.w)

function transposed(a) {
  const data = new a.data.constructor(a.data.length)
  for (let y = 0; y < a.h; y++) for (let x = 0; x < a.w; x++) data[x * a.h + y] = a.data[y * a.w + x]
  return { w: a.h, h: a.w, data }
}

const taller = (a, n) => opened(a, 1, 2 * Math.trunc(n / 2) + 1, 0)

// How dark each piece of each row is: all, and what is thin
function inPieces(ink) {
  const all = resize(ink, PIECES, ink.h, true)
  const thick = taller(all, 0.07 * ink.h + 3)
  return [all, { ...all, data: all.data.map((value, i) => value - thick.data[i]) }]
}

// The pieces, moved so that a line of that slope is level. OpenCV takes 32nds of a row where it moves two pictures at once
// (`coarse`), and fractions of any size where it moves one.
function sheared(a, rise, coarse, top = 0, high = a.h) {
  const [slope, start] = [Math.fround((2 * rise) / (PIECES - 1)), Math.fround(-rise)]
  const fine = 1024
  const coarsely = x => Math.floor((roundEven(start * fine) + fine / 64 + roundEven(slope * x * fine)) / 32) / 32
  const data = new Float32Array(a.w * high)
  const line = new Float64Array(high + 1)
  for (let x = 0; x < a.w; x++) {
    const shift = coarse ? coarsely(x) : slope * x + start
    const whole = Math.floor(shift)
    const near = Math.fround(shift - whole)
    for (let y = 0, from = top + whole; y <= high; y++, from++) line[y] = from < 0 || from >= a.h ? OUTSIDE : a.data[from * a.w + x]
    for (let y = 0; y < high; y++) data[y * a.w + x] = line[y] + near * (line[y + 1] - line[y])
  }
  return { w: a.w, h: high, data }
}

// How dark each row is where it is palest: at an end, or in a quarter
function strength(pieces) {
  const found = new Float32Array(pieces.h)
  for (let y = 0; y < pieces.h; y++) {
    const values = row(pieces, y)
    let [palest, inside] = [Math.min(values[0] + values[1], values[PIECES - 2] + values[PIECES - 1]) / 2, 0]
    for (let from = 0; from < PIECES; from += PIECES / 4) {
      let sum = 0
      for (let x = from; x < from + PIECES / 4; x++) {
        sum += values[x]
        if (values[x] < OUTSIDE / 4) inside += 1
      }
      palest = Math.min(palest, sum / 8)
    }
    found[y] = (inside / PIECES) * palest
  }
  return found
}

function secondPalest(values, level) {
  const eighths = Array.from({ length: 8 }, (_, i) => mean(values.slice(4 * i, 4 * i + 4)))
  return Float64Array.from(eighths).sort()[1] / level
}

function interpolated(seen, values) { // a value for each piece, by those that were seen
  return Float32Array.from({ length: PIECES }, (_, x) => {
    const next = seen.findIndex(at => at >= x)
    if (next < 0) return values[seen.at(-1)]
    if (next === 0 || seen[next] === x) return values[seen[next]]
    const [a, b] = [seen[next - 1], seen[next]]
    return values[a] + ((x - a) / (b - a)) * (values[b] - values[a])
  })
}

// The rule near that row and slope
function follow(all, thin, rise, y) {
  const reach = 2 + Math.trunc(all.h / 60)
  const strip = a => {
    const cut = sheared(part(a, 0, -reach, a.w, a.h + 2 * reach), rise, true, y, 2 * reach + 1)
    for (let i = 0; i < cut.data.length; i++) if (cut.data[i] >= OUTSIDE / 4) cut.data[i] = 0
    return cut
  }
  const [allInk, thinInk] = [strip(all), strip(thin)]
  const columns = Array.from({ length: PIECES }, (_, x) => column(thinInk, x))
  const dark = columns.map(most)
  const level = Math.max(percentile(dark, 0.8), 1)
  const middle = columns.map((values, x) => {
    const core = values.map(value => Math.max(value - dark[x] / 2, 0))
    return core.reduce((sum, value, i) => sum + value * (i - reach), 0) / Math.max(core.reduce((a, b) => a + b), 1e-6)
  })
  const bend = interpolated([...dark.keys()].filter(x => dark[x] > level / 2), middle)
  const smooth = bend.map((_, x) => median([-2, -1, 0, 1, 2].map(step => bend[clip(x + step, 0, PIECES - 1)])))
  const path = Array.from(smooth, (value, x) => y + rise * ((2 * x) / (PIECES - 1) - 1) + value)
  const thick = median(columns.map((values, x) => values.filter(v => v > 0.3 * Math.max(dark[x], level / 2)).length))
  const crossed = Array.from({ length: PIECES }, (_, x) => Math.min(most(column(allInk, x)), level))
  const ends = Math.min(dark[0], dark[PIECES - 1]) / level
  return { path, thick, level, even: secondPalest(dark, level), ends, filled: secondPalest(crossed, level) }
}

// The lines that go from the left edge to the right, the strongest first
function findRules(ink, least) {
  const { w, h } = ink
  const end = Math.floor((2 * w) / PIECES)
  if (Math.min(w, h) < PIECES) return []
  const darkest = (from, to) => {
    let level = 0
    for (let y = 0; y < h; y++) for (let x = from; x < to; x++) level = Math.max(level, ink.data[y * w + x])
    return level
  }
  if (Math.min(darkest(0, end), darkest(w - end, w)) <= least) return []
  const [all, thin] = inPieces(ink)
  const steps = Math.trunc((STEEPEST * w) / 4)
  const rises = Array.from({ length: 2 * steps + 1 }, (_, i) => (steps ? ((STEEPEST * w) / 2) * (i / steps - 1) : -(STEEPEST * w) / 2))
  const wide = dilate(thin, 1, 3)
  const strengths = rises.map(rise => {
    const found = strength(sheared(wide, rise))
    const weak = Math.max(least / 4, 3 * median(found))
    return found.map(value => (value <= weak ? 0 : value))
  })
  const rules = []
  for (;;) {
    const highest = strengths.map(most)
    const best = most(highest)
    if (!best) break
    const slope = highest.indexOf(best)
    const at = strengths[slope].indexOf(best)
    rules.push(follow(all, thin, rises[slope], at))
    for (const found of strengths) found.fill(0, Math.max(0, at - 7), at + 8)
  }
  return rules.filter(rule => rule.filled > 0.4)
}

// Where a rule lies, as wide as that
function drawRule(levels, rule, wide) {
  const across = i => (i === 0 ? 0 : i === PIECES - 1 ? levels.w - 1 : ((i + 0.5) * levels.w) / PIECES - 0.5)
  polyline(levels, rule.path.map((y, i) => [across(i), y]), wide, rule.level)
}

// The ink, and on the rules only what is darker or taller; and where they were
function lifted(ink, rules) {
  const rest = { ...ink, data: ink.data.slice() }
  if (!rules.length) return [rest, picture(ink.w, ink.h)]
  const levels = { ...ink, data: new Float32Array(ink.data.length) }
  for (const rule of [...rules].sort((a, b) => a.level - b.level)) drawRule(levels, rule, Math.trunc(rule.thick) + 3)
  const high = taller(ink, Math.max(0, ...rules.map(rule => rule.thick)) + 4)
  for (let i = 0; i < rest.data.length; i++) if (rest.data[i] < 2 * levels.data[i]) rest.data[i] = high.data[i]
  return [rest, above(levels, 0)]
}

// The ink without lines from edge to edge, level and upright
export function withoutRules(ink) {
  const least = 0.25 * strongest(histogram(ink))
  const turned = transposed(ink)
  const [level, upright] = [findRules(ink, least), findRules(turned, least)]
  const placed = [[level, ink.h], [upright, ink.w]].flatMap(([rules, n]) => rules.map(rule => [rule, mean(rule.path) / n]))
  const likely = placed.filter(([rule]) => rule.even > EVEN && rule.filled > FULL)
  const isSure = ([rule, y]) => rule.ends > FULL || (rule.even > 2 * EVEN && Math.abs(y - 0.5) > 7 / 16)
  if (!likely.some(isSure) && likely.length < 3) return ink
  const [once, on] = lifted(ink, level)
  const [rest, across] = upright.length ? lifted(transposed(once), upright).map(transposed) : [once, on]
  const gap = 2 * Math.trunc(Math.max(...[...level, ...upright].map(rule => rule.thick)) / 2) + 5
  const dark = { ...rest, data: rest.data.slice() }
  for (let i = 0; i < dark.data.length; i++) if (dark.data[i] <= least) dark.data[i] = 0
  const whole = closed(dark, gap)
  for (let i = 0; i < rest.data.length; i++)
    if (on.data[i] || across.data[i]) rest.data[i] = Math.max(Math.min(whole.data[i], ink.data[i]), rest.data[i])
  return rest
}
