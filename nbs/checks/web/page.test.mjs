import assert from 'node:assert/strict'
import { test } from 'node:test'
import { characters } from '../../../digitnb/web/page/draw.js'
import { Readings, toCsv } from '../../../digitnb/web/page/list.js'
import { moved, pixelsOf, startCamera } from '../../../digitnb/web/page/photo.js'

test('strokes above each other are one character', () => {
  const drawn = (strokes, brush) => strokes.map(points => ({ points, brush }))
  const four = [[[10, 0], [0, 60], [50, 60]], [[40, 30], [40, 100]]]
  const one = [[[100, 0], [100, 100]]]
  assert.equal(characters(drawn(four, 10)).length, 1)
  assert.equal(characters(drawn([...one, ...four], 10)).length, 2)
  const next = [[[64, 0], [64, 100]]]
  assert.deepEqual([6, 60].map(brush => characters([...drawn(four, 6), ...drawn(next, brush)]).length), [2, 1])
})

test('a comma in what was read is quoted', () => {
  const csv = toCsv([{ text: '3,5', confidence: 0.98765, when: '2026-01-02' }, { text: '7', confidence: 1, when: 'x' }])
  assert.equal(csv, 'read,confidence,when\r\n"3,5",0.9877,2026-01-02\r\n7,1.0000,x\r\n')
})

function storage(kept = null) {
  return { getItem: () => kept, setItem(_, value) { kept = value } }
}

test('readings are kept, and somebody else’s are left alone', () => {
  const place = storage()
  assert.equal(new Readings(() => place).add('12', 0.9, 'now'), true)
  assert.deepEqual(new Readings(() => place).all, [{ text: '12', confidence: 0.9, when: 'now' }])
  const [here, there] = [new Readings(() => place), new Readings(() => place)] // two tabs of the page
  here.add('3', 1, 'then')
  there.add('5', 1, 'later')
  here.remove('now')
  assert.deepEqual(new Readings(() => place).all.map(one => one.text), ['3', '5'])
  for (const odd of ['{', '7', '[{"text":3}]']) assert.deepEqual(new Readings(() => storage(odd)).all, [])
})

test('without storage readings last as long as the page', () => {
  const readings = new Readings(() => { throw new Error('forbidden') })
  assert.equal(readings.add('7', 1), false)
  readings.add('8', 1)
  assert.equal(readings.all.length, 2)
})

test('a frame keeps its other corner where it is', () => {
  assert.deepEqual(moved([10, 10, 50, 20], 'se', 5, 5, [100, 100]), [10, 10, 55, 25])
  assert.deepEqual(moved([10, 10, 50, 20], 'nw', -30, 5, [100, 100]), [0, 15, 60, 15])
  assert.deepEqual(moved([10, 10, 50, 20], null, 5, -3, [100, 100]), [15, 7, 50, 20])
  assert.deepEqual(moved([10, 10, 50, 20], 'se', -90, -90, [100, 100]), [10, 10, 4, 4])
})

test('a file says how many pixels it has', async () => {
  const png = new Uint8Array(30)
  png.set([0x89, 0x50, 0x4e, 0x47])
  new DataView(png.buffer).setUint32(16, 20000)
  new DataView(png.buffer).setUint32(20, 5000)
  assert.equal(await pixelsOf(new Blob([png])), 1e8)
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 17, 8, 1, 0, 2, 0, 3, 0, 0, 0])
  assert.equal(await pixelsOf(new Blob([jpeg])), 256 * 512)
  assert.equal(await pixelsOf(new Blob(['hello'])), 0)
})

// Whether a camera is on in the end, and what was said
async function camera(isWanted, play) {
  let isOn = true
  const stream = { getTracks: () => [{ stop() { isOn = false } }] }
  const value = { mediaDevices: { getUserMedia: async () => stream } }
  Object.defineProperty(globalThis, 'navigator', { value, configurable: true })
  const said = await startCamera({ play }, isWanted).catch(error => error.message)
  return [isOn, said]
}

test('a camera is on only where somebody sees it', async () => {
  const fails = async () => { throw new DOMException('no', 'NotReadableError') }
  assert.deepEqual(await camera(() => true, async () => {}), [true, true])
  assert.deepEqual(await camera(() => false, async () => {}), [false, false])
  const [isOn, said] = await camera(() => true, fails)
  assert.equal(isOn, false)
  assert.match(said, /Another program has the camera/)
  let isWanted = true // until it is nearly there
  const leave = async () => {
    isWanted = false
    return fails()
  }
  assert.deepEqual(await camera(() => isWanted, leave), [false, false])
})
