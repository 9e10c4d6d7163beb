// The page's side of the worker: each question gets one answer.

export class Reader {
  constructor() {
    this.worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' })
    this.waiting = new Map()
    this.count = 0
    this.worker.onmessage = ({ data: { id, answer, error } }) => this.settle(id, answer, error)
    this.worker.onerror = event => this.fail(event.message || 'The reader could not be started.')
  }
  settle(id, answer, error) {
    const [resolve, reject] = this.waiting.get(id) ?? []
    this.waiting.delete(id)
    if (error === undefined) resolve?.(answer)
    else reject?.(new Error(error))
  }
  fail(why) {
    for (const id of [...this.waiting.keys()]) this.settle(id, undefined, why)
  }
  ask(kind, what = {}) {
    this.count += 1
    const id = this.count
    const answered = new Promise((...both) => this.waiting.set(id, both))
    this.worker.postMessage({ id, kind, ...what })
    return answered
  }
}
