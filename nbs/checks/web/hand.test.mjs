import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { Corrections, corrected, imported } from '../../../digitnb/web/page/corrections.js'
import { blurredInk, Hand } from '../../../digitnb/web/page/hand.js'
import { toPng, unzipped, zipped } from '../../../digitnb/web/page/zip.js'

test('files come out of a ZIP as they went in', async () => {
  const files = [['7/a.json', Uint8Array.from([1, 2, 3])], ['other/b.png', new Uint8Array(300).fill(9)]]
  const zip = await zipped(files)
  assert.deepEqual(await unzipped(zip), [['a.json', files[0][1]], ['b.png', files[1][1]]])
  await assert.rejects(imported(zip), /no corrections/)
  await assert.rejects(imported(new Uint8Array(40)), /no hand/)
})

test('a grey picture has a byte a pixel', async () => {
  const png = await toPng({ w: 2, h: 2, data: [0, 90, 180, 255] })
  assert.deepEqual([...png.subarray(16, 26)], [0, 0, 0, 2, 0, 0, 0, 2, 8, 0])
  const at = new TextDecoder('latin1').decode(png).indexOf('IDAT')
  assert.deepEqual([...inflateSync(png.subarray(at + 4, -16))], [0, 0, 90, 0, 180, 255])
})

const image = at => ({ w: 28, h: 28, data: Uint8Array.from({ length: 784 }, (_, i) => (i % 28 === at && i > 140 && i < 640 ? 255 : 0)) })
const answer = at => ({ digit: 1, confidence: 0.9, rejected: null, image: image(at) })

test('a blur keeps the light of what is all one', () => {
  const all = blurredInk({ data: new Uint8Array(784).fill(50) })
  assert.equal(all.length, 196)
  assert.ok(all.every(value => Math.abs(value - 50) < 1e-9))
})

test('corrections are kept in order, and forgotten', () => {
  let kept = null
  const storage = () => ({ getItem: () => kept, setItem(_, value) { kept = value } })
  const [one, two] = [2, 1].map(day => corrected(answer(9), 7, [[[1.234567, 2]]], new Date(Date.UTC(2026, 0, day))))
  assert.match(one.id, /^seen-20260102-000000-000000-[0-9a-f]{6}$/)
  assert.deepEqual(one.strokes, [[[1.2346, 2]]])
  assert.equal(new Corrections(storage).add([one, two]), true)
  assert.deepEqual(new Corrections(storage).all, [two, one])
  new Corrections(storage).forget(one.id)
  assert.deepEqual(new Corrections(storage).all, [two])
})

test('what is like a correction gets its label, and all is as before when it is forgotten', async () => {
  const logits = Array.from({ length: 12 }, (_, i) => (i === 1 ? 9 : 0))
  const hand = new Hand(async () => ({ logits, features: Float32Array.of(1, 2) }), Array(196).fill(0))
  const say = async at => {
    const [p] = await hand.outcomes([image(at)], [false])
    return p.indexOf(Math.max(...p))
  }
  assert.equal(await say(9), 1)
  await hand.learn([corrected(answer(9), 7, [])])
  assert.equal(await say(9), 7)
  await hand.learn([corrected(answer(9), 7, []), corrected(answer(9), null, [])])
  assert.equal(await say(9), 10)
  await hand.learn([])
  assert.equal(await say(9), 1)
})
