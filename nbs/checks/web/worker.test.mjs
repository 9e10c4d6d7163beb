import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Reader, sentenceOf } from '../../../digitnb/web/page/reader.js'

// Workers that only hear
function startReader(restarted) {
  const started = []
  globalThis.Worker = class {
    constructor(address) { started.push(Object.assign(this, { address, heard: [] })) }
    postMessage(question) { this.heard.push(question) }
    terminate() {}
  }
  return { reader: new Reader(restarted), started }
}

test('an emptied function is known by the words of each browser', async () => {
  const safari = 'Unreachable code should not be executed (evaluating \'f()\')'
  for (const said of ['unreachable', 'unreachable executed', safari]) {
    const { reader, started } = startReader()
    reader.ask('ready')
    started[0].onmessage({ data: { id: 1, error: sentenceOf(new WebAssembly.RuntimeError(said)) } })
    assert.deepEqual(started.map(({ address }) => address.search), ['', '?whole'])
    assert.deepEqual(started[1].heard, [{ id: 1, kind: 'ready' }])
  }
})

test('any other error is said as it is', async () => {
  const { reader, started } = startReader()
  const answered = reader.ask('ready')
  started[0].onmessage({ data: { id: 1, error: sentenceOf(new Error('The host is unreachable.')) } })
  await assert.rejects(answered, /The host is unreachable/)
  assert.equal(started.length, 1)
  assert.equal(sentenceOf('no'), 'no')
})

test('a worker that begins again hears of the hand before it reads', () => {
  const { reader, started } = startReader(() => reader.ask('hand'))
  for (const kind of ['digit', 'line']) reader.ask(kind)
  started[0].onmessage({ data: { id: 2, error: 'unreachable' } })
  assert.deepEqual(started[1].heard.map(({ kind }) => kind), ['hand', 'digit', 'line'])
})
