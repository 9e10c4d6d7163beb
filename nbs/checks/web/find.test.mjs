import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { findLine, rowOf } from '../../../digitnb/web/page/find.js'
import { polyline } from '../../../digitnb/web/page/pen.js'
import { picture } from '../../../digitnb/web/page/pixels.js'

const blob = (x, y, w, h) => ({ x, y, w, h, area: w * h })

test('the row of the largest blob is framed', () => {
  assert.deepEqual(rowOf([blob(10, 10, 20, 30), blob(40, 12, 20, 28), blob(70, 36, 4, 6), blob(10, 90, 15, 20)]), [10, 10, 64, 32])
})

test('a row that climbs is followed, and the one below is not', () => {
  const climbing = [0, 1, 2, 3, 4, 5].map(i => blob(10 + 30 * i, 110 - 6 * i, 20, 40))
  const below = [0, 1, 2, 3, 4, 5].map(i => blob(10 + 30 * i, 160 - 6 * i, 20, 38))
  assert.deepEqual(rowOf([...climbing, ...below]), [10, 80, 170, 70])
})

test('a minus before a number belongs to it, dust and what is far away do not', () => {
  const number = [blob(60, 10, 30, 60), blob(100, 12, 28, 56)]
  assert.deepEqual(rowOf(number, [...number, blob(20, 38, 20, 5), blob(50, 30, 3, 3), blob(300, 40, 20, 5)]), [20, 10, 108, 60])
})

test('over an upright rule it goes only between single digits', () => {
  const isParted = (a, b) => Math.floor(a.x / 50) !== Math.floor(b.x / 50)
  const comb = [0, 1, 2, 3].map(i => blob(10 + 50 * i, 10, 22, 40))
  assert.deepEqual(rowOf(comb, comb, isParted), [10, 10, 172, 40])
  const cells = [blob(10, 10, 16, 40), blob(30, 10, 16, 40), blob(60, 10, 16, 38), blob(80, 10, 16, 38)]
  assert.deepEqual(rowOf(cells, cells, isParted), [10, 10, 36, 40])
})

const learnt = JSON.parse(readFileSync(new URL('../../../digitnb/background.json', import.meta.url)))
const seven = (x, y, tall = 50) => [[x, y], [x + 0.5 * tall, y], [x + 0.2 * tall, y + tall]]
const box = (x, y, w, h) => [[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]

// The frame over what is drawn with a pen of 5 pixels on white paper of 400 x 240, within a dark desk of that width
function framed(lines, desk = 0) {
  const ink = picture(400, 240)
  for (const line of lines) polyline(ink, line, 5)
  const isDesk = (x, y) => Math.min(x, y, ink.w - 1 - x, ink.h - 1 - y) < desk
  const grey = { ...ink, data: ink.data.map((value, i) => (isDesk(i % ink.w, Math.floor(i / ink.w)) ? 70 : 240 - 0.6 * value)) }
  return findLine(grey, grey, learnt)
}
function holds([x, y, w, h], [left, top, wide, high]) {
  const isIn = x <= left && y <= top && x + w >= left + wide && y + h >= top + high
  assert.ok(isIn && w * h < 3 * wide * high, `${[x, y, w, h]} is not about ${[left, top, wide, high]}`)
}
const three = [seven(100, 80), seven(150, 80), seven(200, 80)]

test('the frame is over the number, not over its underline', () => {
  holds(framed([...three, [[60, 142], [330, 146]]]), [100, 80, 125, 50])
  holds(framed([...three, [[90, 128], [240, 128]], [[90, 142], [240, 142]]]), [100, 80, 125, 50])
})

test('in a table the frame is over one cell’s number', () => {
  const rules = [box(20, 20, 360, 200), [[20, 120], [380, 120]], [[140, 20], [140, 220]], [[260, 20], [260, 220]]]
  const numbers = [seven(160, 40), seven(200, 40), seven(285, 40, 46), seven(325, 40, 46), seven(50, 145, 46), seven(280, 145, 46)]
  holds(framed([...rules, ...numbers]), [160, 40, 65, 50])
})

test('over a row of boxes the frame goes from end to end', () => {
  const row = [0, 1, 2, 3, 4].flatMap(i => [box(50 + 60 * i, 80, 60, 66), seven(66 + 60 * i, 90, 46)])
  holds(framed(row), [66, 90, 263, 46])
})

test('on a sheet that lies on a dark desk the number is found', () => {
  holds(framed(three, 60), [100, 80, 125, 50])
})

test('without any writing it is all of the picture', () => {
  assert.deepEqual(framed([]), [0, 0, 400, 240])
  assert.deepEqual(framed([box(20, 20, 360, 200), [[200, 20], [200, 220]]]), [0, 0, 400, 240])
})
