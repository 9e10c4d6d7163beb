import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Alphabet, beamSearch, characterColumns, columnProbabilities, likeliest, textProbability } from '../../../digitnb/web/page/ctc.js'
import { judge, softmax, strokesToImage } from '../../../digitnb/web/page/digit.js'
import { fix } from '../../../digitnb/web/page/flatbuffer.js'
import { asSheet, asStrip, HEIGHT } from '../../../digitnb/web/page/strip.js'

const near = (a, b, by = 1e-9) => assert.ok(Math.abs(a - b) < by, `${a} is not ${b}`)

test('strokes become 28 x 28, their centre of mass in the middle', () => {
  const { w, h, data } = strokesToImage([[[30, 20], [70, 20], [45, 80]]])
  assert.deepEqual([w, h], [28, 28])
  const sum = data.reduce((a, b) => a + b)
  near(data.reduce((s, value, i) => s + value * (i % 28), 0) / sum, 14, 0.6)
  assert.ok(strokesToImage([]).data.every(value => value === 0))
  assert.ok(strokesToImage([[[5, 5]]]).data.some(value => value > 200)) // a dot
})

test('an answer is a digit or a reason', () => {
  const image = { w: 1, h: 1, data: [255] }
  const outcomes = p => Array.from({ length: 12 }, (_, i) => (i === 3 ? p : (1 - p) / 11))
  assert.equal(judge(image, outcomes(0.9), 0.5).digit, 3)
  assert.equal(judge(image, outcomes(0.2), 0.5).rejected, 'not a digit')
  assert.equal(judge({ ...image, data: [0] }, outcomes(0.9), 0.5).rejected, 'blank')
  near(judge(image, outcomes(0.7), 0.5).probabilities.reduce((a, b) => a + b), 1)
  near(softmax([1, 1, 1], 0.5)[0], 1 / 3)
})

test('strips are as high as the network wants, paper about 64', () => {
  const data = Uint8Array.from({ length: 100 * 30 }, (_, i) => (i % 100 > 45 && i % 100 < 55 ? 40 : 200))
  const strip = asStrip({ w: 100, h: 30, data }, 0.87)
  assert.deepEqual([strip.w, strip.h], [139, HEIGHT])
  assert.deepEqual([strip.data[0], strip.data[70]], [64, 191])
  const sheet = asSheet(strip)
  assert.deepEqual(sheet.shape, [1, 48, 160, 1])
  near(sheet.data[0], 64 / 255, 1e-6)
})

const alphabet = new Alphabet('12')
const p = [[0.1, 0.6, 0.3], [0.5, 0.3, 0.2], [0.2, 0.3, 0.5]]

test('the texts of all paths are found, and share one', () => {
  const found = beamSearch(p, 100, 0)
  near(found.reduce((sum, [, share]) => sum + share, 0), 1)
  for (const [codes, share] of found) near(textProbability(p, codes), share)
  assert.equal(alphabet.decode(found[0][0]), '12')
})

test('a double digit needs a blank between', () => {
  near(textProbability([[0, 1, 0], [0, 1, 0]], [1, 1]), 0)
  near(textProbability([[0, 1, 0], [1, 0, 0], [0, 1, 0]], [1, 1]), 1)
})

test('characters are found at their columns', () => {
  assert.deepEqual(characterColumns(p, [1, 2]), [0, 2])
  assert.deepEqual(likeliest([p, p], alphabet)[0], '12')
})

test('marks that may not occur have no share', () => {
  const marked = new Alphabet('0123456789.')
  const [column] = columnProbabilities([0, ...Array(10).fill(0), 9], 12, marked, 1, '')
  assert.equal(column[11], 0)
  near(column.reduce((a, b) => a + b), 1)
})

test('a network file is set to a shape and an output', () => {
  const content = readFileSync(new URL('../../../digitnb/digits.tflite', import.meta.url))
  const bytes = new Uint8Array(content)
  fix(bytes, [1, 28, 28, 1], 'features', 1)
  const different = bytes.reduce((n, value, i) => n + (value !== content[i]), 0)
  assert.ok(different > 0 && different < 40, `${different} bytes`)
  const once = bytes.slice()
  fix(bytes, [1, 56, 56, 1], 'features', 1)
  fix(bytes, [1, 28, 28, 1], 'features', 1)
  assert.deepEqual(bytes, once)
  assert.throws(() => fix(bytes, [1, 28, 28, 1], 'nothing', 1), /no output/)
})
