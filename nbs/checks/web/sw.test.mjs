import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'

const source = readFileSync(new URL('../../../digitnb/web/page/sw.js', import.meta.url), 'utf8')

// The service worker, with an empty cache: what it asks for when an event has come
async function asked(kind, more) {
  const found = []
  const heard = {}
  const self = { VERSION: '1', FILES: ['./', 'a.js'], skipWaiting() {} }
  self.addEventListener = (kind, f) => { heard[kind] = f }
  const cache = { async match() {}, async addAll(some) { found.push(...some) } }
  class Request { constructor(name, how) { Object.assign(this, { name }, how) } }
  runInNewContext(source, { self, Request, caches: { open: async () => cache }, importScripts() {} })
  let done
  heard[kind]({ ...more, waitUntil(promise) { done = promise } })
  await done
  return found.map(({ name, cache }) => [name, cache])
}

test('what is kept of the page is what the server has now', async () => {
  assert.deepEqual(await asked('install'), [['./', 'no-cache'], ['a.js', 'no-cache']])
  const ports = [{ postMessage() {} }]
  assert.deepEqual(await asked('message', { data: ['b.wasm'], ports }), [['b.wasm', 'no-cache']])
})
