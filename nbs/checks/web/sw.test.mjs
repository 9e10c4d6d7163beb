import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'

const source = readFileSync(new URL('../../../digitnb/web/page/sw.js', import.meta.url), 'utf8')

// The service worker of version 1 with what is kept, cache by cache: what its event comes to, and what it asked for
async function event(kept, kind, more) {
  const asked = []
  const heard = {}
  const self = { VERSION: '1', FILES: ['./', 'a.js'], skipWaiting() {} }
  self.addEventListener = (kind, f) => { heard[kind] = f }
  const cache = { async match() {}, async addAll(some) { asked.push(...some) } }
  const caches = {
    async has(name) { return kept.includes(name) },
    async open(name) {
      if (!kept.includes(name)) kept.push(name)
      return cache
    },
    async match(_, { cacheName }) { return kept.includes(cacheName) ? 'kept' : undefined }
  }
  class Request { constructor(name, how) { Object.assign(this, { name }, how) } }
  runInNewContext(source, { self, Request, caches, fetch: async ({ url }) => url, importScripts() {} })
  let done
  const wait = promise => { done = promise }
  heard[kind]({ ...more, waitUntil: wait, respondWith: wait })
  const answer = await done
  return { answer, asked: asked.map(({ name, cache }) => [name, cache]) }
}
const heard = []
const request = { method: 'GET', url: 'a.js' }
const message = { data: ['b.wasm'], ports: [{ postMessage(said) { heard.push(said) } }] }

test('what is kept of the page is what the server has now', async () => {
  const kept = []
  assert.deepEqual((await event(kept, 'install')).asked, [['./', 'no-cache'], ['a.js', 'no-cache']])
  assert.deepEqual((await event(kept, 'message', message)).asked, [['b.wasm', 'no-cache']])
  assert.equal((await event(kept, 'fetch', { request })).answer, 'kept')
  assert.deepEqual([kept, heard.splice(0)], [['digitnb-1'], ['kept']])
})

test('a worker that a newer one has followed keeps nothing more, and says nothing', async () => {
  const kept = ['digitnb-2']
  assert.equal((await event(kept, 'fetch', { request })).answer, 'a.js')
  assert.deepEqual((await event(kept, 'message', message)).asked, [])
  assert.deepEqual([kept, heard], [['digitnb-2'], []])
})
