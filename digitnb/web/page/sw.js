// Keeps the page for when there is no network. `digitnb web` puts a digest of all files and their names in files.js.

importScripts('files.js')

const NAME = `digitnb-${self.VERSION}`
const isOld = name => name.startsWith('digitnb-') && name !== NAME

// The server is asked for each file, so that none of an older page is kept; what is the same isn't sent
const fresh = name => new Request(name, { cache: 'no-cache' })

async function keep() {
  const cache = await caches.open(NAME)
  await cache.addAll(self.FILES.map(fresh))
  self.skipWaiting()
}

// The page says which build of LiteRT its browser takes, and hears when all is here. Where a newer
// version has taken over, this one's files are gone: to open them would make them anew, for good
async function keepMore({ data, ports: [port] }) {
  if (!(await caches.has(NAME))) return
  const cache = await caches.open(NAME)
  const kept = await Promise.all(data.map(file => cache.match(file)))
  await cache.addAll(data.filter((_, i) => !kept[i]).map(fresh))
  port.postMessage('kept')
}

async function forget() {
  const names = await caches.keys()
  await Promise.all(names.filter(isOld).map(name => caches.delete(name)))
  await self.clients.claim()
}

async function answer(request) {
  const kept = await caches.match(request, { cacheName: NAME, ignoreSearch: true })
  return kept ?? fetch(request)
}

self.addEventListener('install', event => event.waitUntil(keep()))
self.addEventListener('activate', event => event.waitUntil(forget()))
self.addEventListener('message', event => event.waitUntil(keepMore(event)))
self.addEventListener('fetch', event => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request))
})
