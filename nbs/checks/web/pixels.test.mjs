import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blurred, closedByEllipse, dilate, distances, erode, filled, findBlobs } from '../../../digitnb/web/page/morphology.js'
import { polyline } from '../../../digitnb/web/page/pen.js'
import { boundingBox, crop, picture, resize, roundEven } from '../../../digitnb/web/page/pixels.js'

const from = (w, values, Kind = Uint8Array) => ({ w, h: values.length / w, data: Kind.from(values) })

test('halves are rounded to the even number', () => {
  assert.deepEqual([0.5, 1.5, 2.5, -0.5, 2.4999].map(roundEven).map(Math.abs), [0, 2, 2, 0, 2])
})

test('one colour stays one colour, however large', () => {
  const grey = picture(37, 21, new Uint8Array(37 * 21).fill(90))
  for (const [w, h] of [[12, 7], [37, 48], [80, 48], [5, 60]])
    for (const byArea of [true, false]) assert.deepEqual([...new Set(resize(grey, w, h, byArea).data)], [90])
})

test('a shrunken picture has the mean of what was there', () => {
  assert.deepEqual([...resize(from(4, [0, 100, 8, 8, 100, 0, 8, 8]), 2, 1, true).data], [50, 8])
  const [left, right] = resize(from(3, [0, 90, 30], Float32Array), 2, 1, true).data
  assert.ok(Math.abs(left - 30) < 1e-4 && Math.abs(right - 50) < 1e-4)
})

test('a crop is the least box with all ink', () => {
  const a = from(4, [0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 9, 0])
  assert.deepEqual(boundingBox(a), [1, 1, 2, 2])
  assert.deepEqual([...crop(a).data], [7, 0, 0, 9])
  assert.deepEqual(boundingBox(picture(3, 3)), [0, 0, 0, 0])
})

test('a pen draws the same there and back, and a dot is round', () => {
  const draw = points => {
    const canvas = picture(60, 60)
    polyline(canvas, points, 9)
    return canvas
  }
  const [there, back] = [[[20, 20], [40, 33]], [[40, 33], [20, 20]]].map(draw)
  const worst = there.data.reduce((most, value, i) => Math.max(most, Math.abs(value - back.data[i])), 0)
  assert.ok(worst < 24, `${worst}`)
  const dot = draw([[30, 30], [30, 30]])
  const [, , w, h] = boundingBox(dot)
  assert.equal(w, h)
  assert.equal(dot.data[30 * 60 + 30], 255)
})

test('windows are cut at the edge, unless it is said what lies outside', () => {
  const a = from(5, [5, 1, 9, 1, 1])
  assert.deepEqual([...erode(a, 3, 1).data], [1, 1, 1, 1, 1])
  assert.deepEqual([...dilate(a, 3, 1).data], [5, 9, 9, 9, 1])
  assert.deepEqual([...dilate(a, 5, 1).data], [9, 9, 9, 9, 9])
  assert.deepEqual([...dilate(a, 3, 1, 7).data], [7, 9, 9, 9, 7])
})

test('what an ellipse closes is narrower than it', () => {
  const paper = picture(30, 20, new Uint8Array(600).fill(200))
  for (let y = 0; y < 20; y++) paper.data.fill(50, 30 * y + 12, 30 * y + 15)
  assert.deepEqual([...new Set(closedByEllipse(paper, 9).data)], [200])
  assert.deepEqual(closedByEllipse(paper, 3).data, paper.data)
})

test('blobs touch at corners too', () => {
  const { blobs } = findBlobs(from(5, [1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0]))
  assert.deepEqual(blobs.map(({ x, w, area }) => [x, w, area]), [[0, 2, 2], [4, 1, 2]])
})

test('a ditch that reaches the edge is not filled', () => {
  const closed = filled(from(5, [9, 9, 9, 9, 9, 9, 2, 3, 2, 9, 9, 9, 9, 9, 9]))
  assert.deepEqual([...closed.data.subarray(6, 9)], [9, 9, 9])
  const open = filled(from(5, [9, 9, 9, 9, 9, 2, 2, 3, 2, 9, 9, 9, 9, 9, 9]))
  assert.deepEqual([...open.data.subarray(6, 9)], [2, 3, 3])
})

test('distances grow from the paper, and a blur keeps the light', () => {
  const far = distances(from(5, [...Array(5).fill(1), 1, 1, 1, 1, 1, 0, 1, 1, 1, 1]), 5)
  assert.deepEqual([0, 1, 4].map(i => Math.round(far.data[10 + i])), [0, 1, 4])
  assert.deepEqual([...new Set(blurred(picture(6, 6, new Uint8Array(36).fill(77))).data)], [77])
})
