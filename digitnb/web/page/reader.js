// The page's side of the worker: each question gets one answer.

// What an error says. An emptied function is `unreachable` here; each browser has other words for it.
export function sentenceOf(error) {
  const isEmptied = error instanceof WebAssembly.RuntimeError && /unreachable/i.test(error.message)
  return isEmptied ? 'unreachable' : String(error?.message ?? error)
}

export class Reader {
  // `isWhole` says that all of LiteRT is needed; `restarted` is called where the worker had to begin again
  constructor(restarted = () => {}, isWhole = false) {
    Object.assign(this, { restarted, isWhole, waiting: new Map(), count: 0 })
    this.start()
  }
  start() {
    if (this.worker) Object.assign(this.worker, { onmessage: null, onerror: null }) // what it says now came too late
    this.worker?.terminate()
    this.worker = new Worker(new URL(this.isWhole ? 'worker.js?whole' : 'worker.js', import.meta.url), { type: 'module' })
    this.worker.onmessage = ({ data: { id, answer, error } }) => this.settle(id, answer, error)
    this.worker.onerror = event => this.fail(event.message || 'The reader could not be started.')
  }
  settle(id, answer, error) {
    const { resolve, reject } = this.waiting.get(id) ?? {}
    if (error === 'unreachable' && !this.isWhole) return this.startWhole()
    this.waiting.delete(id)
    if (error === undefined) resolve?.(answer)
    else reject?.(new Error(error))
  }
  startWhole() { // what was emptied was needed after all
    const waiting = [...this.waiting.values()]
    this.isWhole = true
    this.start()
    this.restarted() // first, so that what is said there counts for the others
    for (const { question } of waiting) this.worker.postMessage(question)
  }
  fail(why) {
    for (const id of [...this.waiting.keys()]) this.settle(id, undefined, why)
  }
  ask(kind, what = {}) {
    this.count += 1
    const question = { id: this.count, kind, ...what }
    const answered = new Promise((resolve, reject) => { this.waiting.set(question.id, { resolve, reject, question }) })
    this.worker.postMessage(question)
    return answered
  }
}
