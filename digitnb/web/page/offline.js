// Offline from the second visit on.

// The service worker keeps what the page asked for besides its own files; `kept` is called when all is there
export async function keepOffline(ready, kept) {
  async function keepMore() {
    const { active } = await navigator.serviceWorker.ready
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = kept
    active.postMessage(await ready, [port2])
  }
  navigator.serviceWorker.addEventListener('controllerchange', keepMore) // a new version keeps its own
  await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' })
  await keepMore()
}
